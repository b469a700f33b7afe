package import Markup
package import Values

/// Data that can be drawn at a given width, always to the same bytes.
package protocol Chart: Sendable {
    /// Draws it at one width.
    ///
    /// - Parameter id: unique in the page; the ids of title and description are made from it.
    /// - Throws: `NothingToDraw` where the data has nothing to show; the page says so instead.
    func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing

    /// Its title, what there is to see, and how it writes numbers.
    var text: ChartText { get }

    /// What a script may read out under the pointer; nil where nothing is.
    var reading: PlotReading? { get }
}

extension Chart {
    package var reading: PlotReading? { nil }
}

/// One SVG and how much of the data it shows.
package struct Drawing: Sendable, Equatable {
    package let markup: Markup
    /// What is drawn, without the `svg` around it.
    let marks: Markup
    /// Of the drawing, in pixels.
    let height: Double
    /// How many of the items are drawn; nil where all are.
    package let reduction: Reduction?
}

/// The words of a chart. A chart makes no sentences itself; it only writes numbers and dates.
package struct ChartText: Sendable, Equatable {
    /// The accessible name.
    package var title: String
    /// The accessible description: what there is to see, with its numbers.
    package var description: String
    /// The name of the value axis with its unit, "errors per device and day"; none is written if
    /// empty.
    package var valueTitle: String
    package var numbers: NumberStyle

    package init(
        title: String, description: String, valueTitle: String = "", numbers: NumberStyle
    ) {
        self.title = title
        self.description = description
        self.valueTitle = valueTitle
        self.numbers = numbers
    }
}
