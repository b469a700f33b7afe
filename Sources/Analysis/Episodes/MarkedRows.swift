/// Rows that some detector marks, before ``StretchTelling`` turns them into a ``Stretch``.
struct MarkedRows: Sendable, Equatable {
    var rows: Range<Int>
    /// The peak of the score within, over the limit; below 1 for a mere remark.
    var excess: Double

    /// 25 at the limit, nearing 100 far above it and 0 far below it.
    var severity: Double {
        let limit = Stretch.remarkLimit
        return excess < 1 ? limit * max(0, excess) : limit + (100 - limit) * (1 - 1 / excess)
    }

    /// Runs above `floor` times the limit for remarks whose peak reaches that limit: the score that
    /// a recording without trouble passes once. `excess` is over the limit that counts.
    static func found(in scores: [Double], block: Int, floor: Double) -> [MarkedRows] {
        let tail = TailLimit(scores, block: block)
        let limit = tail.passed(times: RecordingJudge.falseStretches)
        return found(in: scores, limit: tail.passed(times: 1), floor: floor).map { mark in
            MarkedRows(rows: mark.rows, excess: scores[mark.rows].reduce(0, max) / limit)
        }
    }

    /// Runs above `floor` times the limit whose peak reaches the limit. O(n).
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

    /// In order of time, with those at most `gap` rows apart made one.
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

    /// The fewest rows in succession that hold four fifths of the squared residuals: windows score
    /// high around a short event too. `residuals` are of all rows. O(rows).
    func narrowed(_ residuals: [Double]) -> MarkedRows {
        narrowed(within: Array(residuals[rows]))
    }

    /// As `narrowed(_:)`, from the residuals of the marked rows alone.
    func narrowed(within residuals: [Double]) -> MarkedRows {
        let squares = residuals.map { $0 * $0 }
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

extension AnomalyScores {
    /// The runs of anomalous rows; `excess` is their peak over the threshold.
    var marks: [MarkedRows] {
        MarkedRows.runs(isAnomaly).map { rows in
            MarkedRows(rows: rows, excess: score[rows].reduce(0, max) / threshold)
        }
    }

    /// Per signal and row its part of the score: the root of its share times the score.
    var deviations: [[Double]] {
        contributions.map { shares in
            zip(shares, score).map { ($0 / 100).squareRoot() * $1 }
        }
    }
}
