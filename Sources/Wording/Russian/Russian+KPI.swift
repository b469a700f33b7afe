import Reports
import Values

extension RussianPhrases {
    func kpi(_ kpi: OverviewReport.KPI, _ context: ReportContext) -> KPIWords {
        // A figure without an earlier one is that of the whole period.
        let isRecent = kpi.previous != nil || kpi.whole != nil
        let span = isRecent ? context.recent.map { " " + recentSpan($0) } ?? "" : ""
        switch kpi.measure {
        case .devicesOut:
            return KPIWords(
                label: "Устройства с неполадками сейчас", small: ofTotal(kpi),
                change: difference(kpi, context),
                whole: kpi.whole.map { "медиана за период \(format.figure($0))" } ?? "",
                sparkTitle: "Устройства с неполадками по времени")
        case .health: return health(kpi)
        case .events(let kind):
            let name = capitalised(eventNames(kind))
            return KPIWords(
                label: name + span, change: ratio(kpi),
                whole: kpi.whole.map { "\(format.card($0)) за весь период" } ?? "",
                sparkTitle: "\(name) по времени")
        case .timeBetweenFailures: return timeBetweenFailures(kpi)
        default: return otherKPI(kpi, span)
        }
    }

    private func otherKPI(_ kpi: OverviewReport.KPI, _ span: String) -> KPIWords {
        let whole = kpi.whole.map { "\(format.card($0)) за весь период" } ?? ""
        switch kpi.measure {
        case .rows:
            return KPIWords(
                label: "Строки" + span, change: ratio(kpi), whole: whole,
                sparkTitle: "Строки по времени")
        case .devices:
            return KPIWords(
                label: "Устройства", small: ofTotal(kpi), whole: whole,
                sparkTitle: "Устройства, передающие данные, по времени")
        case .labelledRows:
            return KPIWords(
                label: "Размеченные строки" + span, small: ofTotal(kpi), change: ratio(kpi),
                whole: whole, sparkTitle: "Размеченные строки по времени")
        case .excursions:
            return KPIWords(
                label: "Отклонения" + span, change: ratio(kpi), whole: whole,
                sparkTitle: "Отклонения по времени")
        case .period:
            return KPIWords(label: "Период", small: unitOfAxis, sparkTitle: "Строки по времени")
        case .metric(let metric):
            return KPIWords(
                label: "Среднее \(metric.name)", small: metric.unit ?? "",
                change: readingChange(kpi), whole: whole,
                sparkTitle: "\(metric.name), среднее по парку")
        case .missing:
            return KPIWords(
                label: "Пропуски показаний" + span, change: pointsChange(kpi),
                whole: kpi.whole.map { "\(format.percent($0, decimals: 1)) за весь период" } ?? "",
                sparkTitle: "Пропуски показаний по времени")
        default: return KPIWords(label: "")
        }
    }

    /// `часов`, `циклов`: what the length of the period is counted in.
    var unitOfAxis: String {
        switch format.axis {
        case .time: ""
        case .cycle: "циклов"
        case .row: "строк"
        }
    }

    private func timeBetweenFailures(_ kpi: OverviewReport.KPI) -> KPIWords {
        let unit = isTimeAxis ? "дней" : "циклов"
        return KPIWords(
            label: "Средняя наработка на отказ, \(unit)",
            change: readingChange(kpi),
            whole: kpi.whole.map { "\(format.card($0)) за весь период" } ?? "",
            sparkTitle: "Средняя наработка устройства на отказ, \(unit)")
    }

    private func health(_ kpi: OverviewReport.KPI) -> KPIWords {
        let low = format.count(kpi.low ?? 0)
        let middling = format.count(kpi.middling ?? 0)
        return KPIWords(
            label: "Медиана состояния парка",
            change: "\(strong: low) ниже 50, \(strong: middling) от 50 до 75",
            whole: "шкала 0…100", sparkTitle: "Состояние устройств, гистограмма")
    }

    private func ofTotal(_ kpi: OverviewReport.KPI) -> String {
        kpi.total.map { "из \(format.card($0))" } ?? ""
    }

    private func difference(_ kpi: OverviewReport.KPI, _ context: ReportContext) -> Sentence {
        words(kpi.difference(format))
    }

    private func ratio(_ kpi: OverviewReport.KPI) -> Sentence { words(kpi.ratio(format)) }

    private func readingChange(_ kpi: OverviewReport.KPI) -> Sentence {
        words(kpi.readingChange(format))
    }

    private func words(_ change: OverviewReport.KPI.Change?) -> Sentence {
        guard let change else { return "" }
        return change.isNothing
            ? "без изменений, было \(change.before)"
            : "\(strong: change.text), было \(change.before)"
    }

    private func pointsChange(_ kpi: OverviewReport.KPI) -> Sentence {
        guard let previous = kpi.previous, previous.isFinite else { return "" }
        return "было \(format.percent(previous, decimals: 1))"
    }
}
