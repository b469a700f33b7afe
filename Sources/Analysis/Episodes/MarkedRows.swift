/// Rows that some detector marks, before they are told as a ``Stretch``.
struct MarkedRows: Sendable, Equatable {
    /// Rows from 0.
    var rows: Range<Int>
    /// The peak of the score within over the limit, 1 or more.
    var excess: Double

    /// 25 at the limit, nearing 100 far above it.
    var severity: Double {
        Stretch.remarkLimit + (100 - Stretch.remarkLimit) * (1 - 1 / max(1, excess))
    }

    /// Runs above `floor` times the limit whose peak reaches it. O(n).
    static func found(in scores: [Double], limit: Double, floor: Double) -> [MarkedRows] {
        runs(scores.map { $0 > floor * limit }).compactMap { rows in
            let peak = scores[rows].reduce(0, max)
            return peak >= limit && limit > 0 ? MarkedRows(rows: rows, excess: peak / limit) : nil
        }
    }

    /// Runs of true. O(n).
    static func runs(_ marks: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var first: Int?
        for (row, isMarked) in marks.enumerated() where isMarked != (first != nil) {
            if let begin = first { runs.append(begin..<row) }
            first = isMarked ? row : nil
        }
        if let begin = first { runs.append(begin..<marks.count) }
        return runs
    }

    /// In order, with those at most `gap` rows apart made one.
    static func joined(_ marks: [MarkedRows], gap: Int) -> [MarkedRows] {
        var joined: [MarkedRows] = []
        for mark in marks.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) {
            if let last = joined.last, mark.rows.lowerBound - last.rows.upperBound <= gap {
                let end = max(last.rows.upperBound, mark.rows.upperBound)
                joined[joined.count - 1].rows = last.rows.lowerBound..<end
                joined[joined.count - 1].excess = max(last.excess, mark.excess)
            } else {
                joined.append(mark)
            }
        }
        return joined
    }

    /// The fewest rows in succession that hold four fifths of the squared residuals: scores of
    /// windows are high around a short event too. O(rows).
    func narrowed(_ residuals: [Double]) -> MarkedRows {
        let squares = residuals[rows].map { $0 * $0 }
        let needed = 0.8 * squares.reduce(0, +) * (1 - 1e-12)
        guard needed > 0 else { return self }
        var best = 0..<squares.count
        var sum = 0.0
        var first = 0
        for (place, square) in squares.enumerated() {
            sum += square
            while first < place, sum - squares[first] >= needed {
                sum -= squares[first]
                first += 1
            }
            if sum >= needed, place + 1 - first < best.count { best = first..<place + 1 }
        }
        let begin = rows.lowerBound
        return MarkedRows(
            rows: begin + best.lowerBound..<begin + best.upperBound, excess: excess)
    }
}
