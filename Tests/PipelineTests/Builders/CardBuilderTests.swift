import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The cards of the Overview")
struct CardBuilderTests {
    private static let day = MadeSource.day

    private func cards(
        _ source: MadeSource, _ episodes: [Episode] = [], _ scope: Scope? = nil
    ) throws -> [OverviewReport.KPI] {
        let scope = scope ?? source.scope
        return CardBuilder(
            overview: OverviewBuilder(
                scope: scope, fleet: try source.fleet(episodes, scope), rates: source.rates(scope),
                tested: [], totals: source.totals(scope.filter), strongest: nil, findings: [],
                missingData: MissingData(
                    time: false, metrics: false, events: false, failures: false, devices: false))
        ).cards()
    }

    private func card(
        _ measure: OverviewReport.KPI.Measure, _ cards: [OverviewReport.KPI]
    ) throws -> OverviewReport.KPI {
        try #require(cards.first { $0.measure == measure })
    }

    @Test("are at most six, in the order of what is asked first")
    func order() throws {
        let codes: [(EventKind, String)] = [
            (.error, "e"), (.failure, "f"), (.repair, "r"), (.other, "o"),
        ]
        let all = (0..<4).map { (day: 50.0, code: $0) } + [(40, 1), (30, 1)]
        let units = (0..<2).map { device in
            MadeSource.Unit(
                "d\(device)", days: all, rows: MadeSource.daily(0..<60) { [Double($0 % 3)] })
        }
        let found = try cards(MadeSource(units, metrics: ["x"], codes: codes))
        #expect(
            found.map(\.measure) == [
                .devicesOut, .events(.error), .events(.failure), .events(.repair), .events(.other),
                .timeBetweenFailures,
            ])
        let bare = MadeSource.Unit(name: "d", rows: units[0].rows)
        let one = try cards(MadeSource([bare], metrics: ["x"], hasLabels: true))
        #expect(
            one.map(\.measure) == [
                .devicesOut, .labelledRows, .metric(.made(0, "x")), .rows, .devices,
            ])
        #expect(one.map(\.value) == [0, 0, 2, 60, 1] && one[1].total == 60)
    }

    @Test("say how many devices are out, before the recent span, and as a rule")
    func devicesOut() throws {
        let source = MadeSource(
            (0..<3).map { device in
                .init(name: "d\(device)", rows: MadeSource.daily(0..<61) { [Double($0 % 3)] })
            }, metrics: ["x"])
        let trouble = { (device: Int, from: Double, to: Double?) in
            Episode(
                .step, devices: [source.catalog.deviceRef(device)], from: from * Self.day,
                to: to.map { $0 * Self.day }, severity: 50)
        }
        let card = try card(
            .devicesOut,
            cards(source, [trouble(0, 20, nil), trouble(1, 30, 34), trouble(2, 58, nil)]))
        #expect(card.value == 2 && card.total == 3)
        // 28 days before the end it is day 32.
        #expect(card.previous == 2 && card.whole == 1 && card.spark.count == 61)
        #expect(card.spark[19] == 0 && card.spark[20] == 1 && card.spark[34] == 2)
        #expect(card.spark[35] == 1 && card.spark[60] == 2)
    }

    @Test("count events of the recent span and the one before, and all")
    func events() throws {
        let days = [2.0, 10, 10, 20, 40, 50, 55].map { (day: $0, code: 0) }
        let source = MadeSource(
            [.init("a", days: days), .init("b", days: [])], codes: [(.error, "e")])
        let card = try card(.events(.error), cards(source))
        #expect(card.value == 3 && card.previous == 3 && card.whole == 7)
        #expect(card.spark.count == 60 && card.spark[10] == 2 && card.spark[55] == 1)
        let cycles = MadeSource(
            [.init(name: "a", events: MadeSource.events([4]))], codes: [(.error, "e")],
            length: 100, step: 1, kind: .cycle)
        let whole = try self.card(.events(.error), cards(cycles))
        #expect(whole.value == 4 && whole.previous == nil && whole.whole == nil)
    }

    @Test("give the time between failures: of the recent span from five in both on, else of all")
    func timeBetweenFailures() throws {
        let source = { (before: Int, now: Int) in
            MadeSource(
                [
                    .init(
                        "a",
                        days: Array(repeating: (day: 20, code: 0), count: before)
                            + Array(repeating: (day: 50, code: 0), count: now)),
                    .init("b", days: []),
                ], codes: [(.failure, "f")])
        }
        let recent = try card(.timeBetweenFailures, cards(source(5, 7)))
        // Two devices over 28 days, and over all 60.
        #expect(abs(recent.value - 8) < 1e-9 && recent.whole == 10)
        #expect(abs((recent.previous ?? 0) - 11.2) < 1e-9)
        let few = try card(.timeBetweenFailures, cards(source(4, 8)))
        #expect(few.value == 10 && few.previous == nil && few.whole == 10)
        #expect(try card(.timeBetweenFailures, cards(source(8, 4))).previous == nil)
        #expect(abs(try card(.timeBetweenFailures, cards(source(7, 5))).value - 11.2) < 1e-9)
        #expect(try card(.timeBetweenFailures, cards(source(1, 1))).value == 60)
        #expect(
            try !cards(source(1, 0)).contains { $0.measure == .timeBetweenFailures })
    }

    @Test("sum up the health of several devices, with those below 50 and below 75")
    func health() throws {
        let source = MadeSource((0..<5).map { .init("d\($0)", days: []) }, codes: [(.error, "e")])
        // They lose 0.7 points for each point of severity.
        let episodes = [90.0, 50, 30, 75].enumerated().map { device, severity in
            Episode(
                .step, devices: [source.catalog.deviceRef(device)], from: 0, to: nil,
                severity: severity)
        }
        let card = try card(.health, cards(source, episodes))
        #expect(card.spark.map { ($0 * 10).rounded() } == [370, 475, 650, 790, 1_000])
        #expect(card.value == 65 && card.low == 2 && card.middling == 1)
        #expect(try !cards(MadeSource([.init("a", days: [])])).contains { $0.measure == .health })
    }

    @Test("show four readings: the last two slices, or the mean where times are no dates")
    func metrics() throws {
        let rows = MadeSource.daily(0..<3) { day in
            (0..<5).map { $0 == 1 ? .nan : Double(day * day + $0) }
        }
        let names = ["a", "b", "c", "d", "e"]
        let dated = try cards(
            MadeSource([.init(name: "1", rows: rows)], metrics: names, length: 60 * Self.day))
        #expect(
            dated.map(\.measure) == [0, 2, 3].map { .metric(.made($0, names[$0])) }
                + [.rows, .devices])
        #expect(dated[0].value == 4 && dated[0].previous == 1 && dated[0].spark == [0, 1, 4])
        #expect(dated[0].whole == 5.0 / 3)
        let (one, two) = (Array(rows.prefix(1)), Array(rows.prefix(2)))
        let previous = try [one, two].map {
            try cards(
                MadeSource([.init(name: "1", rows: $0)], metrics: names, length: 60 * Self.day))[0]
                .previous
        }
        #expect(previous == [nil, 0])
        let rowSource = MadeSource(
            [.init(name: "1", rows: rows.map { ($0.time / Self.day, $0.values) })], metrics: names,
            length: 2, step: 1, kind: .row)
        let plain = try cards(rowSource)
        #expect(plain.last?.measure == .rows && plain[0].measure == .metric(.made(0, "a")))
        #expect(plain[0].value == 5.0 / 3 && plain[0].previous == nil && plain[0].spark.isEmpty)
    }
}
