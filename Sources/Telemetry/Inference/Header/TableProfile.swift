import Values

/// What a table's rows look like: which of its columns hold numbers or times.
///
/// Taken from the later rows of the sample, as the first ones may be preamble.
struct TableProfile {
    /// Cells in each of the rows that count.
    let fields: Int
    /// Columns nearly all of whose cells are numbers or times; only the first 200 columns.
    let typed: [Bool]
    /// Those with numbers only, above which a time of day is a name.
    private let numeric: Set<Int>
    /// Those whose times are recognised by their parts only (`13 марта 2024 г.`).
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

    /// Whether some column tells rows from names.
    var isTelling: Bool { typed.contains(true) }

    /// Whether a line may be a row: hardly a word stands where rows have numbers.
    func fits(_ cells: [[UInt8]]) -> Bool {
        guard cells.count == fields || Self.isPadded(cells, to: fields) else { return false }
        let (hits, words) = matches(cells)
        return hits > 0 && words * 3 <= hits
    }

    /// Whether a line may be a row, with no word at all where rows have numbers.
    func fitsStrictly(_ cells: [[UInt8]]) -> Bool {
        fits(cells) && matches(cells).words == 0
    }

    /// Whether a line about as long as the rows has some numbers or times where they do, and words
    /// as well.
    func isDamagedRow(_ cells: [[UInt8]]) -> Bool {
        guard cells.count != fields else { return matches(cells).hits > 0 && !isNamed(cells) }
        // With a cell more or less nothing else may be wrong.
        let (hits, words) = matches(cells)
        return abs(cells.count - fields) <= 2 && words == 0 && hits >= 2
            && hits * 10 >= typed.count { $0 } * 8
    }

    /// Whether distinct words stand above most of the numbers, though a time is among them: a
    /// header as `sar` prints it (`12:00:01 AM CPU %user %system`).
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

    /// Whether a row has surplus cells that are all empty, or lacks up to a quarter at its end.
    private static func isPadded(_ cells: [[UInt8]], to fields: Int) -> Bool {
        if cells.count > fields { return cells[fields...].allSatisfy(\.isEmpty) }
        return cells.count * 4 >= fields * 3 && cells.count > 1
    }
}
