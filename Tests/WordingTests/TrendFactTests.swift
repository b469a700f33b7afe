@testable import Wording
import Reports
import Testing
import Values

@Suite("Facts behind the sentences of Trends")
struct TrendFactTests {
    private static let day = 86_400.0

    private func series(_ counts: [Int], known: ClosedRange<Double>? = nil) -> RateSeries {
        var series = RateSeries(
            kind: .failure, code: nil, width: .day, slices: [], counts: counts, rates: [],
            rolling: [], rollingSlices: 2, trend: nil, mean: 0)
        series.known = known
        return series
    }

    @Test(
        "events are told by the day, by the week, or as a whole, so that none is a fraction of one")
    func pace() {
        let period = 0...90 * Self.day
        #expect(series([100, 80]).pace(in: period) == .perDay(2))
        #expect(series([30, 15]).pace(in: period) == .perWeek(3.5))
        #expect(series([1]).pace(in: period) == .inAll(1))
        #expect(series([]).pace(in: period) == .inAll(0))
        #expect(series([60], known: 0...30 * Self.day).pace(in: period) == .perDay(2))
        // A record below a week says nothing of weeks.
        #expect(series([2]).pace(in: 0...4 * Self.day) == .inAll(2))
        #expect(series([2]).pace(in: 5...5) == nil)
    }

    @Test("what readings always follow is a line each, and no news")
    func cycles() throws {
        let metrics = ["heat", "flow", "load"].enumerated().map {
            MetricRef(index: $0.offset, name: $0.element, unit: nil)
        }
        let kinds: [Finding.Kind] = [
            .correlated(metrics[2], metrics[1], r: -0.91),
            .dailyPattern(metrics[1], strength: 0.8, peakHour: 15, amplitude: 2),
            .constant([metrics[0]]), .correlated(metrics[1], metrics[0], r: 0.99),
            .weeklyPattern(metrics[1], strength: 0.4, highestDay: 2, lowestDay: 6, amplitude: 1),
            .yearlyPattern(metrics[0], highest: 6, lowest: 0, high: 3, low: 1, p: 0.001),
        ]
        let report = TrendReport(
            headline: .init(verdict: .neither, leading: nil, shift: nil, next: nil), kinds: [],
            rows: [], week: nil, codes: [], metrics: [], precursors: nil, cumulative: nil,
            reliability: [], findings: kinds.map { Finding($0, tone: .neutral, weight: 1) },
            missingData: MissingData(
                time: false, metrics: false, events: true, failures: true, devices: false))
        #expect(report.news.map(\.kind) == [.constant([metrics[0]])])
        let lines = report.cycles
        #expect(lines.map(\.metric.name) == ["heat", "flow", "load"])
        #expect(
            lines[0].year == .init(highest: 6, lowest: 0) && lines[0].day == nil
                && lines[0].strength == 0)
        #expect(lines[1].day == .init(strength: 0.8, peak: 15))
        #expect(lines[1].week?.highest == 2 && lines[1].strength == 0.8)
        #expect(lines[1].others.map(\.metric.name) == ["heat", "load"])
        #expect(lines[2].others == [.init(metric: metrics[1], r: -0.91)])
    }
}
