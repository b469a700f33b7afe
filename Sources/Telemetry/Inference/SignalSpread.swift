import Values

/// How much the values of a column depend on the text of another: signals of different kinds (44
/// l/min, 180 °C) have ranges of their own, devices of one kind share one.
struct SignalSpread {
    private let rows: [[Int]]

    /// Groups the rows by the texts of a column; groups of fewer than three rows are left out.
    init(of column: SampleColumn, _ rowCount: Int) {
        var rows = [[Int]](repeating: [], count: column.distinct.count)
        for row in 0..<rowCount where column.codes[row] >= 0 { rows[column.codes[row]].append(row) }
        self.rows = rows.filter { $0.count >= 3 }
    }

    /// From the tenth to the ninetieth percentile of each group.
    private func ranges(_ values: SampleColumn) -> [ClosedRange<Double>] {
        rows.prefix(60).compactMap { rows in
            let sorted = rows.map { values.numbers[$0] }.filter { !$0.isNaN }.sorted()
            guard sorted.count >= 3 else { return nil }
            return sorted[sorted.count / 10]...sorted[sorted.count * 9 / 10]
        }
    }

    /// Share of the pairs of groups whose ranges do not overlap, 0…1; 0 for fewer than two groups.
    func separation(_ values: SampleColumn) -> Double {
        let ranges = ranges(values)
        guard ranges.count > 1 else { return 0 }
        var (apart, pairs) = (0, 0)
        for (place, range) in ranges.enumerated() {
            for other in ranges[(place + 1)...] {
                pairs += 1
                apart += range.overlaps(other) ? 0 : 1
            }
        }
        return Double(apart) / Double(pairs)
    }

    /// Whether most groups have ranges of their own which differ more than those of like devices:
    /// threefold in size or tenfold in width.
    func areOfOtherKind(_ values: SampleColumn) -> Bool {
        guard separation(values) >= 0.7 else { return false }
        let ranges = ranges(values)
        let centres = ranges.map { abs($0.lowerBound + $0.upperBound) / 2 }.filter { $0 > 0 }
        let widths = ranges.map { $0.upperBound - $0.lowerBound }.filter { $0 > 0 }
        let ratio = { (values: [Double]) in (values.max() ?? 1) / (values.min() ?? 1) }
        return ratio(centres) >= 3 || ratio(widths) >= 10
    }
}
