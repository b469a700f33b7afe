import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The order of earlier episodes")
struct EarlierEpisodesTests {
    @Test("is counted with the delays, on the device itself where it had enough")
    func own() throws {
        let made = try MadeTroubles([
            .init(device: 0, from: 600, delay: 3), .init(device: 0, from: 900, delay: 6),
            .init(device: 0, from: 1_200, delay: -4), .init(device: 1, from: 1_300),
            .init(device: 0, from: 1_900, hours: 100),
        ])
        let earlier = try #require(try made.report()?.earlier)
        #expect(earlier.leading.map(\.name) == ["current", "speed"])
        #expect((earlier.examined, earlier.agreeing, earlier.devices) == (3, 2, 1))
        let delay = try #require(earlier.delay)
        #expect(abs(delay.low / 3_600 - 3) <= 1 && abs(delay.high / 3_600 - 6) <= 1)
        #expect(delay.low <= delay.median && delay.median <= delay.high)
        #expect(earlier.lead == nil)
    }

    @Test("is told of what leads, and not where a command explains it all")
    func leading() throws {
        let made = try MadeTroubles([
            .init(device: 0, from: 600), .init(device: 0, from: 1_900, hours: 100),
        ])
        let history = made.history
        let last = try #require(history.episodes(of: 0).last)
        var report = try #require(try made.report())
        let earlier = EarlierEpisodes(
            history: history,
            question: CauseQuestion(device: 0, last, start: history.main.lowerBound))
        let record: DeviceRecord = try history.record(of: 0)
        #expect(try earlier.order(report, own: record) == report.earlier)
        report.command = CauseReport.Command(
            metric: report.signals[0].metric, time: 0, from: 1, to: 2, earlier: 4)
        #expect(try earlier.order(report, own: record) == nil)
        report.command = nil
        report.signals = []
        #expect(try earlier.order(report, own: record) == nil, "nothing leads")
    }

    @Test("is taken from other devices where the device had too few")
    func others() throws {
        let made = try MadeTroubles([
            .init(device: 1, from: 700), .init(device: 2, from: 1_000),
            .init(device: 0, from: 1_900, hours: 100),
        ])
        let earlier = try #require(try made.report()?.earlier)
        #expect((earlier.examined, earlier.agreeing, earlier.devices) == (2, 2, 2))
    }

    @Test("is not told without earlier episodes, nor of those with too little before them")
    func none() throws {
        let alone = try MadeTroubles([.init(device: 0, from: 1_900, hours: 100)])
        #expect(try #require(try alone.report()).earlier == nil)
        let early = try MadeTroubles([
            .init(device: 0, from: 200), .init(device: 0, from: 1_900, hours: 100),
        ])
        #expect(try #require(try early.report()).earlier == nil)
    }

    @Test("takes episodes of several readings at once for one")
    func joined() throws {
        let made = try MadeTroubles([.init(device: 0, from: 1_900, hours: 100)])
        let refs = made.pipeline.source.catalog.metricRefs
        let device = made.pipeline.source.catalog.deviceRef(0)
        let episode = { (metric: Int, from: Double, to: Double?) in
            Episode(
                .step, devices: [device], subjects: [.metric(refs[metric])], from: from, to: to,
                severity: 40 + Double(metric))
        }
        let joined = JoinedEpisodes(
            [episode(0, 10, 50), episode(1, 14, 44), episode(2, 45, 60), episode(1, 70, nil)],
            end: 100
        ).episodes
        #expect(joined.map(\.metrics.count) == [2, 1, 1])
        #expect(joined.first?.from == 10 && joined.first?.to == 50)
        #expect(joined.first?.severity == 41)
    }
}
