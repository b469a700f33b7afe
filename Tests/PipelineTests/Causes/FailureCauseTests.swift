import Reports
import Testing
import Values

@testable import Pipeline

@Suite("What led to a failure")
struct FailureCauseTests {
    private func causes(_ made: MadeTroubles) throws -> CauseReport? {
        try made.pipeline.diagnose("p0", in: try made.pipeline.run(Choice())) { _ in
            ModelPanel(runtime: .missing, entries: [])
        }?.causes
    }

    @Test("is the reading that moved first before it, as before earlier failures of the fleet")
    func announced() throws {
        let report = try #require(
            try causes(
                try MadeTroubles(
                    [
                        .init(device: 1, from: 700), .init(device: 2, from: 1_000),
                        .init(device: 1, from: 1_400, isSeen: false), .init(device: 0, from: 1_900),
                    ], failing: true)))
        #expect(report.failure?.code.name == "seal")
        #expect(report.departed.first?.metric.name == "current")
        let failure = try #require(report.failure?.time)
        #expect(report.noticed < failure)
        #expect(abs((failure - (report.departed.first?.departure ?? 0)) / 3_600 - 40) <= 2)
        let earlier = try #require(report.earlier)
        #expect((earlier.examined, earlier.agreeing) == (3, 2))
        let lead = try #require(earlier.lead)
        #expect(lead.low >= 38 * 3_600 && lead.high <= 43 * 3_600)
    }

    @Test("is nothing where no reading moved")
    func unannounced() throws {
        let report = try #require(
            try causes(
                try MadeTroubles([.init(device: 0, from: 1_900, isSeen: false)], failing: true)))
        #expect(report.isUnannounced)
        #expect(report.earlier == nil)
    }

    @Test("is not told where readings had ended long before")
    func unseen() throws {
        let lines =
            ["time,device,speed,flow"]
            + (0..<1_500).map { hour in
                let noise = (0...1).map { MadeSet.scatter(2 * hour + $0, 5) }
                return "\(MadeSet.moment(Double(hour))),p0,\(20 + noise[0]),\(5 + noise[1])"
            }
        let failure = ["time,device,failure", "\(MadeSet.moment(3_000)),p0,seal"]
        let pipeline = try MadeSet(["pump.csv": lines, "failures.csv": failure]).pipeline
        let time = MadeSet.start + 3_000 * 3_600
        #expect(try pipeline.causes(noticed: time, device: 0) == nil)
        #expect(try pipeline.causes(noticed: time - 1_550 * 3_600, device: 0) != nil)
    }

    @Test("is asked about by the time of the failure")
    func byTime() throws {
        let made = try MadeTroubles([.init(device: 0, from: 1_900)], failing: true)
        let time = MadeSet.start + 1_940.5 * 3_600
        #expect(try made.pipeline.causes(noticed: time, device: 0)?.failure?.time == time)
        #expect(try made.pipeline.causes(noticed: time - 7_200, device: 0)?.failure == nil)
    }
}
