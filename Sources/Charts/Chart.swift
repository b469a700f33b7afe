package import Markup
package import Values

/// A chart: data that can be drawn at a given width, always to the same bytes.
package protocol Chart: Sendable {
    /// The drawing at one width.
    ///
    /// - Parameters:
    ///   - width: how wide, and which classes of the style sheet show it.
    ///   - id: unique in the page; the ids of title and description are made from it.
    /// - Throws: `NothingToDraw` when the data has nothing to show, so that the page says so.
    func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing

    /// What of the data a script may read out under the pointer; nil where there is no such axis.
    var reading: PlotReading? { get }
}

extension Chart {
    /// Nothing.
    package var reading: PlotReading? { nil }
}

/// One SVG and what of the data stands in it.
package struct Drawing: Sendable, Equatable {
    /// The `svg` element.
    package let markup: Markup
    /// How many of the data's items are drawn, where that is not all of them.
    package let reduction: Reduction?
}

/// The words of a chart. A chart makes no sentence itself; it only formats ticks.
package struct ChartText: Sendable, Equatable {
    /// What is drawn; the accessible name.
    package var title: String
    /// What to see, with its numbers; the accessible description.
    package var description: String
    /// The value axis with its unit, "errors per device and day". Empty: none is written.
    package var valueTitle: String
    /// How ticks and other numbers of the drawing are written.
    package var numbers: NumberStyle

    /// The words of a chart in one language.
    package init(
        title: String, description: String, valueTitle: String = "", numbers: NumberStyle
    ) {
        self.title = title
        self.description = description
        self.valueTitle = valueTitle
        self.numbers = numbers
    }
}
