/// What a model's outputs mean.
public enum ModelPurpose: Sendable, Hashable {
    /// The output gives the features back: how badly it does is the score, unless the model has one
    /// of its own.
    case reconstruction(output: String, score: String?)

    /// The output is an anomaly score; isolation forests give lower values for worse rows.
    case score(output: String, isHigherWorse: Bool)

    /// A class for each row, or the probability of each class, or both. A single probability is
    /// that of failure.
    case classification(label: String?, probabilities: String?)

    /// The output is the remaining life, in whatever unit the maker chose.
    case remainingLife(output: String)

    /// The nearest of some groups, and perhaps the distance to each.
    case clusters(label: String, distances: String?)

    /// A number of unknown meaning.
    case value(output: String)

    /// Finds the meaning of a model's outputs: from the entry `task`, else from their names and
    /// shapes; nil when no output is understood.
    ///
    /// Exporters leave names such as `add` or `output`: an output shaped like the only input is
    /// taken for its reconstruction, and one number a row for a value of unknown meaning.
    public init?(_ card: ModelCard) {
        let outputs = OutputPorts(card)
        let task = ModelMetadata(card.metadata).task ?? ""
        guard let found = outputs.purpose(ofTask: task) ?? outputs.purposeByNames else {
            return nil
        }
        self = found
    }

    /// The names of the outputs to ask the model for.
    var outputs: [String] {
        switch self {
        case .reconstruction(let output, let score): [output] + [score].compactMap(\.self)
        case .score(let output, _), .remainingLife(let output), .value(let output): [output]
        case .classification(let label, let probabilities):
            [label, probabilities].compactMap(\.self)
        case .clusters(let label, let distances): [label] + [distances].compactMap(\.self)
        }
    }
}
