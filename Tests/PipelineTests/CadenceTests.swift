import Testing

@testable import Pipeline

/// How regularly a device reports, read off the times of its buckets.
@Suite("Cadence of reports")
struct CadenceTests {
    /// Bucket starts of readings at a cadence.
    private func buckets(every cadence: Double, width: Double, count: Int = 200) -> [Double] {
        (0..<count).map { (Double($0) * cadence / width).rounded(.down) * width }
    }

    @Test(
        "A regular cadence misses nothing, whatever the width of the buckets",
        arguments: [(4.0, 3.0), (7, 5), (25, 20), (1, 1), (9, 5), (31, 30)])
    func regular(cadence: Double, width: Double) {
        let reporting = Reporting(times: buckets(every: cadence, width: width), end: nil)
        #expect(reporting.missingShare < 0.01)
        #expect(!reporting.isIntermittent)
        #expect(reporting.gaps.isEmpty)
    }

    @Test("A long regular record is read in linear time", .timeLimit(.minutes(1)))
    func long() {
        let reporting = Reporting(times: buckets(every: 1, width: 1, count: 2_000_000), end: nil)
        #expect(reporting.missingShare == 0)
    }

    @Test("Every fourth reading left out by chance is a quarter missing")
    func missing() {
        // A fixed scramble: 0, 1 and 2 in no order that a cadence could have.
        let times = (0..<400).filter { ($0 * 7_919 + $0 * $0 * 31) % 97 >= 24 }.map(Double.init)
        let reporting = Reporting(times: times, end: nil)
        #expect(abs(reporting.missingShare - 0.25) < 0.04)
        #expect(reporting.isIntermittent)
    }

    @Test("A change from hourly to daily misses nothing; a hole is one gap")
    func changes() {
        let hourly = (0..<240).map(Double.init)
        let daily = (0..<60).map { 240 + 24 * Double($0) }
        #expect(Reporting(times: hourly + daily, end: nil).missingShare < 0.02)
        let hole = hourly + (0..<240).map { 300 + Double($0) }
        #expect(Reporting(times: hole, end: nil).gaps.count == 1)
    }
}
