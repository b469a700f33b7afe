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

@Suite("How regularly a device reports")
struct ReportingTests {
    @Test("A device that reports every hour has no gap and misses nothing")
    func regular() {
        let reporting = Reporting(times: (0..<100).map { Double($0) * 3_600 }, end: 99 * 3_600)
        #expect(reporting.step == 3_600)
        #expect(reporting.gaps.isEmpty)
        #expect(reporting.missingShare == 0)
        #expect(reporting.silentSince == nil)
    }

    @Test("Three days without data are a gap from the first missing hour to the next reading")
    func gap() throws {
        let hours = Array(0..<100) + Array(172..<300)
        let reporting = Reporting(times: hours.map { Double($0) * 3_600 }, end: 299 * 3_600)
        let gap = try #require(reporting.gaps.first)
        #expect(gap.from == 100 * 3_600)
        #expect(gap.to == 172 * 3_600)
    }

    @Test("A device whose readings end before the fleet's is silent since its last one")
    func silent() {
        let times = (0..<100).map { Double($0) * 3_600 }
        #expect(Reporting(times: times, end: 200 * 3_600).silentSince == 356_400.0)
        #expect(Reporting(times: times, end: 105 * 3_600).silentSince == nil)
        #expect(Reporting(times: times, end: nil).silentSince == nil)
    }

    @Test("Too few or irregular readings have no rhythm to miss")
    func irregular() {
        #expect(Reporting(times: [0, 1, 2], end: 1e6).step == nil)
        let scattered = (0..<40).map { Double($0 * $0 * $0) }
        #expect(Reporting(times: scattered, end: nil).gaps.isEmpty)
    }
}
