package import Charts
internal import Markup
import Wording

/// Writes a report as one HTML file that needs nothing beside itself, for screens and for printing.
package struct ReportHTML {
    let report: ReportDocument
    let style: ChartStyle
    /// The style sheet of reports.
    let css: String

    /// The width of drawings, in pixels.
    static let width = 700.0

    package init(_ report: ReportDocument, style: ChartStyle, css: String) {
        (self.report, self.style, self.css) = (report, style, css)
    }

    /// The file and the text of its style element, of which a policy may name the hash.
    package var file: (bytes: [UInt8], style: String) {
        var charts = Markup()
        let body = body(&charts)
        let rules = css + style.css(for: charts, .light)
        let sheet = Markup.style(rules)
        var markup = Markup.literal("<!DOCTYPE html>\n")
        markup.append(
            element("html", [.attribute("lang", report.language.rawValue)]) {
                element("head") {
                    emptyElement("meta", [.fixed("charset", "utf-8")])
                    emptyElement(
                        "meta",
                        [
                            .fixed("name", "viewport"),
                            .fixed("content", "width=device-width,initial-scale=1"),
                        ])
                    element("title", text: report.title)
                    sheet
                }
                element("body") { body }
            })
        let inner = sheet.bytes.dropFirst("<style>".utf8.count).dropLast("</style>".utf8.count)
        return (markup.bytes, String(decoding: inner, as: UTF8.self))
    }

    private func body(_ charts: inout Markup) -> Markup {
        var sections = Markup()
        for section in report.sections {
            var content = element("h2", text: section.title)
            for block in section.blocks { content.append(markup(block, &charts)) }
            sections.append(element("section") { content })
        }
        return Markup {
            element("header") {
                element("h1", text: report.title)
                element("p", [.class("period")], text: report.period)
                if !report.answer.isEmpty {
                    element("p", [.class("answer")]) { markup(report.answer) }
                }
            }
            element("main") { sections }
            element("footer") { element("p", text: report.foot) }
        }
    }

    private func markup(_ block: ReportDocument.Block, _ charts: inout Markup) -> Markup {
        switch block {
        case .paragraph(let sentence): element("p") { markup(sentence) }
        case .note(let text): element("p", [.class("note")], text: text)
        case .list(let sentences):
            element("ul") {
                for sentence in sentences { element("li") { markup(sentence) } }
            }
        case .table(let table): self.table(table)
        case .chart(let chart): figure(chart, &charts)
        }
    }

    /// Links lead to a server that the reader may not have, so they are text.
    private func markup(_ sentence: Sentence) -> Markup {
        sentence.spans.map { span in
            switch span {
            case .text(let text), .device(_, let text), .page(_, _, let text): Markup(text)
            case .strong(let text): element("b", text: text)
            case .code(let text): element("code", text: text)
            }
        }.joined()
    }

    private func table(_ table: Table) -> Markup {
        func kind(_ place: Int) -> [Attribute] {
            table.columns[place].isNumber ? [.class("r")] : []
        }
        return element("table") {
            element("caption", text: table.caption)
            element("thead") {
                element("tr") {
                    for (place, column) in table.columns.enumerated() {
                        element("th", [.fixed("scope", "col")] + kind(place), text: column.title)
                    }
                }
            }
            element("tbody") {
                for row in table.rows {
                    element("tr") {
                        for (place, cell) in row.enumerated().prefix(table.columns.count) {
                            element("td", kind(place), text: cell.text)
                        }
                    }
                }
            }
        }
    }

    private func figure(_ chart: ReportDocument.Chart, _ charts: inout Markup) -> Markup {
        var standalone = report.drawing(chart)
        standalone.id = "c\(charts.bytes.count)"
        let drawing = try? standalone.document(width: Self.width, theme: .light, style: nil)
        if let drawing { charts.append(drawing.markup) }
        return element("figure") {
            element("figcaption") {
                element("h3", text: chart.title)
                if !chart.sub.isEmpty { element("p", [.class("note")], text: chart.sub) }
                if !chart.finding.isEmpty { element("p") { markup(chart.finding) } }
            }
            drawing?.markup
            if !chart.note.isEmpty { element("p", [.class("note")], text: chart.note) }
        }
    }
}

extension ReportDocument {
    /// A chart without the words that the report writes around it.
    package func drawing(_ chart: Chart) -> StandaloneChart {
        var standalone = StandaloneChart(chart.drawn.chart, key: chart.drawn.key)
        standalone.margin = 0
        standalone.hasPaper = false
        standalone.reductionNote = reductionNote
        return standalone
    }
}
