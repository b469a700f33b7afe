import Reports
import Samples
import Values

@testable import Wording

/// Where a fault began.
extension PhraseCases {
    var causes: Chapter {
        Chapter("CausePhrases") {
            Said("causeAnswer(_:)", causeReports) { $0.phrases.causeAnswer($1) }
            Said("causeOrder(_:)", causeReports) { $0.phrases.causeOrder($1) }
            Said("causeEvents(_:)", causeReports) { $0.phrases.causeEvents($1) }
            Said("causeEarlier(_:)", causeReports) { $0.phrases.causeEarlier($1) }
            Said("causes(_:)", causeReports) { $0.phrases.causes($1) }
            Said("mechanism(_:)", CauseMechanism.allCases) { phrases.mechanism($0) }
        }
    }

    private var causeReports: [(Axis, CauseReport)] {
        (Self.orders + Sample.surroundedCauses + counted + earlier).map { (days, $0) }
            + [Self.cause(3, of: 4, start: 33, step: 5)].map { (cycles, $0) }
    }

    /// Consequences and what stayed; many; one alone; nothing that moved; no readings.
    private static let orders = [(3, 4), (8, 8), (1, 1), (0, 2), (0, 0)].map { cause($0, of: $1) }

    private static func cause(
        _ moved: Int, of count: Int, start: Double = 1_451_600_000, step: Double = 1_200
    ) -> CauseReport {
        let names = ["current", "speed", "pressure", "valve", "a", "b", "c", "d"]
        return CauseReport(
            device: pump, onset: start, noticed: start + 20 * step,
            signals: names.prefix(count).enumerated().map { place, name in
                CauseReport.Signal(
                    metric: MetricRef(index: place, name: name, unit: nil),
                    confidence: place == 0 ? 0.82 : 0.06, mechanism: .disturbance,
                    departure: place < moved ? start + step * Double(place) : nil,
                    change: place % 2 == 0 ? 5.4 : -4)
            })
    }

    /// Commands and events that came so often.
    private var counted: [CauseReport] {
        [1, 2, 5, 21].flatMap { count -> [CauseReport] in
            let report = Self.cause(2, of: 3)
            return [
                Self.with(report) {
                    $0.command = .init(
                        metric: Self.pressure, time: 1_451_599_880, from: 60, to: 62,
                        earlier: count)
                },
                Self.with(report) { report in
                    report.events = (0..<count).map {
                        .init(
                            subject: .code(Self.codes[$0 % 6]), time: 1_451_597_780,
                            before: Double($0) * 1_800, count: count, span: 86_400 * 21)
                    }
                },
            ]
        }
    }

    /// Earlier episodes and failures on so many devices, one after the other or alike.
    private var earlier: [CauseReport] {
        let delays: [CauseReport.EarlierOrder.Delay?] = [
            nil, .init(median: 1_200, low: 900, high: 1_800),
            .init(median: 3_600, low: 3_600, high: 3_600),
        ]
        return Self.pairs([1, 2, 5, 21], delays).flatMap { count, delay -> [CauseReport] in
            let report = Self.with(Self.cause(2, of: 3)) { report in
                report.earlier = .init(
                    leading: report.departed.map(\.metric), examined: count, agreeing: count,
                    devices: count, delay: delay, lead: delay)
            }
            let failed = Self.with(report) {
                $0.failure = .init(code: Self.codes[1], time: 1_451_624_400)
            }
            let alone = Self.with(report) { $0.earlier?.leading.removeLast() }
            return [report, failed, alone]
        }
    }
}
