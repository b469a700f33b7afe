import Reports
import Samples
import Values

@testable import Wording

/// Devices and periods side by side.
extension PhraseCases {
    var compares: Chapter {
        Chapter("ComparePhrases") {
            Said("compareAnswer(_:)", compareCases) { axis, report in
                axis.phrases.compareAnswer(report)
            }
            Said("compareLines(_:shown:)", compareCases) { axis, report in
                axis.phrases.compareLines(report, shown: min(2, report.readings.count))
            }
            Said("compareReadings(_:)", compareCases) { $0.phrases.compareReadings($1) }
            Said("compareEvents(_:)", compareCases) { $0.phrases.compareEvents($1) }
            Said("compareChanges(_:)", compareCases) { $0.phrases.compareChanges($1) }
            Said("sideName(_:_:)", compareCases) { axis, report in
                [0, 1, 9].map { axis.phrases.sideName(report, $0) }
            }
            Said("offsetTitle(_:_:)", compareCases) { axis, report in
                axis.phrases.offsetTitle(report, axis.context.axis.isCalendar ? .day : .cycle)
            }
            Said("ratio(_:_:)", Self.pairs(Self.compareRatios, sides(days))) {
                phrases.ratio($0, $1)
            }
            Said("limits(_:)", Self.compareRatios) { phrases.limits($0) }
            Said("againstOption(_:)", ComparisonQuestion.Against.allCases) {
                phrases.againstOption($0)
            }
            Said("alignmentOption(_:)", ComparisonQuestion.Alignment.allCases) {
                phrases.alignmentOption($0)
            }
            Said("groupOption(_:)", [nil, "model"]) { phrases.groupOption($0) }
        }
    }

    private static let compareRatios: [ComparisonReport.Ratio?] = [
        nil, .init(value: 4.5, low: 2, high: 9, q: 0.001),
        .init(value: .infinity, low: 2, high: .infinity, q: 0.001),
        .init(value: .nan, low: .nan, high: .nan, q: 1),
    ]

    private func sides(_ axis: Axis) -> [ComparisonReport] {
        let sample = Sample(axis.context.axis.isCalendar ? .rich : .cycles)
        return ComparisonQuestion.Against.allCases.map { sample.comparison($0) }
    }

    /// Each kind with differences and without any, counted from each event, and of nothing.
    private var compareCases: [(Axis, ComparisonReport)] {
        [days, cycles].flatMap { axis -> [(Axis, ComparisonReport)] in
            let sample = Sample(axis.context.axis.isCalendar ? .rich : .cycles)
            let aligned = ComparisonQuestion.Alignment.allCases.map {
                sample.comparison(.devices, $0)
            }
            let quiet = sides(axis).map { report in
                Self.with(report) { report in
                    report.readings.removeFirst()
                    report.events = []
                    report.changes = []
                    report.group?.attribute = nil
                }
            }
            let falling = sides(axis).map { report in
                Self.with(report) { report in
                    report.readings[0].differences = report.readings[0].differences.map {
                        $0.map {
                            .init(value: -$0.value, low: $0.low, high: $0.high, q: $0.q, cases: 1)
                        }
                    }
                    report.missing = []
                }
            }
            let nothing = Self.with(sample.comparison(.period)) { report in
                report.readings = []
                report.events = []
            }
            let untested = Self.with(sample.comparison(.period)) { report in
                for place in report.events.indices { report.events[place].ratios = [nil] }
            }
            let blind = Self.with(untested) { report in
                for place in report.readings.indices { report.readings[place].differences = [nil] }
            }
            let alone = Self.with(sample.comparison(.group)) { $0.group?.devices = 0 }
            let odd = [nothing, untested, blind, alone]
            return (sides(axis) + aligned + quiet + falling + odd).map { (axis, $0) }
        }
    }
}
