import Testing

@testable import Telemetry

@Suite("Summaries of readings")
struct RollupSummaryTests {
    private func direct(_ values: [Double]) -> MetricSummary {
        let mean = values.reduce(0, +) / Double(values.count)
        return MetricSummary(
            count: values.count, mean: mean,
            m2: values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) },
            minimum: values.min() ?? .nan, maximum: values.max() ?? .nan,
            last: values.last ?? .nan)
    }

    private func expectEqual(_ left: MetricSummary, _ right: MetricSummary) {
        #expect(left.count == right.count)
        #expect(agree(left.mean, right.mean))
        #expect(agree(left.m2, right.m2, 1e-8))
        #expect(agree(left.minimum, right.minimum))
        #expect(agree(left.maximum, right.maximum))
        #expect(agree(left.last, right.last))
    }

    @Test("Adding one by one and merging parts equal the direct computation", arguments: 0..<20)
    func merging(seed: UInt64) {
        var generator = TestGenerator(seed: seed)
        let values = (0..<200).map { _ in Double.random(in: 1e6...1e6 + 3, using: &generator) }
        var one = MetricSummary()
        for value in values { one.add(value) }
        expectEqual(one, direct(values))

        var merged = MetricSummary()
        var rest = values[...]
        while !rest.isEmpty {
            let part = rest.prefix(Int.random(in: 1...30, using: &generator))
            var summary = MetricSummary()
            for value in part { summary.add(value) }
            merged.merge(summary)
            rest = rest.dropFirst(part.count)
        }
        expectEqual(merged, direct(values))
    }

    @Test("Nothing, NaN and infinity leave a summary as it is")
    func empty() {
        var summary = MetricSummary()
        summary.add(.nan)
        summary.add(.infinity)
        summary.merge(MetricSummary())
        #expect(summary.count == 0)
        #expect(summary.mean.isNaN)
        #expect(summary.standardDeviation.isNaN)
    }

    @Test("A column of cells sums up to all its readings, single or not", arguments: [1, 3])
    func column(readingsPerCell: Int) {
        var generator = TestGenerator(seed: 7)
        let values = (0..<300).map { _ in
            Bool.random(using: &generator) ? Double.random(in: -5...5, using: &generator) : .nan
        }
        var column = MetricColumn()
        column.add(
            MetricColumn(means: values), at: values.indices.map { Int32($0 / readingsPerCell) })
        expectEqual(
            column.summary(0..<300), direct(values.filter { !$0.isNaN }))
        #expect((column.moments == nil) == (readingsPerCell == 1))
    }

    @Test("The slope is that of least squares and needs three cells")
    func slope() {
        var column = MetricColumn()
        column.add(MetricColumn(means: [1, .nan, 7, 10, 13.5]), at: [0, 1, 2, 3, 4])
        let buckets: [Int32] = [10, 11, 12, 13, 14]
        // numpy.polyfit([0, 2, 3, 4], [1, 7, 10, 13.5], 1)[0]
        #expect(agree(column.slopePerBucket(0..<5, buckets: buckets), 3.1))
        #expect(column.slopePerBucket(0..<2, buckets: buckets).isNaN)
        #expect(column.slopePerBucket(0..<3, buckets: buckets).isNaN)
    }
}
