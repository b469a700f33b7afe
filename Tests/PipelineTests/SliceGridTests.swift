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
