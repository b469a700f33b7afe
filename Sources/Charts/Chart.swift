package import Markup

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

/// That a drawing shows fewer items than there are: "n points drawn as m".
package struct Reduction: Sendable, Equatable {
    /// What was reduced.
    package enum Item: Sendable {
        /// Points of a line, as minimum and maximum per pixel column.
        case points
        /// Marks of a scatter chart, sampled evenly within each group.
        case marks
        /// Columns of a heat map; the last ones are shown.
        case columns
        /// Rows, bars or panels; the first ones are shown.
        case rows
    }

    /// What was reduced.
    package let item: Item
    /// How many there are.
    package let total: Int
    /// How many are drawn.
    package let drawn: Int

    /// States a reduction; nil when nothing is left out.
    init?(_ item: Item, total: Int, drawn: Int) {
        guard drawn < total else { return nil }
        self.item = item
        self.total = total
        self.drawn = drawn
    }
}

/// Why there is no drawing.
package enum NothingToDraw: Error, Sendable, Equatable {
    /// There are no rows, points or parts.
    case noData
    /// There are rows, but none of them has a value.
    case allMissing(count: Int)
    /// A pie shows at most five parts; use sorted bars.
    case tooManyParts(count: Int, limit: Int)
    /// Shares need a total above zero and no negative part.
    case noShares
}

/// The words of a chart. A chart makes no sentence itself; it only formats ticks.
package struct ChartText: Sendable, Equatable {
    /// What is drawn; the accessible name.
    package var title: String
    /// What to see, with its numbers; the accessible description.
    package var description: String
    /// The value axis with its unit, "errors per device and day". Empty: none is written.
    package var valueTitle: String

    /// The words of a chart.
    package init(title: String, description: String, valueTitle: String = "") {
        self.title = title
        self.description = description
        self.valueTitle = valueTitle
    }
}
