import Reports
import Samples
import Values

@testable import Wording

/// Fleets as the Overview finds them.
extension PhraseCases {
    var overviewReports: [(Axis, OverviewReport)] {
        let rich = Sample(.rich).overview
        let calm = Sample(.constant).overview
        let over = Self.with(Sample(.rich).trouble(Self.pump)) { $0.to = Sample.end }
        return troubledFleets(rich).map { (days, $0) } + calmFleets(calm).map { (days, $0) }
            + Self.singles(rich, over).map { (days, $0) }
            + [(cycles, Sample(.cycles).overview)] + tables.map { (rows, $0) }
    }

    /// Out, critical and warning; compared with an ordinary time; the worst by its health alone.
    private func troubledFleets(_ rich: OverviewReport) -> [OverviewReport] {
        let counts = [(1, 1), (2, 0), (5, 2), (21, 21)].map { out, critical in
            Self.with(rich) {
                ($0.headline.out, $0.headline.critical) = (out, critical)
                $0.headline.ordinaryOut = nil
            }
        }
        let ordinary = [27.0, 13.5, 9, 54, 26, 5, 0].map { count in
            Self.with(rich) { $0.headline.ordinaryOut = count }
        }
        let inside = [(1, 0), (2, 1), (5, 2), (0, 1), (0, 2), (0, 21)].map { critical, warning in
            Self.with(rich) {
                ($0.headline.out, $0.headline.critical) = (0, critical)
                $0.headline.warning = warning
                $0.headline.worst = critical == 1 ? nil : $0.headline.worst
            }
        }
        let worst = [Self.loss, nil].map { loss in
            Self.with(rich) {
                $0.headline.worst?.trouble = nil
                $0.headline.worst?.mainLoss = loss
            }
        }
        return [rich] + counts + ordinary + inside + worst
    }

    private static let loss = HealthPart(
        rule: .errors(count: 7, fleetMedian: 2), points: 12, limit: 15)

    /// Judged by bands, by events or by nothing, and with something worth telling.
    private func calmFleets(_ calm: OverviewReport) -> [OverviewReport] {
        let bare = Self.with(calm) { report in
            for place in report.devices.indices { report.devices[place].furthest = nil }
            report.missingData.events = false
        }
        let told = Finding(.constant([Self.volt]), tone: .neutral, weight: 1)
        return [
            calm, bare, Self.with(bare) { $0.missingData.events = true },
            Self.with(calm) { $0.headline.finding = told },
            Self.with(calm) { ($0.headline.total, $0.headline.finding) = (2, nil) },
        ]
    }

    /// One device in each state, and one whose trouble is over.
    private static func singles(_ rich: OverviewReport, _ over: Episode) -> [OverviewReport] {
        let one = with(rich) { $0.headline.total = 1 }
        let states = Status.allCases.map { status in
            with(one) {
                $0.devices[0].status = status
                if status == .warning { $0.devices[0].trouble = nil }
            }
        }
        let unknown = with(states[0]) { $0.devices[0].furthest = nil }
        let ended = with(states[0]) {
            $0.headline.finding = Finding(.episode(over), tone: .neutral, weight: 1)
        }
        return states + [unknown, ended]
    }

    private var tables: [OverviewReport] {
        let table = Sample(.noTime).overview
        let told = Finding(.correlated(Self.volt, Self.pressure, r: 0.9), tone: .neutral, weight: 1)
        return [table, Self.with(table) { $0.headline.finding = told }]
    }

    /// Devices in trouble, none with and without such at risk, none listed, and a table.
    var attentions: [(Axis, Int, [DeviceRef], OverviewReport)] {
        let (rich, calm) = (Sample(.rich).overview, Sample(.constant).overview)
        return [
            (days, 20, [], rich), (days, 20, Array(Self.numbered.prefix(2)), rich),
            (days, 20, [], calm), (days, 0, [], calm), (cycles, 20, [], Sample(.cycles).overview),
            (rows, 20, [], Sample(.noTime).overview),
        ] + [1, 2, 5].map { (days, 20, Array(Self.numbered.prefix($0)), calm) }
    }

    /// Every card, with and without an earlier figure, as much as before, and on other axes.
    var kpiCases: [(Axis, OverviewReport.KPI)] {
        let measures: [OverviewReport.KPI.Measure] =
            [
                .devicesOut, .health, .timeBetweenFailures, .rows, .devices, .labelledRows,
                .excursions, .period, .metric(Self.volt), .metric(Self.pressure),
            ] + EventKind.allCases.map { .events($0) }
        let shares = [0.03, nil].map { previous in
            OverviewReport.KPI(.missing, value: 0.02, previous: previous, whole: 0.04)
        }
        let figures =
            shares
            + measures.flatMap { measure -> [OverviewReport.KPI] in
                [
                    .init(measure, value: 27, total: 100, previous: 16, whole: 14),
                    .init(measure, value: 27, previous: 27, low: 1, middling: 21),
                    .init(measure, value: 298, previous: 276), .init(measure, value: 0.4),
                    .init(measure, value: 0.4, previous: 0.2, whole: 0.3),
                ]
            }
        return Self.pairs([days, cycles, rows], figures)
    }
}
