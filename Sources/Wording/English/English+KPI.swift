import Reports
import Values

extension EnglishPhrases {
    func kpi(_ kpi: OverviewReport.KPI, _ context: ReportContext) -> KPIWords {
        // A figure without an earlier one is that of the whole period.
        let isRecent = kpi.previous != nil || kpi.whole != nil
        let span = isRecent ? context.recent.map { ", " + recentSpan($0) } ?? "" : ""
        switch kpi.measure {
        case .devicesOut:
            return KPIWords(
                label: "Devices in trouble now", small: ofTotal(kpi),
                change: difference(kpi, context),
                whole: kpi.whole.map { "median \(format.figure($0)) over the period" } ?? "",
                sparkTitle: "Devices in trouble over time")
        case .health: return health(kpi)
        case .events(let kind):
            let name = capitalised(events(kind, 2))
            return KPIWords(
                label: name + span, change: ratio(kpi),
                whole: kpi.whole.map { "\(format.card($0)) in the whole period" } ?? "",
                sparkTitle: "\(name) over time")
        case .timeBetweenFailures: return timeBetweenFailures(kpi)
        default: return otherKPI(kpi, span)
        }
    }

    private func otherKPI(_ kpi: OverviewReport.KPI, _ span: String) -> KPIWords {
        let whole = kpi.whole.map { "\(format.card($0)) in the whole period" } ?? ""
        switch kpi.measure {
        case .rows:
            return KPIWords(
                label: "Rows" + span, change: ratio(kpi), whole: whole, sparkTitle: "Rows over time"
            )
        case .devices:
            return KPIWords(
                label: "Devices", small: ofTotal(kpi), whole: whole,
                sparkTitle: "Devices reporting over time")
        case .labelledRows:
            return KPIWords(
                label: "Labelled rows" + span, small: ofTotal(kpi), change: ratio(kpi),
                whole: whole,
                sparkTitle: "Labelled rows over time")
        case .excursions:
            return KPIWords(
                label: "Excursions" + span, change: ratio(kpi), whole: whole,
                sparkTitle: "Excursions over time")
        case .period:
            return KPIWords(label: "Period", small: unitOfAxis, sparkTitle: "Rows over time")
        case .metric(let metric):
            return KPIWords(
                label: "Mean \(metric.name)", small: metric.unit ?? "",
                change: readingChange(kpi),
                whole: kpi.whole.map { "\(format.card($0)) in the whole period" } ?? "",
                sparkTitle: "\(metric.name), fleet mean")
        case .missing:
            return KPIWords(
                label: "Missing readings" + span, change: pointsChange(kpi),
                whole: kpi.whole.map { "\(format.percent($0, decimals: 1)) in the whole period" }
                    ?? "",
                sparkTitle: "Missing readings over time")
        default: return KPIWords(label: "")
        }
    }

    /// `hours`, `days`, `cycles`: what the length of the period is counted in.
    var unitOfAxis: String {
        switch format.axis {
        case .time: ""
        case .cycle: "cycles"
        case .row: "rows"
        }
    }

    private func timeBetweenFailures(_ kpi: OverviewReport.KPI) -> KPIWords {
        let unit = isTimeAxis ? "days" : format.words.cycles[1]
        return KPIWords(
            label: "Mean time between failures", small: unit, change: readingChange(kpi),
            whole: kpi.whole.map { "\(format.card($0)) in the whole period" } ?? "",
            sparkTitle: "Mean time between failures of one device, \(unit)")
    }

    private func health(_ kpi: OverviewReport.KPI) -> KPIWords {
        let low = format.count(kpi.low ?? 0)
        let middling = format.count(kpi.middling ?? 0)
        return KPIWords(
            label: "Median fleet health",
            change: "\(strong: low) below 50, \(strong: middling) from 50 to 75",
            whole: "scale 0 to 100", sparkTitle: "Health of the devices, histogram")
    }

    private func ofTotal(_ kpi: OverviewReport.KPI) -> String {
        kpi.total.map { "of \(format.card($0))" } ?? ""
    }

    private func difference(_ kpi: OverviewReport.KPI, _ context: ReportContext) -> Sentence {
        words(kpi.difference(format))
    }

    private func ratio(_ kpi: OverviewReport.KPI) -> Sentence {
        words(kpi.ratio(format))
    }

    private func readingChange(_ kpi: OverviewReport.KPI) -> Sentence {
        words(kpi.readingChange(format))
    }

    private func words(_ change: OverviewReport.KPI.Change?) -> Sentence {
        guard let change else { return "" }
        return change.isNothing
            ? "unchanged from \(change.before)"
            : "\(strong: change.text) from \(change.before)"
    }

    private func pointsChange(_ kpi: OverviewReport.KPI) -> Sentence {
        guard let previous = kpi.previous, previous.isFinite else { return "" }
        return "previously \(format.percent(previous, decimals: 1))"
    }
}
