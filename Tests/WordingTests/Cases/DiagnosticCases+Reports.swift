import Reports
import Samples
import Values

@testable import Wording

/// Devices as Diagnostics finds them.
extension PhraseCases {
    /// Nothing found, nothing measured.
    static let bare: DiagnosticReport = with(Sample(.rich).diagnosis) { report in
        report.row.status = .ok
        (report.row.trouble, report.row.mainLoss, report.row.furthest) = (nil, nil, nil)
        (report.row.failures, report.forecast) = (nil, nil)
        (report.troubles, report.outcomes, report.health, report.findings) = ([], [], [], [])
        for place in report.signals.indices {
            (report.signals[place].low, report.signals[place].high) = ([], [])
            report.signals[place].out = []
        }
    }

    /// A device with attributes that say it all, that need their name, and none.
    var questionedDevices: [DiagnosticReport] {
        let rich = Sample(.rich).diagnosis
        return [
            rich, Self.with(rich) { $0.attributes = [] },
            Self.with(rich) { ($0.row.device, $0.attributes) = (Self.pump, []) },
        ]
    }

    /// Every state with every reason for it, on dates and on cycles.
    var diagnosed: [(Axis, DiagnosticReport)] {
        let rich = Sample(.rich).diagnosis
        let statuses = Status.allCases.map { status in Self.with(rich) { $0.row.status = status } }
        let rowless = Self.with(rich) { $0.rows = 0 }
        return (statuses + [rowless] + lessons(rich) + reasons + unlike).map { (days, $0) }
            + [(cycles, Sample(.cycles).diagnosis), (days, Sample(.constant).diagnosis)]
    }

    /// What earlier excursions led to, and where a reading is heading.
    private func lessons(_ rich: DiagnosticReport) -> [DiagnosticReport] {
        let counts = [0, 1, 2, 5, 21].map { count in
            Self.with(rich) { report in
                for place in report.outcomes.indices {
                    report.outcomes[place].followed = count
                    report.outcomes[place].excursions = count == 0 ? 1 : 2 * count
                }
                report.forecast?.crossing?.latest = Sample.end + 86_400
            }
        }
        let straight = Self.with(rich) { ($0.outcomes, $0.forecast) = ([], nil) }
        return counts + [straight]
    }

    /// Nothing open: over, lost to a rule, inside the bands, and with failures all the same.
    private var reasons: [DiagnosticReport] {
        let over = Self.with(Sample(.rich).trouble(Self.pump)) { $0.to = Sample.end }
        let inside = Sample(.rich).excursion(Self.pump, isOpen: false)
        let loss = HealthPart(rule: .errors(count: 7, fleetMedian: 2), points: 12, limit: 15)
        let failed = [1, 2, 5, 21].map { count in
            Self.with(Self.bare) { $0.row.failures = Compared(current: count) }
        }
        let banded = Self.with(Self.bare) {
            ($0.signals[0].low, $0.signals[0].high) = ([1], [2])
        }
        return [
            Self.bare, banded,
            Self.with(Self.bare) { $0.troubles = [Self.with(over) { $0.severity = 30 }, over] },
            Self.with(Self.bare) { $0.row.device = DeviceRef(index: 0, name: "") },
            Self.with(banded) { $0.row.furthest = inside },
            Self.with(Self.bare) { ($0.row.status, $0.row.mainLoss) = (.warning, loss) },
            Self.with(Self.bare) { $0.row.device = Self.pump },
        ] + failed
    }

    /// Readings that differ from the beginning of a record too short for bands.
    private var unlike: [DiagnosticReport] {
        [1, 2, 3, 4].map { count in
            Self.with(Self.bare) { report in
                for place in report.signals.indices.prefix(count) {
                    report.signals[place].out = [3]
                }
            }
        }
    }

    /// Stretches without and with readings, bands, troubles and failures.
    var scenes: [(Axis, DiagnosticReport)] {
        let rich = Sample(.rich).diagnosis
        let empty = [true, false].map { isWithout in
            Self.with(rich) {
                ($0.signals, $0.events, $0.missingData.metrics) = ([], [], isWithout)
            }
        }
        let events = Self.pairs([1, 2, 5, 21], [Self.codes[0], Self.codes[1]]).map { count, code in
            Self.with(rich) {
                ($0.signals, $0.troubles) = ([], [])
                $0.events = [.init(time: Sample.end, code: code, count: count)]
            }
        }
        let calm = Self.with(rich) { ($0.troubles, $0.events) = ([], []) }
        let over = Self.with(Sample(.rich).trouble(Self.pump)) { $0.to = Sample.end }
        let troubles = [(1, 0), (1, 1), (2, 0), (5, 2), (21, 21)].map { count, open in
            Self.with(rich) {
                $0.troubles = (0..<count).map { $0 < open ? rich.troubles[0] : over }
                $0.events = (0..<count % 3).map { _ in
                    .init(time: Sample.end, code: Self.codes[1], count: 1)
                }
            }
        }
        let named = Self.with(rich) { report in
            report.row.device = Self.pump
            for place in report.signals.indices { report.signals[place].metric.unit = nil }
        }
        let all: [DiagnosticReport] = [rich, named, calm, Self.bare]
        return (all + empty + events + troubles + unlike).map { (days, $0) }
            + [(cycles, Sample(.cycles).diagnosis)]
    }

    /// Marks at the end of an axis: each kind, codes that say nothing, and so many at once.
    func eventMarks(_ axis: Axis) -> [DiagnosticReport.EventMark] {
        let failures = ["failure", "отказ"].map { Self.code(9, .failure, $0) }
        return (Self.codes + failures).map { .init(time: axis.end, code: $0, count: 1) }
            + [.init(time: axis.end, code: Self.codes[0], count: 21)]
    }
}
