import Values

/// Finds readings that go on unchanged after a failure, as where a log repeats the last ones until
/// the machine is back: they show no working machine and would make a model and its test look
/// better than they are.
struct Standstill {
    /// Unchanged rows needed after the failure, and rows before it that they may begin in.
    private static let (least, lead) = (5, 2)

    let times: [Double]
    /// One per metric, NaN where it was not read; nil where the set lacks the metric.
    let columns: [[Double]?]

    /// The unchanged rows after each failure; failures without any are left out.
    ///
    /// - Complexity: O(rows × columns).
    func rows(after failures: [Double]) -> [Range<Int>] {
        guard columns.contains(where: { $0 != nil }) else { return [] }
        var usual = 1
        var begun = 0
        var found: [Range<Int>] = []
        for failure in failures {
            let place = times.count(upTo: failure)
            guard place < times.count else { break }
            var range = place..<place + 1
            while range.lowerBound > begun, isSame(range.lowerBound - 1, place) {
                range = range.lowerBound - 1..<range.upperBound
            }
            while range.upperBound < times.count, isSame(range.upperBound, place) {
                range = range.lowerBound..<range.upperBound + 1
            }
            usual = max(usual, longest(in: begun..<range.lowerBound))
            if range.lowerBound >= place - Self.lead, range.upperBound - place >= Self.least,
                range.lowerBound > begun, range.count > usual
            {
                found.append(range)
                begun = range.upperBound
            }
        }
        return found
    }

    private func isSame(_ row: Int, _ other: Int) -> Bool {
        columns.allSatisfy { column in
            guard let column else { return true }
            return column[row] == column[other] || column[row].isNaN && column[other].isNaN
        }
    }

    /// The largest number of consecutive rows without a change.
    private func longest(in rows: Range<Int>) -> Int {
        var (longest, length) = (0, 0)
        for row in rows {
            length = row > rows.lowerBound && isSame(row, row - 1) ? length + 1 : 1
            longest = max(longest, length)
        }
        return longest
    }
}
