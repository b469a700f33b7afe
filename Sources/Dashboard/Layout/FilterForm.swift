internal import Markup
import Reports
import Values
import Wording

/// The filter of all pages, as one form that asks for the page again.
struct FilterForm {
    let page: PageContext

    var markup: Markup {
        element(
            "form",
            [
                .class("filters"), .fixed("id", "f"), .fixed("method", "get"),
                .action(URLReference(page.page.path)),
                .attribute("aria-label", page.label(.filter)),
            ]
        ) {
            if page.input.datasets.count > 0 { dataset }
            if let context = page.report { fields(context) }
            page.hiddenQuery(for: page.page, except: Self.own)
            if page.report != nil || page.input.datasets.count > 1 {
                page.button(page.label(.apply))
            }
            marks
        }
    }

    /// Beside the filter: sets that are set aside, open questions, and how well this set was read.
    private var marks: Markup {
        let aside = page.setAsideMark
        let questions = page.questionMark
        guard !aside.isEmpty || !questions.isEmpty else { return badge }
        return element("span", [.class("marks")]) {
            aside
            questions
            badge
        }
    }

    /// Names that the form sends itself or drops: choosing a set ends the look at waiting files.
    private static let own: Set<String> = [
        "set", "period", "from", "to", "device", "code", "refresh", "page", "stage",
    ]

    private var dataset: Markup {
        let current = page.input.dataset ?? page.report?.dataset
        return page.select(
            "set", page.label(.dataset),
            page.input.datasets.map { Option($0, $0, isSelected: $0 == current) })
    }

    private func fields(_ context: ReportContext) -> Markup {
        Markup {
            period(context)
            bounds(context)
            if context.deviceCount > 1 { devices(context) }
            if context.codes.count > 1 { codes(context) }
            element("span", [.class("nar")]) {
                page.select("refreshNarrow", page.label(.refresh), refreshOptions)
            }
            page.hidden("refreshWas", refreshOptions.first { $0.isSelected }?.value ?? "off")
        }
    }

    private func period(_ context: ReportContext) -> Markup {
        let all = context.isPeriodChosen ? context.range : context.period
        let whole = all.upperBound - all.lowerBound
        var stretches = Stretch.offered(for: context, among: Stretch.periods)
        if case .last(let chosen) = page.query.period, !stretches.contains(chosen) {
            stretches.append(chosen)
        }
        var options = [
            Option("all", page.phrases.periodOption(whole: whole), isSelected: shown == "all")
        ]
        options += stretches.map {
            Option($0.text, page.phrases.periodOption($0), isSelected: shown == $0.text)
        }
        options.append(
            Option("range", page.label(.rangeOption), isSelected: shown == "range"))
        return Markup {
            page.select("period", page.label(.period), options)
            page.hidden("was", shown)
        }
    }

    /// Value of the option that is selected.
    private var shown: String {
        switch page.query.period {
        case .all: "all"
        case .last(let stretch): stretch.text
        case .between: "range"
        }
    }

    private func bounds(_ context: ReportContext) -> Markup {
        var from = ""
        var to = ""
        if case .between(let lower, let upper) = page.query.period {
            from = lower?.text ?? ""
            to = upper?.text ?? ""
        }
        let start = page.format.field(context.period.lowerBound, withTime: false)
        let end = page.format.field(context.period.upperBound, withTime: false)
        return Markup {
            page.textField("from", page.label(.from), value: from, placeholder: start, isDate: true)
            page.textField("to", page.label(.to), value: to, placeholder: end, isDate: true)
        }
    }

    private func devices(_ context: ReportContext) -> Markup {
        page.textField(
            "device", page.label(.devices), value: page.query.devices.joined(separator: ", "),
            placeholder: page.phrases.all(context.deviceCount))
    }

    private func codes(_ context: ReportContext) -> Markup {
        let chosen = page.query.codes
        var options = [
            Option("", page.phrases.all(context.codes.count), isSelected: chosen.isEmpty)
        ]
        if chosen.count > 1 {
            let text = chosen.joined(separator: ",")
            options.append(Option(text, text, isSelected: true))
        }
        var names: [String] = []
        for code in context.codes.prefix(200) where !names.contains(code.name) {
            names.append(code.name)
        }
        options += names.map { Option($0, $0, isSelected: chosen == [$0]) }
        return page.select("code", page.label(.codes), options)
    }

    var refreshOptions: [Option] {
        let current = page.query.refreshSeconds(default: page.input.refreshDefault)
        var choices = [0, 30, 60, 300]
        if !choices.contains(current) { choices.append(current) }
        return choices.sorted().map { seconds in
            Option(
                seconds == 0 ? "off" : "\(seconds)", page.phrases.refreshOption(seconds),
                isSelected: seconds == current)
        }
    }

    /// Green where all was read, amber where something was refused, with words beside the colour.
    private var badge: Markup {
        guard let context = page.report else { return Markup() }
        let status: StaticString = context.rowsRefused + context.cellsRefused > 0 ? "warning" : "ok"
        return element(
            "a", [.class("fresh", status), .href(page.query.link(to: .importFiles))]
        ) {
            (context.rowsRefused + context.cellsRefused > 0 ? Icon.status(.warning) : .status(.ok))
                .markup
            page.phrases.importBadge(
                files: context.fileCount, rowsRefused: context.rowsRefused,
                cellsRefused: context.cellsRefused)
        }
    }
}
