package import Charts
internal import Markup
import Reports
package import Wording

/// A chart of a page as a file of its own.
package struct ChartFile: Sendable {
    /// An SVG document in UTF-8 that needs nothing beside itself.
    package let bytes: [UInt8]
    /// In pixels.
    package let width: Double
    package let height: Double
}

extension PageRenderer {
    /// The chart with that name of the page that `render` makes of the same input, with its title,
    /// finding, legend and source; nil where the page has no such chart.
    ///
    /// - Parameters:
    ///   - width: in pixels; nil for the width at which the chart shows most.
    ///   - style: of the pages' style sheet.
    /// - Complexity: that of `render`.
    package static func chart(
        _ name: String, of page: Page, _ input: PageInput, width: Double?,
        theme: ChartStyle.Theme, style: ChartStyle
    ) -> ChartFile? {
        var input = input
        input.query.table = TableChoice()
        let outline = outline(page, input)
        guard let card = outline.cards.first(where: { $0.charts.contains { $0.name == name } }),
            let drawn = card.charts.first(where: { $0.name == name })
        else { return nil }
        let context = PageContext(page: page, input: input)
        let chart = context.standalone(drawn, of: card)
        let wide = (drawn.place.widths.last?.pixels ?? 760) + 2 * chart.margin
        guard
            let document = try? chart.document(width: width ?? wide, theme: theme, style: style)
        else { return nil }
        return ChartFile(
            bytes: document.markup.bytes, width: document.width, height: document.height)
    }
}

extension PageContext {
    /// A chart of this page with the words of its card. A further chart of a card has its own.
    func standalone(
        _ drawn: PageOutline.Drawn, of card: PageOutline.Card
    ) -> StandaloneChart {
        let isOfCard = card.id.hasSuffix(drawn.name)
        let text = drawn.chart.text
        var words = StandaloneChart.Words(
            title: isOfCard ? card.title : text.title, sub: isOfCard ? card.sub : card.title,
            caption: isOfCard ? card.finding.plain : text.description,
            note: isOfCard ? card.notes.joined(separator: " ") : "")
        if let report {
            let files = phrases.filesAndHash(report)
            words.source =
                files.text + " " + files.hash + " · " + phrases.period(report.period)
        }
        var chart = StandaloneChart(drawn.chart, key: drawn.key, words: words)
        let phrases = phrases
        chart.reductionNote = { phrases.reduction($0) }
        return chart
    }
}
