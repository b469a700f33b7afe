import Reports
import Values

extension EnglishPhrases {
    func overviewAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        switch report.answer {
        case .table: return tableAnswer(report, context)
        case .oneDevice(let row): return oneDeviceAnswer(row) + overAnswer(report.gravestOver)
        case .calm(let basis): return calmAnswer(report, basis)
        case .trouble(let trouble):
            return troubleAnswer(trouble, report.headline) + worstAnswer(report.headline.worst)
        }
    }

    private func troubleAnswer(
        _ trouble: OverviewReport.Trouble, _ head: OverviewReport.Headline
    ) -> Sentence {
        switch trouble {
        case .out: return outAnswer(head)
        case .critical(let count, let more):
            let rest =
                more > 0
                ? ", \(format.count(more)) more \(more == 1 ? "is" : "are") in the warning range"
                : ""
            return insideAnswer(count, of: head, "critical" + rest)
        case .warning(let count): return insideAnswer(count, of: head, "in the warning range")
        }
    }

    private func insideAnswer(
        _ count: Int, of head: OverviewReport.Headline, _ words: String
    ) -> Sentence {
        "\(strong: "\(format.count(count)) of \(devices(head.total))") \(count == 1 ? "is" : "are") \(words). No problem is open."
    }

    private func outAnswer(_ head: OverviewReport.Headline) -> Sentence {
        let all = devices(head.total)
        let critical =
            head.critical == 0
            ? "None is critical"
            : "\(format.counted(head.critical, "device is", "devices are")) critical"
        let verb = head.out == 1 ? "has" : "have"
        let day = format.shortDay(head.asOf)
        let place = on(day)
        var comparison = ""
        if let ordinary = head.ordinaryOut {
            comparison = ", \(compared(Double(head.out), with: ordinary))"
        }
        return
            "\(strong: "\(format.count(head.out)) of \(all)") \(verb) an open problem \(place)\(comparison). \(critical)."
    }

    private func worstAnswer(_ worst: OverviewReport.DeviceRow?) -> Sentence {
        guard let worst else { return "" }
        let name = device(worst.device.name, atStart: false)
        if let trouble = worst.trouble { return "Most severe: \(episode(trouble))" }
        return "Start with \(worst.device, as: name)\(because(worst))."
    }

    /// The same behind a device's name; a rule has a colon of its own, so brackets hold it.
    private func because(_ row: OverviewReport.DeviceRow) -> String {
        if case .open = row.why { return ": \(trouble(row))" }
        return " (\(trouble(row)))"
    }

    /// Why a device is in the list: `drift (pressure) since 30 Dec`, `failures: 12`.
    func trouble(_ row: OverviewReport.DeviceRow) -> String {
        switch row.why {
        case .open(let episode):
            return "\(subject(of: episode)) since \(format.shortMoment(episode.from))"
        case .loss(let loss):
            let words = rule(loss.rule)
            return "\(words.part.lowercased()): \(words.rule)"
        case .health: return "health \(format.card(row.health.rounded()))"
        }
    }

    private func calmAnswer(
        _ report: OverviewReport, _ basis: OverviewReport.Basis
    ) -> Sentence {
        let total = format.count(report.headline.total)
        let scope =
            switch basis {
            case .bands: "None of the \(total) has an open problem"
            case .nothing:
                "But the \(total) have too few readings for expected bands, and no events"
            case .events:
                "The \(total) were compared by events only: readings are too few for expected bands"
            }
        let sentence: Sentence = "\(strong: "No device needs attention.") \(scope)."
        guard let finding = report.headline.unusual else { return sentence }
        return sentence + self.finding(finding)
    }

    private func oneDeviceAnswer(_ row: OverviewReport.DeviceRow) -> Sentence {
        let name = device(row.device.name, atStart: true)
        switch row.status {
        case .ok where row.furthest == nil:
            return
                "\(strong: "\(name) shows no problem"), but its readings are too few for an expected band."
        case .ok:
            return
                "\(strong: "\(name) needs no attention"): no problem is open, health is \(format.card(row.health.rounded())) of 100."
        case .warning:
            return "\(strong: "\(name) is in the warning range")\(because(row))."
        case .critical:
            return "\(strong: "\(name) is critical")\(because(row))."
        }
    }

    private func overAnswer(_ episode: Episode?) -> Sentence {
        episode.map { "Most severe past problem: \(self.episode($0))" } ?? ""
    }

    private func tableAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        let rows = "\(format.counted(context.rows, "row", "rows")) without times and devices"
        let sentence: Sentence =
            "\(strong: rows): nothing to follow over time, but \(link: "Clusters", to: .clusters) compares the rows."
        guard let finding = report.headline.unusual else { return sentence }
        return sentence + self.finding(finding)
    }

    func sparkRange(low: String, high: String, last: String) -> String {
        "\(low) to \(high), last \(last)"
    }

    func sparkOf(_ metric: MetricRef, _ device: DeviceRef) -> String {
        "Recent \(metric.name) of \(self.device(device.name, atStart: false))"
    }

    func distance(_ z: Double) -> String {
        "\(sigmas(z.magnitude)) σ from its usual level; shaded: expected band"
    }

    func allDevices(_ count: Int) -> String { "All " + devices(count) }

    func attention(
        shown: Int, atRisk: [DeviceRef], order: ListOrder?, _ report: OverviewReport,
        _ context: ReportContext
    ) -> CardWords {
        let usual =
            atRisk.isEmpty
            ? "worst status first, then lowest health"
            : "in trouble first, then at risk, then by lowest health"
        var parts = [
            order.map(sorted) ?? usual,
            "\(format.count(shown)) of \(format.count(report.headline.total))",
        ]
        if !report.isTable { parts.append(format.day(report.headline.asOf)) }
        if let recent = context.recent {
            parts.append("in brackets: the \(recentLength(recent)) before")
        }
        return CardWords(
            title: report.isTable ? "Rows that stand out" : label(.attentionTitle),
            sub: parts.joined(separator: " · "),
            say: attentionSay(shown: shown, atRisk, report))
    }

    func sorted(by order: ListOrder) -> String {
        "sorted by \(order.title), \(order.isDescending ? "descending" : "ascending")"
    }

    func rowsFound(_ count: Int, of total: Int, search: String) -> Sentence {
        count == 0
            ? "\(strong: "None of \(format.count(total))") contains “\(search)”."
            : "\(strong: "\(format.count(count)) of \(format.count(total))") \(count == 1 ? "contains" : "contain") “\(search)”."
    }

    func moveLeft(_ column: String) -> String { "Move \(column) to the left" }

    private func attentionSay(
        shown: Int, _ atRisk: [DeviceRef], _ report: OverviewReport
    ) -> Sentence {
        if shown == 0 { return missing(.attention) }
        guard report.isCalm else { return "" }
        if !atRisk.isEmpty {
            return
                "\(strong: "No problem is open"), but a model predicts a failure or the end of life soon: \(deviceList(atRisk, limit: 3))."
        }
        return "\(strong: "No device needs attention"); these have the lowest health."
    }

    func changes(_ report: OverviewReport, _ context: ReportContext) -> CardWords {
        CardWords(
            title: label(.changedTitle),
            sub: "most important first · to \(format.day(context.period.upperBound))",
            say: report.changes.isEmpty ? missing(.changes) : "")
    }

    func severities(_ shares: [SeverityShare], _ context: ReportContext) -> CardWords {
        let errors = shares.filter(\.isError)
        let total = shares.reduce(0) { $0 + $1.count }
        let share = errors.reduce(0) { $0 + $1.share }
        let say: Sentence =
            errors.isEmpty
            ? "\(strong: "No row has a severity of error or above.")"
            : "\(strong: "\(format.percent(share, decimals: 1)) of these rows count as errors") (\(list(errors.map(\.name))))."
        return CardWords(
            title: label(.severitiesTitle),
            sub:
                "share of the rows with a severity · \(sampleSize(total)) · \(shortPeriod(context.period))",
            say: say)
    }
}
