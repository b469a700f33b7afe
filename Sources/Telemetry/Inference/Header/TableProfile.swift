import Values

/// What the rows of a table look like: which of its columns hold numbers or times.
///
/// It is taken from the later rows of the sample, since the first ones may be preamble.
struct TableProfile {
    /// Cells of most rows.
    let fields: Int
    /// Columns whose cells are nearly all numbers or times; of very wide tables the first 200.
    let typed: [Bool]
    /// Of these the columns of numbers, above which a time of day is a name.
    private let numeric: Set<Int>
    /// Of these the columns of times that only their parts show to be such (`13 марта 2024 г.`).
    private let timeLike: Set<Int>

    private static let columnLimit = 200
    private static let rowLimit = 120

    init(_ rows: [[[UInt8]]], fields: Int) {
        self.fields = fields
        let fitting = rows.filter { $0.count == fields }
        let body = fitting.suffix(max(1, min(Self.rowLimit, fitting.count * 2 / 3)))
        var timeLike: Set<Int> = []
        var numeric: Set<Int> = []
        typed = (0..<min(fields, Self.columnLimit)).map { column in
            var (filled, hits, times) = (0, 0, 0)
            for row in body {
                let kind = CellKind(row[column])
                filled += kind == .empty ? 0 : 1
                hits += kind == .number || kind == .time ? 1 : 0
                times += kind == .time ? 1 : 0
            }
            if times == 0, hits > 0 { numeric.insert(column) }
            if hits > 0, hits * 10 >= filled * 8 { return true }
            guard filled >= 3,
                TimeLikeness.share(of: body.prefix(40).map { $0[column] }, isNamed: false) >= 0.8
            else { return false }
            timeLike.insert(column)
            return true
        }
        self.timeLike = timeLike
        self.numeric = numeric
    }

    /// Some column tells rows from names.
    var isTelling: Bool { typed.contains(true) }

    /// Whether a line may be one of the rows: hardly a word stands where these have numbers.
    func fits(_ cells: [[UInt8]]) -> Bool {
        guard cells.count == fields || Self.isPadded(cells, to: fields) else { return false }
        let (hits, words) = matches(cells)
        return hits > 0 && words * 3 <= hits
    }

    /// Whether a line may be a row and has no word where the rows have numbers.
    func fitsStrictly(_ cells: [[UInt8]]) -> Bool {
        fits(cells) && matches(cells).words == 0
    }

    /// Whether a line about as long as the rows has a number or a time where these have, and words too.
    func isDamagedRow(_ cells: [[UInt8]]) -> Bool {
        guard cells.count != fields else { return matches(cells).hits > 0 && !isNamed(cells) }
        // A cell more or less; then nothing else may be wrong.
        let (hits, words) = matches(cells)
        return abs(cells.count - fields) <= 2 && words == 0 && hits >= 2
            && hits * 10 >= typed.count { $0 } * 8
    }

    /// Different words above most of the numbers, though a time stands among them: a head, as `sar`
    /// prints it (`12:00:01 AM CPU %user %system`).
    private func isNamed(_ cells: [[UInt8]]) -> Bool {
        let (hits, words) = matches(cells)
        let texts = cells.filter(HeadLine.isName)
        return words > hits && words >= 3 && Set(texts).count == texts.count
    }

    private func matches(_ cells: [[UInt8]]) -> (hits: Int, words: Int) {
        var (hits, words) = (0, 0)
        for (column, isTyped) in typed.enumerated() where isTyped && column < cells.count {
            switch CellKind(cells[column]) {
            case .time where numeric.contains(column): words += 1
            case .number, .time: hits += 1
            case .empty: continue
            case .word, .sentence, .mixture:
                let isTime =
                    timeLike.contains(column)
                    && TimeLikeness.share(of: [cells[column]], isNamed: false) > 0
                if isTime { hits += 1 } else { words += 1 }
            }
        }
        return (hits, words)
    }

    /// A row with more cells than most, all of them empty, or with some less at its end.
    private static func isPadded(_ cells: [[UInt8]], to fields: Int) -> Bool {
        if cells.count > fields { return cells[fields...].allSatisfy(\.isEmpty) }
        return cells.count * 4 >= fields * 3 && cells.count > 1
    }
}
