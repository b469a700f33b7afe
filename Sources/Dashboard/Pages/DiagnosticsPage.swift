internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// What is wrong with one device, why, and how it may go on.
struct DiagnosticsPage {
    let page: PageContext
    let report: DiagnosticReport
    let context: ReportContext

    var layout: Layout {
        Layout(
            page: page, question: question,
            answer: answer,
            actions: actions, content: content)
    }

    /// What is wrong and what is predicted. For a device that shows nothing but is predicted to end
    /// soon only the prediction: it must not be called sound.
    private var answer: Sentence {
        let prediction = page.input.prediction
        let outlook = page.phrases.outlook(prediction, for: report.row)
        if case .fine = report.condition,
            prediction.prediction?.isGrave(report.row.device) ?? false
        {
            return outlook
        }
        return page.phrases.diagnosticAnswer(report) + outlook
    }

    private var question: Markup {
        Markup {
            element("a", [.href(page.query.link(to: .overview))], text: page.label(.fleet))
            " › "
            page.phrases.diagnosticQuestion(report)
        }
    }

    private var actions: Markup {
        Markup {
            if let next = report.next {
                let link = page.query.link(to: .diagnostics) { $0.focus = next.name }
                element("a", [.class("btn"), .href(link)], text: page.phrases.nextDevice(next))
            }
            let rows = page.query.link(to: .rows) { $0.focus = report.row.device.name }
            element("a", [.class("btn"), .href(rows)], text: page.label(.rowsLink))
            page.compareButton(device: report.row.device.name)
            page.similarButton(report, context)
            page.reportButton(device: report.row.device.name)
        }
    }

    private var hasList: Bool { report.list.count > 1 }

    private var content: Markup {
        var grid = CardGrid()
        if hasList {
            grid.add(DeviceList(page: page, report: report, count: context.devicesShown).markup)
        }
        grid.add(
            SignalsCard(page: page, report: report, context: context, isWhole: !hasList).markup)
        if let similar = page.input.similar {
            grid.add(SimilarCard(page: page, report: similar).markup)
        }
        grid.add(HealthCard(page: page, report: report).markup)
        let evidence = EvidenceCards(page: page, report: report)
        grid.add(evidence.contributions)
        evidence.add(to: &grid)
        // That nothing can be said of the future is worth a card only where it is asked for.
        if let forecast = report.forecast,
            forecast.figures.beatsNaive || report.row.trouble != nil
        {
            grid.half {
                SignalForecastCard(page: page, forecast: forecast, context: context).markup($0)
            }
        }
        if let (life, file) = life {
            grid.half { LifeCard(page: page, life: life, file: file).markup($0) }
        }
        if let causes = report.causes { grid.half { self.causes(causes, $0) } }
        grid.half(found)
        if let aftermath = report.aftermath {
            grid.half { AftermathCard(page: page, aftermath: aftermath).markup($0) }
        }
        if let set = page.input.dataset {
            grid.half(NotesCard(page: page, report: report, set: set).card)
        }
        let tables = DeviceTables(page: page, report: report, context: context)
        tables.add(to: &grid)
        grid.half(tables.alike)
        if let comparison = report.model.comparison {
            grid.add(ComparisonCard(page: page, comparison: comparison).markup)
        }
        grid.add(ModelCard(page: page, panel: report.model).markup)
        return grid.markup
    }

    /// The remaining life told by the first model that has one.
    private var life: (course: ModelPanel.LifeCourse, file: String)? {
        for entry in report.model.entries {
            if let life = entry.life { return (life, entry.card.file) }
        }
        return nil
    }

    private func causes(_ causes: CauseReport, _ span: Span) -> Markup {
        page.card("h-causes", span, page.phrases.causes(causes)) {
            let details = page.phrases.causeDetails(causes)
            if !details.isEmpty { element("p", [.class("say")]) { page.markup(details) } }
        }
    }

    private func found(_ span: Span) -> Markup {
        page.card("h-found", span, page.phrases.found(report)) {
            if !report.findings.isEmpty { page.findings(report.findings) }
        }
    }
}

/// The devices beside, the worst first, with the current one marked.
struct DeviceList {
    let page: PageContext
    let report: DiagnosticReport
    /// The number of all devices; the list holds the worst.
    let count: Int
    /// Grows with the card of signals beside it.
    private var limit: Int { min(17, 7 + 3 * report.signals.count) }

    var markup: Markup {
        page.card("h-dev", .quarter, page.phrases.deviceList(count)) {
            find
            element("ol", [.class("devs")]) {
                for entry in shown { item(entry) }
            }
            element("p", [.class("more")]) {
                let link = page.query.link(to: .overview, fragment: "h-worst") { $0.page = 2 }
                element("a", [.href(link)], text: page.phrases.all(count))
            }
        }
    }

    /// The worst, and the current device in the last place where it is not among them.
    private var shown: [DiagnosticReport.ListEntry] {
        var entries = Array(report.list.prefix(limit))
        let current = report.row.device
        if !entries.contains(where: { $0.device == current }),
            let own = report.list.first(where: { $0.device == current })
        {
            entries[entries.count - 1] = own
        }
        return entries
    }

    private var find: Markup {
        element(
            "form", [.fixed("method", "get"), .action(URLReference(Page.diagnostics.path))]
        ) {
            page.hiddenQuery(for: .diagnostics, except: ["focus"])
            element("label", [.class("field", "devf")]) {
                element("span", text: page.label(.find))
                emptyElement(
                    "input",
                    [
                        .fixed("type", "text"), .fixed("name", "focus"),
                        .fixed("autocomplete", "off"), .fixed("list", "devices"),
                        .attribute("placeholder", page.label(.device).lowercased()),
                    ])
            }
            element("datalist", [.fixed("id", "devices")]) {
                for entry in report.list {
                    emptyElement("option", [.attribute("value", entry.device.name)])
                }
            }
        }
    }

    private func item(_ entry: DiagnosticReport.ListEntry) -> Markup {
        let link = page.query.link(to: .diagnostics) { $0.focus = entry.device.name }
        let isCurrent = entry.device == report.row.device
        let mark: [Attribute] = isCurrent ? [.fixed("aria-current", "page")] : []
        return element("li") {
            element("a", [.href(link)] + mark) {
                Icon.status(entry.status).marked
                element("span") {
                    element("span", [.class("vh")], text: page.phrases.status(entry.status) + " ")
                    page.phrases.device(entry.device.name, atStart: true)
                    if let trouble = entry.trouble {
                        " "
                        element("small", text: page.phrases.subject(of: trouble))
                    }
                }
                element("small", text: page.format.card(entry.health.rounded()))
            }
        }
    }
}
