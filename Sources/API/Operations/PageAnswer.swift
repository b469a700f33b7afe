package import Reports
package import Wording

/// What a page shows.
package struct PageAnswer: Sendable {
    /// The question that the page answers, and its answer.
    package var question: String
    package var answer: String
    package var state: SetState.State
    /// Of the set shown; nil before the first analysis.
    package var snapshot: Snapshot?
    package var diagnosis: DiagnosticReport?
    package var similar: SimilarStretches?
    package var rows: RowsReport?
    package var comparison: ComparisonReport?
    package var predictions: PredictionState
    package var notes: [DeviceNote]
    /// The cards of the page in words.
    package var cards: [Card]

    /// A card in words.
    package struct Card: Sendable {
        package var id: String
        package var title: String
        package var sentence: String
        /// Sentences of a list, such as findings.
        package var items: [String]
        package var notes: [String]

        package init(
            id: String, title: String, sentence: String, items: [String], notes: [String]
        ) {
            self.id = id
            self.title = title
            self.sentence = sentence
            self.items = items
            self.notes = notes
        }
    }

    package init(
        question: String, answer: String, state: SetState.State, snapshot: Snapshot?,
        diagnosis: DiagnosticReport? = nil, similar: SimilarStretches? = nil,
        rows: RowsReport? = nil, comparison: ComparisonReport? = nil,
        predictions: PredictionState = .none, notes: [DeviceNote] = [], cards: [Card] = []
    ) {
        self.question = question
        self.answer = answer
        self.state = state
        self.snapshot = snapshot
        self.diagnosis = diagnosis
        self.similar = similar
        self.rows = rows
        self.comparison = comparison
        self.predictions = predictions
        self.notes = notes
        self.cards = cards
    }
}

extension Answers {
    /// What a page shows, as its address with `.json` gives it.
    package static func page(_ page: Page) -> Shape<PageAnswer> {
        switch page {
        case .overview: overviewPage
        case .clusters: clustersPage
        case .trends: trendsPage
        case .diagnostics: diagnosticsPage
        case .rows: rowsPage
        case .importFiles: importPage
        case .compare: comparePage
        }
    }

    private static let overviewPage = shape(
        "OverviewPage",
        [
            .optional("overview", "The report.", Shapes.overview) { $0.snapshot?.overview },
            .field("predictions", "What a model predicts.", Shapes.predictions) {
                $0.predictions
            },
            .list("notes", "Notes on devices.", Shapes.deviceNote) { $0.notes },
        ])

    private static let clustersPage = shape(
        "ClustersPage",
        [.optional("clusters", "The report.", Shapes.clusters) { $0.snapshot?.clusters }])

    private static let trendsPage = shape(
        "TrendsPage",
        [.optional("trends", "The report.", Shapes.trends) { $0.snapshot?.trends }])

    private static let diagnosticsPage = shape(
        "DiagnosticsPage",
        [
            .optional("diagnosis", "The report; null without a device.", Shapes.diagnosis) {
                $0.diagnosis
            },
            .optional("similar", "What is like the stretch of like; null without.", Shapes.similar)
            {
                $0.similar
            },
            .field("predictions", "What a model predicts.", Shapes.predictions) {
                $0.predictions
            },
            .list("notes", "Notes on devices.", Shapes.deviceNote) { $0.notes },
        ])

    private static let rowsPage = shape(
        "RowsPage", [.optional("rows", "The rows.", Shapes.rows) { $0.rows }])

    private static let comparePage = shape(
        "ComparePage",
        [.optional("comparison", "The report.", Shapes.comparison) { $0.comparison }])

    private static let importPage = shape(
        "ImportPage",
        [.optional("import", "The report.", Shapes.imports) { $0.snapshot?.imports }])

    private static func shape(
        _ name: String, _ fields: [Field<PageAnswer>]
    ) -> Shape<PageAnswer> {
        let common: [Field<PageAnswer>] = [
            .text("question", "The question that the page answers.") { $0.question },
            .text("answer", "The page's first sentence.") { $0.answer },
            .field("state", "How far reading and analysing the set is.", .choice) { $0.state },
            .optional("context", "The data shown; null without any.", Shapes.context) {
                $0.snapshot?.context
            },
        ]
        let cards: Field<PageAnswer> = .list("cards", "The page's cards in words.", card) {
            $0.cards
        }
        return .object(name, "What the page shows.", common + fields + [cards])
    }

    private static let card: Shape<PageAnswer.Card> = .object(
        "PageCard", "A card of the page in words.",
        [
            .text("id", "Where it stands in the page.") { $0.id },
            .text("title", "Its title.") { $0.title },
            .text("sentence", "Its finding.") { $0.sentence },
            .field("items", "The sentences of its list.", Shape<String>.text.list) { $0.items },
            .field("notes", "What stands below.", Shape<String>.text.list) { $0.notes },
        ])
}
