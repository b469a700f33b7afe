import Telemetry
import Testing

@testable import Pipeline

/// How regularly a device reports: by the times of its buckets, and by its rows on the grid.
@Suite("Cadence of reports")
struct CadenceTests {
    /// Bucket starts of readings at a cadence.
    private func buckets(every cadence: Double, width: Double, count: Int = 200) -> [Double] {
        (0..<count).map { (Double($0) * cadence / width).rounded(.down) * width }
    }

    /// Rows in these slots, and when they come.
    private func attendance(_ slots: [Int], end: Int? = nil) -> Attendance? {
        let readings = DeviceReadings(
            device: 0, slots: slots.map { Int32($0) }, rows: slots.map { _ in 1 }, values: [])
        return Attendance(readings, slots: 0..<(end ?? (slots.last ?? 0) + 1))
    }

    @Test(
        "A regular cadence misses nothing, whatever the width of the buckets",
        arguments: [(4.0, 3.0), (7, 5), (25, 20), (1, 1), (9, 5), (31, 30)])
    func regular(cadence: Double, width: Double) throws {
        let times = buckets(every: cadence, width: width)
        #expect(Reporting(times: times).missingShare < 0.01)
        let rows = try #require(attendance(times.map { Int($0 / width) }))
        #expect(rows.gaps.isEmpty)
        #expect(rows.tail == nil)
    }

    @Test("A long regular record is read in linear time", .timeLimit(.minutes(1)))
    func long() {
        let reporting = Reporting(times: buckets(every: 1, width: 1, count: 2_000_000))
        #expect(reporting.missingShare == 0)
    }

    @Test("Every fourth reading left out by chance is a quarter missing")
    func missing() throws {
        // A fixed scramble: 0, 1 and 2 in no order that a cadence could have.
        let times = (0..<400).filter { ($0 * 7_919 + $0 * $0 * 31) % 97 >= 24 }
        let reporting = Reporting(times: times.map(Double.init))
        #expect(abs(reporting.missingShare - 0.25) < 0.04)
        let rows = try #require(attendance(times))
        #expect(rows.gaps.count >= 10)
        #expect(rows.gaps.reduce(0) { $0 + $1.missed } >= 40)
    }

    @Test("A change from hourly to daily misses nothing; a hole is one gap")
    func changes() throws {
        let hourly = (0..<240).map(Double.init)
        let daily = (0..<60).map { 240 + 24 * Double($0) }
        #expect(Reporting(times: hourly + daily).missingShare < 0.02)
        let hole = Array(0..<240) + (0..<240).map { 300 + $0 }
        #expect(try #require(attendance(hole)).gaps.count == 1)
    }

    @Test("A device that reports every hour has no gap and misses nothing")
    func hourly() throws {
        let reporting = Reporting(times: (0..<100).map { Double($0) * 3_600 })
        #expect(reporting.step == 3_600)
        #expect(reporting.missingShare == 0)
        let rows = try #require(attendance(Array(0..<100)))
        #expect(rows.gaps.isEmpty && rows.tail == nil && rows.step == 1)
    }

    @Test("Three days without data are a gap from the first missing hour to the next reading")
    func gap() throws {
        let rows = try #require(attendance(Array(0..<100) + Array(172..<300)))
        #expect(rows.gaps == [Attendance.Gap(from: 100, to: 172, missed: 72)])
    }

    @Test("A device whose rows end before the set's has a tail from the first row that is missing")
    func silent() throws {
        let rows = try #require(attendance(Array(0..<100), end: 200))
        #expect(rows.tail?.from == 100)
        #expect(try #require(attendance(Array(0..<100), end: 100)).tail == nil)
    }

    @Test("Too few or irregular rows have no rhythm to miss")
    func irregular() {
        #expect(Reporting(times: [0, 1, 2]).step == nil)
        #expect(attendance([0, 1, 2]) == nil)
        #expect(attendance((0..<40).map { $0 * $0 * $0 }) == nil)
    }
}
