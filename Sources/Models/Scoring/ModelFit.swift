public import Values

/// Whether the columns of some data are those that a model takes.
public enum ModelFit: Sendable, Hashable {
    /// Each of the model's features is a column: their indices, in the model's order.
    case fits(columns: [Int])

    /// The model names no columns: the user must say which to give, and in which order. The number
    /// of features, when the model says it.
    case needsMapping(featureCount: Int?)

    /// The model's features that are not among the columns.
    case missingColumns([String])

    /// The model is of a form that is not scored.
    case unsupported(UnsupportedForm)

    /// Compares a model's features with columns by name.
    ///
    /// Names come from the inputs where there is one per feature, else from the entry
    /// `feature_names`. They are compared as they are; then without regard to case, spaces and
    /// punctuation; then also without a unit in brackets. A looser comparison counts only where it
    /// finds exactly one column.
    ///
    /// - Complexity: O(features × columns).
    public init(_ card: ModelCard, columns: [String]) {
        do {
            let form = try ModelInputForm(card.inputs)
            self =
                ModelFit.featureNames(card, form).map { ModelFit(names: $0, columns: columns) }
                ?? .needsMapping(featureCount: form.featureCount)
        } catch .unsupported(let reason) {
            self = .unsupported(reason)
        } catch {
            self = .needsMapping(featureCount: nil)
        }
    }

    init(names: [String], columns: [String]) {
        let places = names.map { ModelFit.place(of: $0, in: columns) }
        let missing = zip(names, places).filter { $0.1 == nil }.map(\.0)
        self =
            missing.isEmpty
            ? .fits(columns: places.compactMap(\.self)) : .missingColumns(missing)
    }

    /// The names of the features that a model takes; nil where it gives none, or not as many as it
    /// takes.
    static func featureNames(_ card: ModelCard, _ form: ModelInputForm) -> [String]? {
        if case .columns(let ports) = form { return ports.map(\.name) }
        guard let names = ModelMetadata(card.metadata).featureNames, !names.isEmpty,
            names.count == form.featureCount ?? names.count
        else { return nil }
        return names
    }

    private static func place(of name: String, in columns: [String]) -> Int? {
        if let exact = columns.firstIndex(of: name) { return exact }
        for loosen in [loosened, { loosened(withoutUnit($0)) }] {
            let wanted = loosen(name)
            let found = columns.indices.filter { loosen(columns[$0]) == wanted }
            if found.count == 1, !wanted.isEmpty { return found[0] }
        }
        return nil
    }

    private static func loosened(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private static func withoutUnit(_ name: String) -> String {
        String(name.prefix { $0 != "[" && $0 != "(" })
    }
}
