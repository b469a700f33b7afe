import Reports
import Values

extension RussianPhrases {
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
            let rest = more > 0 ? ", ещё \(format.count(more)) в зоне внимания" : ""
            return insideAnswer(count, of: head, "в критическом состоянии" + rest)
        case .warning(let count): return insideAnswer(count, of: head, "в зоне внимания")
        }
    }

    private func insideAnswer(
        _ count: Int, of head: OverviewReport.Headline, _ words: String
    ) -> Sentence {
        "\(strong: "\(format.count(count)) из \(countedOf(head.total, .device))") \(words). Открытых неполадок нет."
    }

    private func outAnswer(_ head: OverviewReport.Headline) -> Sentence {
        let all = countedOf(head.total, .device)
        let critical =
            head.critical == 0
            ? "В критическом состоянии нет ни одного"
            : "В критическом состоянии \(devices(head.critical))"
        let comparison = head.ordinaryOut.map { ", \(compared(Double(head.out), with: $0))" } ?? ""
        return
            "\(capitalised(on(head.asOf, format.shortDay))) открытые неполадки у \(strong: "\(format.count(head.out)) из \(all)")\(comparison). \(critical)."
    }

    private func worstAnswer(_ worst: OverviewReport.DeviceRow?) -> Sentence {
        guard let worst else { return "" }
        if let trouble = worst.trouble { return "Самая серьёзная — \(episode(trouble))" }
        return "Начните с \(worst.device, as: deviceOf(worst.device.name))\(because(worst))."
    }

    /// The same behind a device's name; a rule has a colon of its own, so brackets hold it.
    private func because(_ row: OverviewReport.DeviceRow) -> String {
        if case .open = row.why { return " — \(trouble(row))" }
        return " (\(trouble(row)))"
    }

    /// Why a device is in the list: `дрейф: pressure с 30 дек`, `отказы: 12`.
    func trouble(_ row: OverviewReport.DeviceRow) -> String {
        switch row.why {
        case .open(let episode):
            return "\(subject(of: episode)) \(since(episode.from, format.shortMoment))"
        case .loss(let loss):
            let words = rule(loss.rule)
            return "\(words.part.lowercased()): \(words.rule)"
        case .health: return "индекс состояния \(format.card(row.health.rounded()))"
        }
    }

    private func calmAnswer(
        _ report: OverviewReport, _ basis: OverviewReport.Basis
    ) -> Sentence {
        let total = devices(report.headline.total)
        let scope =
            switch basis {
            case .bands: "Открытых неполадок нет (\(total))"
            case .nothing:
                "Но показаний слишком мало для ожидаемых диапазонов, а событий нет (\(total))"
            case .events:
                "Устройства сравнены только по событиям (\(total)): для ожидаемых диапазонов показаний слишком мало"
            }
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
                "\(strong: "\(name): всё в норме") — открытых неполадок нет, индекс состояния \(format.card(row.health.rounded())) из 100."
        case .warning:
            return "\(strong: "\(name): зона внимания")\(because(row))."
        case .critical:
            return "\(strong: "\(name): критическое состояние")\(because(row))."
        }
    }

    private func overAnswer(_ episode: Episode?) -> Sentence {
        episode.map { "Самая серьёзная из прошлых неполадок — \(self.episode($0))" } ?? ""
    }

    private func tableAnswer(_ report: OverviewReport, _ context: ReportContext) -> Sentence {
        let rows = "\(counted(context.rows, .row)) без времени и устройств"
        let sentence: Sentence =
            "\(strong: rows): динамики нет, но строки можно сравнить на странице «\(link: "Кластеры", to: .clusters)»."
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
        shown: Int, atRisk: [DeviceRef], order: ListOrder?, _ report: OverviewReport,
        _ context: ReportContext
    ) -> CardWords {
        let usual =
            atRisk.isEmpty
            ? "сначала худший статус, затем худшее состояние"
            : "сначала с неполадками, затем под угрозой отказа, затем с худшим состоянием"
        var parts = [
            order.map(sorted) ?? usual,
            "\(format.count(shown)) из \(format.count(report.headline.total))",
        ]
        if !report.isTable { parts.append(format.day(report.headline.asOf)) }
        if context.recent != nil {
            parts.append("в скобках — за предыдущий срок той же длины")
        }
        return CardWords(
            title: report.isTable ? "Выделяющиеся строки" : label(.attentionTitle),
            sub: parts.joined(separator: " · "),
            say: attentionSay(shown: shown, atRisk, report))
    }

    func sorted(by order: ListOrder) -> String {
        "сортировка: \(order.title), \(order.isDescending ? "по убыванию" : "по возрастанию")"
    }

    func rowsFound(_ count: Int, of total: Int, search: String) -> Sentence {
        count == 0
            ? "\(strong: "Ничего не найдено") по запросу «\(search)» (всего \(format.count(total)))."
            : "\(strong: "Найдено: \(format.count(count)) из \(format.count(total))") по запросу «\(search)»."
    }

    func moveLeft(_ column: String) -> String { "Сдвинуть влево: \(column)" }

    private func attentionSay(
        shown: Int, _ atRisk: [DeviceRef], _ report: OverviewReport
    ) -> Sentence {
        if shown == 0 { return missing(.attention) }
        guard report.isCalm else { return "" }
        if !atRisk.isEmpty {
            return
                "\(strong: "Открытых неполадок нет"), но модель предсказывает скорый отказ или исчерпание ресурса: \(deviceList(atRisk, limit: 3))."
        }
        return "\(strong: "Таких устройств нет"); у показанных индекс состояния самый низкий."
    }

    func changes(_ report: OverviewReport, _ context: ReportContext) -> CardWords {
        CardWords(
            title: label(.changedTitle),
            sub: "по важности · \(through(context.period.upperBound, format.day))",
            say: report.changes.isEmpty ? missing(.changes) : "")
    }

    func severities(_ shares: [SeverityShare], _ context: ReportContext) -> CardWords {
        let errors = shares.filter(\.isError)
        let total = shares.reduce(0) { $0 + $1.count }
        let share = errors.reduce(0) { $0 + $1.share }
        let say: Sentence =
            errors.isEmpty
            ? "\(strong: "Строк с серьёзностью «ошибка» и выше нет.")"
            : "\(strong: "Ошибками считаются \(format.percent(share, decimals: 1)) этих строк") (\(list(errors.map(\.name))))."
        return CardWords(
            title: label(.severitiesTitle),
            sub:
                "доля строк с указанной серьёзностью · \(sampleSize(total)) · \(shortPeriod(context.period))",
            say: say)
    }
}
