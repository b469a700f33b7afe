package import Reports

/// A data set and how far it is.
package struct SetState: Sendable {
    /// How far reading and analysing a set is.
    package enum State: String, Sendable, CaseIterable {
        case loading, analysing, ready, failed
        /// The program crashed over it; see the page Import.
        case setAside = "set_aside"
    }

    package var name: String
    package var state: State
    /// The analysis that there is, also while another one is made.
    package var snapshot: Snapshot?

    package init(name: String, state: State, snapshot: Snapshot?) {
        self.name = name
        self.state = state
        self.snapshot = snapshot
    }

    /// Each set is written with its own times.
    static let shape = Shape(fields.schema) { value, json, context in
        fields.write(value, &json, context.about(value.snapshot?.context))
    }

    private static let fields: Shape<SetState> = .object(
        "Set", "A data set and how far it is.",
        [
            .text("name", "The set's name.") { $0.name },
            .field("state", "How far reading and analysing it is.", .choice) { $0.state },
            .optional("context", "Its data; null before the first analysis.", Shapes.context) {
                $0.snapshot?.context
            },
            .optional("headline", "Its state at the end of the data.", Shapes.headline) {
                $0.snapshot?.overview.headline
            },
        ])
}
