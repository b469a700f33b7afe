package import Markup
package import Values

/// A chart drawn for each of the one to three widths of a place on the page. The container shows
/// the drawing that fits, so text keeps its size.
package struct Plot: Sendable {
    package enum Place: Sendable, CaseIterable {
        /// A panel of at most 374 px: a single drawing of 308 px.
        case small
        /// Half the width: 308 and 528 px.
        case half
        /// A side column: 308 and 466 px.
        case side
        /// Beside a list of facts: 308 and 380 px.
        case beside
        /// Seven of twelve columns: 308, 528 and 680 px.
        case main
        /// Nine of twelve columns: 308, 528 and 880 px.
        case large
        /// The whole width: 308, 528 and 1160 px.
        case full

        /// The widths drawn, the narrowest first.
        package var widths: [ChartWidth] {
            switch self {
            case .small: [.narrow]
            case .half: [.narrow, .medium]
            case .side: [.narrow, .side]
            case .beside: [.narrow, .beside]
            case .main: [.narrow, .medium, .main]
            case .large: [.narrow, .medium, .large]
            case .full: [.narrow, .medium, .full]
            }
        }

        var className: StaticString {
            switch self {
            case .small: "p1"
            case .half, .side: "p2"
            case .beside: "p5"
            case .main: "p4"
            case .large: "p6"
            case .full: "p3"
            }
        }
    }

    package struct Result: Sendable {
        /// The `div` that holds the drawings.
        package let markup: Markup
        /// What the widest drawing leaves out; nil where it shows all.
        package let reduction: Reduction?
        /// What the narrowest drawing leaves out; nil where it shows all.
        package let narrowReduction: Reduction?
    }

    private let chart: any Chart
    private let place: Place
    private let id: String

    /// - Parameter id: unique in the page; each drawing adds the classes of its width.
    package init(_ chart: some Chart, place: Place, id: String) {
        self.chart = chart
        self.place = place
        self.id = id
    }

    /// Draws the chart at each width of the place; throws what the chart throws.
    package func draw() throws(NothingToDraw) -> Result {
        var drawings: [Drawing] = []
        for width in place.widths {
            drawings.append(try chart.draw(width: width, id: id + "-" + width.suffix))
        }
        let attributes = [.class("plot", place.className)] + (chart.reading?.attributes ?? [])
        let markup = element("div", attributes) {
            drawings.map(\.markup)
        }
        return Result(
            markup: markup, reduction: drawings.last?.reduction,
            narrowReduction: drawings.first?.reduction)
    }
}
