import Reports
import Values

extension EnglishPhrases {
    func overviewAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        let head = report.headline
        if report.lacks.devices, report.lacks.time { return tableAnswer(report, context) }
        if head.total == 1, let row = report.devices.first { return oneDeviceAnswer(row) }
        if head.critical + head.warning == 0, head.out == 0 { return calmAnswer(report) }
        return troubleAnswer(head) + worstAnswer(head.worst)
    }

    private func troubleAnswer(_ head: OverviewReport.Headline) -> Sentence {
        let all = devices(head.total)
        let critical =
            head.critical == 0
            ? "none is critical"
            : "\(format.counted(head.critical, "device is", "devices are")) critical"
        guard head.out > 0 else {
            let count = head.critical > 0 ? head.critical : head.warning
            let word = head.critical > 0 ? "critical" : "in the warning range"
            let more =
                head.critical > 0 && head.warning > 0
                ? ", \(format.count(head.warning)) more in the warning range" : ""
            return
                "\(strong: "\(format.count(count)) of \(all)") \(count == 1 ? "is" : "are") \(word)\(more); no reading is outside its expected band now."
        }
        let verb = head.out == 1 ? "has" : "have"
        let day = format.shortDay(head.asOf)
        let place = on(day)
        var comparison = ""
        if let ordinary = head.ordinaryOut {
            comparison = ", \(compared(Double(head.out), with: ordinary))"
        }
        return
            "\(strong: "\(format.count(head.out)) of \(all)") \(verb) a reading outside its expected band \(place)\(comparison); \(critical)."
    }

    private func worstAnswer(_ worst: OverviewReport.DeviceRow?) -> Sentence {
        guard let worst else { return "" }
        let name = device(worst.device.name, atStart: false)
        return "Look first at \(worst.device, as: name): \(trouble(worst))."
    }

    /// Why a device is in the list: `pressure out since 30 Dec`, `12 failures`.
    func trouble(_ row: OverviewReport.DeviceRow) -> String {
        if let furthest = row.furthest, furthest.isOpen {
            return "\(furthest.metric.name) out since \(format.shortMoment(furthest.from))"
        }
        if let loss = row.mainLoss {
            let words = rule(loss.rule)
            return "\(words.part.lowercased()), \(words.rule)"
        }
        return "health \(format.card(row.health.rounded()))"
    }

    private func calmAnswer(_ report: OverviewReport) -> Sentence {
        let total = report.headline.total
        let hasBands = report.devices.contains { $0.furthest != nil }
        let scope =
            hasBands
            ? "All \(format.count(total)) are inside their expected bands"
            : report.lacks.events
                ? "But there are too few readings of the \(format.count(total)) for expected bands, and no events"
                : "\(format.count(total)) were compared by their events, as there are too few readings for expected bands"
        let sentence: Sentence = "\(strong: "No device needs attention.") \(scope)."
        guard let finding = report.headline.unusual else { return sentence }
        return sentence + self.finding(finding)
    }

    private func oneDeviceAnswer(_ row: OverviewReport.DeviceRow) -> Sentence {
        let name = device(row.device.name, atStart: true)
        switch row.status {
        case .ok where row.furthest == nil:
            return
                "\(strong: "Nothing is known against \(device(row.device.name, atStart: false))"), but there are too few readings for an expected band."
        case .ok:
            return
                "\(strong: "\(name) needs no attention"): its readings are inside their expected bands, health \(format.card(row.health.rounded())) of 100."
        case .warning:
            return "\(strong: "\(name) is in the warning range"): \(trouble(row))."
        case .critical:
            return "\(strong: "\(name) is critical"): \(trouble(row))."
        }
    }

    private func tableAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        let rows = "\(format.counted(context.rows, "row", "rows")) without times and devices"
        let sentence: Sentence =
            "\(strong: rows): nothing changes here, but the rows can be compared under \(link: "Clusters", to: .clusters)."
        guard let finding = report.headline.unusual else { return sentence }
        return sentence + self.finding(finding)
    }

    func sparkRange(low: String, high: String, last: String) -> String {
        "\(low) to \(high), last \(last)"
    }

    func sparkOf(_ metric: MetricRef, _ device: DeviceRef) -> String {
        "\(metric.name) of \(self.device(device.name, atStart: false)), recently"
    }

    func distance(_ z: Double) -> String {
        "\(sigmas(z.magnitude)) σ from its usual level; the shade is the expected band"
    }

    func allDevices(_ count: Int) -> String { "All " + devices(count) }

    func attention(
        shown: Int, _ report: OverviewReport, _ context: ReportContext
    ) -> CardWords {
        let isTable = report.lacks.devices && report.lacks.time
        var parts = [
            "lowest health first",
            "\(format.count(shown)) of \(format.count(report.headline.total))",
        ]
        if !isTable { parts.append(format.day(report.headline.asOf)) }
        if let recent = context.recent {
            parts.append("in brackets the \(recentLength(recent)) before")
        }
        return CardWords(
            title: isTable ? "Rows that stand out" : label(.attentionTitle),
            sub: parts.joined(separator: " · "),
            say: attentionSay(shown: shown, report))
    }

    private func attentionSay(shown: Int, _ report: OverviewReport) -> Sentence {
        if shown == 0 { return lacks(.attention) }
        let isCalm = report.headline.critical + report.headline.warning == 0
        return isCalm ? "\(strong: "None does"); these have the lowest health." : ""
    }

    func changes(_ report: OverviewReport, _ context: ReportContext) -> CardWords {
        CardWords(
            title: label(.changedTitle),
            sub: "in order of weight · to \(format.day(context.period.upperBound))",
            say: report.changes.isEmpty ? lacks(.changes) : "")
    }

    func severities(_ shares: [SeverityShare], _ context: ReportContext) -> CardWords {
        let errors = shares.filter(\.isError)
        let total = shares.reduce(0) { $0 + $1.count }
        let share = errors.reduce(0) { $0 + $1.share }
        let say: Sentence =
            errors.isEmpty
            ? "\(strong: "No row has a severity of error or above.")"
            : "\(strong: "\(format.percent(share, decimals: 1)) of the rows count as errors") (\(list(errors.map(\.name))))."
        return CardWords(
            title: label(.severitiesTitle),
            sub: "share of all rows · \(sampleSize(total)) · \(shortPeriod(context.period))",
            say: say)
    }
}
