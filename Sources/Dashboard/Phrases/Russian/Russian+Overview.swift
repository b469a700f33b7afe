import Reports
import Values

extension RussianPhrases {
    func overviewAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        let head = report.headline
        if report.lacks.devices, report.lacks.time { return tableAnswer(report, context) }
        if head.total == 1, let row = report.devices.first { return oneDeviceAnswer(row) }
        if head.critical + head.warning == 0, head.out == 0 { return calmAnswer(report) }
        return troubleAnswer(head) + worstAnswer(head.worst)
    }

    private func troubleAnswer(_ head: OverviewReport.Headline) -> Sentence {
        let all = countedOf(head.total, .device)
        guard head.out > 0 else {
            let count = head.critical > 0 ? head.critical : head.warning
            let word = head.critical > 0 ? "в критическом состоянии" : "в зоне внимания"
            let more =
                head.critical > 0 && head.warning > 0
                ? ", ещё \(format.count(head.warning)) в зоне внимания" : ""
            return
                "\(strong: "\(format.count(count)) из \(all)") \(word)\(more); сейчас все показатели в ожидаемом диапазоне."
        }
        let critical =
            head.critical == 0
            ? "в критическом состоянии нет ни одного"
            : "в критическом состоянии \(devices(head.critical))"
        let comparison = head.ordinaryOut.map { ", \(compared(Double(head.out), with: $0))" } ?? ""
        return
            "\(capitalised(on(format.shortDay(head.asOf)))) показатели вне ожидаемого диапазона у \(strong: "\(format.count(head.out)) из \(all)")\(comparison); \(critical)."
    }

    private func worstAnswer(_ worst: OverviewReport.DeviceRow?) -> Sentence {
        guard let worst else { return "" }
        let name = device(worst.device.name, atStart: false)
        return "В первую очередь — \(worst.device, as: name): \(trouble(worst))."
    }

    /// Why a device is in the list: `pressure вне диапазона с 30 дек`, `12 отказов`.
    func trouble(_ row: OverviewReport.DeviceRow) -> String {
        if let furthest = row.furthest, furthest.isOpen {
            let start = since(format.shortMoment(furthest.from))
            return "\(furthest.metric.name) вне диапазона \(start)"
        }
        if let loss = row.mainLoss {
            let words = rule(loss.rule)
            return "\(words.part.lowercased()), \(words.rule)"
        }
        return "индекс состояния \(format.card(row.health.rounded()))"
    }

    private func calmAnswer(_ report: OverviewReport) -> Sentence {
        let total = report.headline.total
        let hasBands = report.devices.contains { $0.furthest != nil }
        let scope =
            hasBands
            ? "Показатели в ожидаемых диапазонах: \(devices(total))"
            : report.lacks.events
                ? "Но показаний слишком мало для ожидаемых диапазонов, а событий нет (\(devices(total)))"
                : "Сравнение — по событиям (\(devices(total))): для ожидаемых диапазонов показаний слишком мало"
        let sentence: Sentence =
            "\(strong: "Ни одно устройство не требует внимания.") \(scope)."
        guard let finding = report.headline.unusual else { return sentence }
        return sentence + self.finding(finding)
    }

    private func oneDeviceAnswer(_ row: OverviewReport.DeviceRow) -> Sentence {
        let name = device(row.device.name, atStart: true)
        switch row.status {
        case .ok where row.furthest == nil:
            return
                "\(strong: "\(name): замечаний нет"), но показаний слишком мало для ожидаемого диапазона."
        case .ok:
            return
                "\(strong: "\(name): внимания не требуется") — показатели в ожидаемых диапазонах, индекс состояния \(format.card(row.health.rounded())) из 100."
        case .warning:
            return "\(strong: "\(name): зона внимания") — \(trouble(row))."
        case .critical:
            return "\(strong: "\(name): критическое состояние") — \(trouble(row))."
        }
    }

    private func tableAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        let rows = "\(counted(context.rows, .row)) без времени и устройств"
        let sentence: Sentence =
            "\(strong: rows): здесь ничего не меняется, но строки можно сравнить на странице «\(link: "Кластеры", to: .clusters)»."
        guard let finding = report.headline.unusual else { return sentence }
        return sentence + self.finding(finding)
    }

    func sparkRange(low: String, high: String, last: String) -> String {
        "\(fromTo(low, high)), последнее \(last)"
    }

    func sparkOf(_ metric: MetricRef, _ device: DeviceRef) -> String {
        "\(metric.name), \(self.device(device.name, atStart: false)), за последнее время"
    }

    func distance(_ z: Double) -> String {
        "\(sigmas(z.magnitude)) σ от обычного уровня; фон — ожидаемый диапазон"
    }

    func allDevices(_ count: Int) -> String { "Все: " + devices(count) }

    func attention(
        shown: Int, _ report: OverviewReport, _ context: ReportContext
    ) -> CardWords {
        let isTable = report.lacks.devices && report.lacks.time
        var parts = [
            "сначала худшее состояние",
            "\(format.count(shown)) из \(format.count(report.headline.total))",
        ]
        if !isTable { parts.append(format.day(report.headline.asOf)) }
        if context.recent != nil {
            parts.append("в скобках — за предыдущий такой же срок")
        }
        return CardWords(
            title: isTable ? "Выделяющиеся строки" : label(.attentionTitle),
            sub: parts.joined(separator: " · "),
            say: attentionSay(shown: shown, report))
    }

    private func attentionSay(shown: Int, _ report: OverviewReport) -> Sentence {
        if shown == 0 { return lacks(.attention) }
        let isCalm = report.headline.critical + report.headline.warning == 0
        return isCalm ? "\(strong: "Таких нет"); у этих индекс состояния самый низкий." : ""
    }

    func changes(_ report: OverviewReport, _ context: ReportContext) -> CardWords {
        CardWords(
            title: label(.changedTitle),
            sub: "по важности · \(through(format.day(context.period.upperBound)))",
            say: report.changes.isEmpty ? lacks(.changes) : "")
    }

    func severities(_ shares: [SeverityShare], _ context: ReportContext) -> CardWords {
        let errors = shares.filter(\.isError)
        let total = shares.reduce(0) { $0 + $1.count }
        let share = errors.reduce(0) { $0 + $1.share }
        let say: Sentence =
            errors.isEmpty
            ? "\(strong: "Строк с серьёзностью «ошибка» и выше нет.")"
            : "\(strong: "Ошибками считаются \(format.percent(share, decimals: 1)) строк") (\(list(errors.map(\.name))))."
        return CardWords(
            title: label(.severitiesTitle),
            sub: "доля всех строк · \(sampleSize(total)) · \(shortPeriod(context.period))",
            say: say)
    }
}
