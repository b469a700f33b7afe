import Reports
import Testing
import Values

@testable import Pipeline
@testable import Telemetry

@Suite("The Trends page")
struct TrendBuilderTests {
    private static let day = MadeSource.day

    private func report(
        _ source: MadeSource, week: WeekHeatmap? = nil, patterns: [Finding] = []
    ) throws -> TrendReport {
        TrendBuilder(
            scope: source.scope, fleet: try source.fleet(), rates: source.rates(), week: week,
            patterns: patterns, strongest: nil,
            missingData: MissingData(
                time: false, metrics: false, events: false, failures: false, devices: false)
        ).report()
    }

    /// One device with so many events a day.
    private func events(
        _ kind: EventKind = .error, days: Int = 60, codes: Int = 1, _ count: (Int) -> Int
    ) -> MadeSource {
        let events = (0..<days).flatMap { day in
            (0..<codes).map {
                DeviceSeries.Event(
                    time: (Double(day) + 0.5) * Self.day, code: $0, count: count(day))
            }
        }.filter { $0.count > 0 }
        return MadeSource(
            [.init(name: "a", events: events), .init(name: "b")],
            codes: (0..<codes).map { (kind, "e\($0)") }, length: Double(days) * Self.day)
    }

    @Test(
        "says whether events come more or less often",
        arguments: [
            (0, TrendReport.Headline.Verdict.worse), (1, .better), (2, .neither), (3, .cannotSay),
            (4, .worse), (5, .better),
        ])
    func verdict(course: Int, verdict: TrendReport.Headline.Verdict) throws {
        let source =
            switch course {
            case 0: events { 5 + $0 / 4 }
            case 1: events { 25 - $0 / 4 }
            case 2: events { 5 + $0 % 2 }
            case 3: events(days: 7) { 5 + $0 }
            // A repair is no trouble, and a failure is one.
            case 4: events(.failure) { 5 + $0 / 4 }
            default: events(.other) { 25 - $0 / 4 }
            }
        let headline = try report(source).headline
        #expect(headline.verdict == verdict)
        #expect((headline.leading == nil) == false)
    }

    @Test("more repairs are neither better nor worse, and rising readings are both")
    func others() throws {
        #expect(try report(events(.repair) { 5 + $0 / 4 }).headline.verdict == .cannotSay)
        let rising = MadeSource(
            [.init(name: "a", rows: MadeSource.daily(0..<60) { [Double($0 + $0 % 3)] })],
            metrics: ["x"])
        let headline = try report(rising).headline
        #expect(headline.verdict == .mixed && headline.leading?.subject == .metric(.made(0, "x")))
    }

    @Test("a level that changed is told with both levels, and what is to come counts of a slice")
    func shift() throws {
        let found = try report(events { $0 < 30 ? 4 : 16 })
        let kind = try #require(found.kinds.first)
        // Two devices.
        #expect(kind.segments.map(\.mean) == [2, 8])
        #expect(kind.segments.map(\.from) == [0, 30 * Self.day])
        let shift = try #require(found.headline.shift)
        guard case .rateShift(.error, nil, let at, let before, let after, 2, let p) = shift.kind
        else {
            Issue.record("\(shift)")
            return
        }
        #expect(at == 30 * Self.day && before == 2 && after == 8 && p < 1e-9)
        #expect(shift.tone == .bad && shift.weight == 50 && found.findings.contains(shift))
        let less = try report(events { $0 < 30 ? 16 : 4 })
        #expect(less.headline.shift?.tone == .good)
        #expect(try report(events(.repair) { $0 < 30 ? 4 : 16 }).kinds.first?.segments.count == 1)
    }

    @Test("what is to come is counted over all devices, where a method beats the last value")
    func next() throws {
        let found = try report(events { 2 * ($0 % 7) })
        let next = try #require(found.headline.next)
        #expect(next.kind == .error && next.width == .day)
        // The sixtieth day comes after the fourth of a week: 4 for day 60 % 7.
        #expect(abs(next.mean - 8) < 1 && next.low <= next.mean && next.mean <= next.high)
        #expect(next.low >= 0)
        #expect(found.kinds.first?.forecast?.times.count == 7)
        #expect(try report(events(days: 11) { _ in 3 }).kinds.first?.forecast == nil)
    }

    @Test("a row for each kind and, of several, each code; codes that never came are left out")
    func rows() throws {
        let one = try report(events(codes: 1) { 5 + $0 % 3 })
        #expect(one.rows.map(\.subject) == [.events(.error)] && one.codes.count == 1)
        #expect(one.codes[0].trend == nil)
        let many = try report(events(codes: 14) { 5 + $0 % 3 })
        #expect(many.codes.count == 12 && many.rows.count == 13)
        #expect(many.codes.allSatisfy { $0.trend != nil })
        #expect(
            many.rows.prefix(2).map(\.subject) == [
                .events(.error),
                .code(many.codes[0].code ?? .init(index: 9, kind: .error, name: "", rank: 0)),
            ])
        let few = try report(events(days: 7) { _ in 3 })
        #expect(few.rows.map(\.verdict) == [.tooShort])
    }

    private func readings(_ count: Int, _ value: @escaping (Int, Int) -> Double) -> MadeSource {
        MadeSource(
            [
                .init(
                    name: "a",
                    rows: MadeSource.daily(0..<60) { day in (0..<count).map { value(day, $0) } })
            ], metrics: (0..<count).map { "m\($0)" })
    }

    @Test("of many readings those with the clearest trends are drawn, constants are not tested")
    func clearest() throws {
        let found = try report(
            readings(27) { day, metric in
                metric == 5 ? 1 : MadeSet.scatter(day, metric) + (metric == 26 ? Double(day) : 0)
            })
        #expect(found.metrics.count == TrendBuilder.metricLimit && found.metricsTested == 26)
        #expect(found.metrics.first?.metric.name == "m26" && found.rows.count == 26)
        #expect(!found.metrics.contains { $0.metric.name == "m5" })
        let chances = found.metrics.compactMap { $0.trend?.p }
        #expect(chances == chances.sorted() && chances.count == 24)
        #expect(found.findings.contains { $0.kind == .constant([.made(5, "m5")]) })
        let few = try report(readings(24) { day, metric in MadeSet.scatter(day, metric) })
        #expect(few.metricsTested == nil && few.metrics.map(\.metric.index) == Array(0..<24))
    }

    @Test("a reading that jumped has its largest jump, beyond chance")
    func jump() throws {
        let found = try report(
            readings(2) { day, metric in
                MadeSet.scatter(day, metric)
                    + (metric == 0 ? day < 20 ? 0 : day < 40 ? 9 : 14 : 0)
            })
        #expect(found.metrics.map(\.shiftAt) == [20 * Self.day, nil])
        #expect(found.metrics[0].mean.count == 61 && found.metrics[0].mean[60].isNaN)
    }

    @Test("the week is that of the first kind there is, and findings are the weightiest first")
    func week() throws {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
        let empty = WeekHeatmap(counts: counts, hours: [])
        counts[2][3] = 4
        counts[6][23] = 1
        let source = events(.failure) { 5 + $0 % 3 }
        let finding = Finding(.partYears([]), tone: .neutral, weight: 70)
        let found = try report(
            source, week: WeekHeatmap(counts: counts, hours: []), patterns: [finding])
        #expect(found.week == TrendReport.WeekMap(kind: .failure, counts: counts, total: 5))
        #expect(found.findings.first == finding)
        #expect(found.findings.map(\.weight) == found.findings.map(\.weight).sorted(by: >))
        #expect(try report(source, week: empty).week == nil)
        #expect(try report(source).week == nil)
    }
}
