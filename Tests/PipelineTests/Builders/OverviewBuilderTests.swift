import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The Overview")
struct OverviewBuilderTests {
    private static let day = MadeSource.day

    private func builder(
        _ source: MadeSource, _ episodes: [Episode] = [], findings: [Finding] = []
    ) throws -> OverviewBuilder {
        OverviewBuilder(
            scope: source.scope, fleet: try source.fleet(episodes), rates: source.rates(),
            tested: [], totals: source.totals(source.scope.filter), strongest: nil,
            findings: findings,
            missingData: MissingData(
                time: false, metrics: false, events: false, failures: false, devices: false))
    }

    private func units(_ count: Int) -> [MadeSource.Unit] {
        (0..<count).map { device in
            .init(name: "d\(device)", rows: MadeSource.daily(0..<61) { [Double($0 % 3)] })
        }
    }

    private func trouble(_ device: Int, _ severity: Double, from: Double = 40) -> Episode {
        Episode(
            .step, devices: [DeviceRef(index: device, name: "d\(device)")],
            from: from * Self.day, to: nil, severity: severity)
    }

    @Test("counts devices by status, names the worst, and lists the gravest first")
    func headline() throws {
        let source = MadeSource(units(5), metrics: ["x"])
        let report = try builder(
            source, [trouble(3, 80), trouble(1, 40), trouble(2, 30, from: 10)],
            findings: [
                Finding(.partYears([]), tone: .neutral, weight: 5),
                Finding(.strayRows(count: 1, at: 0), tone: .neutral, weight: 9),
            ]
        ).report()
        let headline = report.headline
        #expect(headline.critical == 1 && headline.warning == 2 && headline.total == 5)
        #expect(headline.out == 3 && headline.asOf == 60 * Self.day)
        #expect(headline.worst?.device.name == "d3" && headline.finding?.weight == 9)
        // None is out on ten of 61 days, one on thirty, three on the last twenty-one.
        #expect(headline.ordinaryOut == 1)
        #expect(report.devices.map(\.device.name) == ["d3", "d1", "d2", "d0", "d4"])
        #expect(report.devices.map(\.health) == [44, 72, 79, 100, 100])
        #expect(report.changes.map(\.weight) == [9, 5])
    }

    @Test("of a fleet without troubles says that nothing is unusual")
    func quiet() throws {
        let report = try builder(MadeSource(units(4), metrics: ["x"])).report()
        #expect(report.headline.worst == nil && report.headline.finding == nil)
        #expect(report.headline.critical == 0 && report.headline.warning == 0)
        #expect(
            report.changes == [Finding(.nothingUnusual(devices: 4), tone: .good, weight: 0)])
        let bare = try builder(MadeSource([.init("a", days: [(1, 0)])], codes: [(.error, "e")]))
        #expect(bare.report().headline.ordinaryOut == nil)
    }

    @Test("what readings always do is no change, whatever its weight")
    func standing() throws {
        let (one, two) = (MetricRef.made(0, "x"), MetricRef.made(1, "y"))
        let kinds: [Finding.Kind] = [
            .dailyPattern(one, strength: 1, peakHour: 1, amplitude: 1),
            .weeklyPattern(one, strength: 1, highestDay: 1, lowestDay: 2, amplitude: 1),
            .yearlyPattern(one, highest: 1, lowest: 2, high: 1, low: 0, p: 0),
            .correlated(one, two, r: 1),
        ]
        let findings = kinds.map { Finding($0, tone: .neutral, weight: 99) }
        let report = try builder(MadeSource(units(4), metrics: ["x"]), findings: findings).report()
        #expect(report.changes.map(\.kind) == [.nothingUnusual(devices: 4)])
        #expect(report.headline.finding == nil)
    }

    @Test("shows the nine weightiest findings, two of a sort, of open episodes four")
    func changes() throws {
        let metric = MetricRef.made(0, "x")
        let code = CodeRef(index: 0, kind: .error, name: "e", rank: 0)
        let device = DeviceRef(index: 0, name: "d0")
        let both = Compared(current: 1, previous: 2)
        var over = trouble(0, 50)
        over.to = over.from + 1
        let sorts: [(sort: String, kinds: [Finding.Kind])] = [
            ("episode", [.episode(trouble(0, 50))]), ("over", [.episode(over)]),
            (
                "apart",
                [
                    .groupApart(
                        attribute: "a", value: "b", metric, mean: 1, others: 2, devices: 3, z: 4),
                    .apartOfFew(device, []),
                ]
            ),
            (
                "events",
                [
                    .eventsChanged(.error, code: nil, both, p: 0, topDevices: [], topShare: 0),
                    .eventsLevel(.error, both, p: 1),
                    .rateShift(.error, code: nil, at: 0, before: 1, after: 2, devices: 1, p: 0),
                ]
            ),
            ("log", [.logSpan(.error, from: nil, to: 1)]),
            (
                "concentration",
                [
                    .concentration(.error, devices: [], share: 1, total: 1),
                    .mostFailures(device, count: 1, withoutAny: 1),
                    .mostErrors(device, count: 1, median: 1), .nameGroups([], total: 1),
                ]
            ),
            (
                "labelled",
                [
                    .labelledAt([], share: 1, total: 1), .labelledDiffer([], count: 1, total: 1),
                    .labelledRates(attribute: "a", []),
                ]
            ),
            (
                "other",
                [
                    .constant([]), .noPrecursor(failures: 3), .missing(metric, share: 1, count: 1),
                    .beforeFailure(
                        metric, code,
                        FailureSign(value: 1, ordinary: 1, nearest: 1, farthest: 1, failures: 1)),
                ]
            ),
        ]
        for (sort, kinds) in sorts {
            let findings = kinds.map { Finding($0, tone: .neutral, weight: 1) }
            #expect(findings.allSatisfy { $0.sort == sort }, "\(sort)")
            let six = (0..<6).map {
                Finding(kinds[$0 % kinds.count], tone: .bad, weight: Double($0))
            }
            let source = MadeSource(units(1), metrics: ["x"])
            let shown = try builder(source, findings: six).report().changes
            #expect(shown.map(\.weight) == (sort == "episode" ? [5, 4, 3, 2] : [5, 4]))
        }
        let all = sorts.flatMap { sort in
            (0..<2).map { Finding(sort.kinds[0], tone: .bad, weight: Double($0)) }
        }
        let source = MadeSource(units(1), metrics: ["x"])
        #expect(
            try builder(source, findings: all).report().changes.map(\.weight)
                == [1, 1, 1, 1, 1, 1, 1, 1, 0])
    }

    @Test("gives the share of each severity, and none where no log has one")
    func severities() throws {
        var source = MadeSource(units(1), metrics: ["x"])
        #expect(try builder(source).report().severities.isEmpty)
        source.catalog.severities = [
            SeverityCount(name: "high", count: 3, isError: true),
            SeverityCount(name: "low", count: 1, isError: false),
        ]
        #expect(
            try builder(source).report().severities == [
                SeverityShare(name: "high", count: 3, share: 0.75, isError: true),
                SeverityShare(name: "low", count: 1, share: 0.25, isError: false),
            ])
    }
}
