package import Charts
package import Wording

/// What a page says, as values: for those who do not read HTML, such as a report on paper or a
/// program.
///
/// It is told by the page itself while that is made (`OutlineRecorder`), so that it never says
/// anything else than what is on the screen.
package struct PageOutline: Sendable {
    /// One of the figures above the cards.
    package struct Figure: Sendable {
        package var words: KPIWords
        /// As it stands on its card: at most three digits.
        package var value: String
        /// The same, hardly rounded.
        package var full: String
        /// The number itself.
        package var number: Double
    }

    /// A card of the page.
    package struct Card: Sendable {
        /// As in the page: `h-rate`.
        package var id: String
        package var title: String
        /// Unit, number of cases, period, zone; empty where it has none.
        package var sub: String
        /// The finding in one line; empty where it has none.
        package var finding: Sentence
        /// What must be known to read chart or table.
        package var notes: [String] = []
        /// Its list of findings or remarks.
        package var items: [Item] = []
        package var charts: [Drawn] = []
        /// With all rows that the page was given, also where it shows fewer.
        package var tables: [Listed] = []
    }

    /// One sentence of a list.
    package struct Item: Sendable {
        package var sentence: Sentence
        /// Whether it tells of a trouble of devices that lasts.
        package var isGrave: Bool
    }

    /// A chart that was drawn.
    package struct Drawn: Sendable {
        /// Of the address of the chart: the id of its card, or its own where the card has several,
        /// without `h-`.
        package var name: String
        package var chart: any Chart
        package var place: Plot.Place
        package var key: [Key.Entry]
        /// What the drawing leaves out; empty where it shows all.
        package var note: String
    }

    /// A table.
    package struct Listed: Sendable {
        package var table: Table
        /// Whether it holds the data of the chart above it and stands behind a click.
        package var isOfChart: Bool
    }

    package var page: Page
    package var question: String
    package var answer: Sentence
    package var figures: [Figure]
    /// In the order in which they stand on the page.
    package var cards: [Card]

    /// The card with that id.
    package func card(_ id: String) -> Card? { cards.first { $0.id == id } }

    /// All charts, in the order of the page.
    package var charts: [Drawn] { cards.flatMap(\.charts) }
}
