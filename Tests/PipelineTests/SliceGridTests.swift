import Telemetry
import Testing
import Values
@testable import Pipeline

@Suite("Slices of one device")
struct SliceGridTests {
    private let grid = SliceGrid(
        [TimeSlice(from: 0, to: 10), TimeSlice(from: 10, to: 20), TimeSlice(from: 20, to: 30)])

    @Test(
        "A time belongs to the slice that starts at or before it",
        arguments: [(0.0, 0), (9.9, 0), (10, 1), (29.9, 2), (30, nil), (-0.1, nil)])
    func index(time: Double, expected: Int?) {
        #expect(grid.index(of: time) == expected)
    }

    @Test("Means are weighted by the readings of each bucket; a slice without any is missing")
    func means() {
        let values = [(1, 2.0), (3, 6.0), (1, 9.0)].map {
            MetricSummary(count: $0.0, mean: $0.1, minimum: $0.1, maximum: $0.1, last: $0.1)
        }
        let means = grid.means([0, 5, 25], values)
        #expect(means[0] == 5)
        #expect(means[1].isNaN)
        #expect(means[2] == 9)
    }

    @Test("A bucket without a reading, between the slices or after them counts in none")
    func left() {
        let one = MetricSummary(count: 2, mean: 4, minimum: 4, maximum: 4, last: 4)
        #expect(grid.means([0, 5], [one, MetricSummary()])[0] == 4)
        let gap = SliceGrid([TimeSlice(from: 10, to: 20), TimeSlice(from: 30, to: 40)])
        let nine = MetricSummary(count: 1, mean: 9, minimum: 9, maximum: 9, last: 9)
        let means = gap.means(
            [5, 10, 20, 25, 30, 40, 45], [nine, one, nine, nine, one, nine, nine])
        #expect(means == [4, 4] && gap.width == 10)
    }

    @Test(
        "A stretch touches every slice that it reaches into, none outside of all",
        arguments: [
            (-9.0, -1.0, 0..<0), (-9, 0, 0..<1), (5, 10, 0..<2), (5, 9.9, 0..<1), (0, 99, 0..<3),
            (29.9, 30, 2..<3), (30, 40, 0..<0), (12, 12, 1..<2), (12, .infinity, 1..<3),
        ])
    func stretch(from: Double, to: Double, expected: Range<Int>) {
        #expect(grid.indices(from: from, to: to) == expected)
    }

    @Test("The spread over buckets equals that of all readings")
    func spreads() {
        let readings: [[Double]] = [[1, 2, 3], [10, 12]]
        let values = readings.map { values -> MetricSummary in
            let mean = values.reduce(0, +) / Double(values.count)
            return MetricSummary(
                count: values.count, mean: mean,
                m2: values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
        }
        let all = readings.flatMap { $0 }
        let mean = all.reduce(0, +) / 5
        let expected = (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4).squareRoot()
        #expect(abs(grid.spreads([0, 5], values)[0] - expected) < 1e-12)
    }
}
