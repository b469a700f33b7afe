/// A reading less its usual value, with gaps bridged by straight lines.
struct FilledSeries {
    /// One value for each step; before the first reading and behind the last one as they are.
    let values: [Double]
    /// How many of the steps before each place had no reading; one entry more than `values`.
    let missing: [Int32]

    /// Nil without a reading.
    ///
    /// - Complexity: O(n).
    init?(_ column: [Double], usual: Double) {
        guard usual.isFinite, let first = column.first(where: { !$0.isNaN }) else { return nil }
        var values = column
        var missing = [Int32](repeating: 0, count: column.count + 1)
        var known = -1
        for place in column.indices {
            missing[place + 1] = missing[place] + (column[place].isNaN ? 1 : 0)
            guard !column[place].isNaN else { continue }
            values[place] = column[place] - usual
            Self.bridge(&values, from: known, to: place, first: first - usual)
            known = place
        }
        for place in (known + 1)..<column.count { values[place] = values[known] }
        self.values = values
        self.missing = missing
    }

    /// Fills what lies between two readings; -1 stands for the time before the first.
    private static func bridge(
        _ values: inout [Double], from: Int, to: Int, first: Double
    ) {
        guard to - from > 1 else { return }
        let start = from < 0 ? first : values[from]
        let slope = from < 0 ? 0 : (values[to] - start) / Double(to - from)
        for place in (from + 1)..<to { values[place] = start + slope * Double(place - from) }
    }

    /// Whether a stretch has enough readings to be compared: at least four fifths.
    func isKnown(from place: Int, length: Int) -> Bool {
        5 * Int(missing[place + length] - missing[place]) <= length
    }
}
