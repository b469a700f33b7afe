/// The outputs of a model, sorted by what they can be.
struct OutputPorts {
    private let all: [OnnxPort]
    private let input: OnnxType?

    init(_ card: ModelCard) {
        all = card.outputs
        input = card.inputs.count == 1 ? card.inputs.first?.type : nil
    }

    /// The meaning that the maker's word names, where an output has the form that it needs.
    func purpose(ofTask task: String) -> ModelPurpose? {
        switch task {
        case "reconstruction", "autoencoder":
            reconstruction.map { .reconstruction(output: $0.name, score: scoreByName?.name) }
        case "classification", "failure", "failure_prediction": classification
        case "remaining_life", "remaining_useful_life", "rul":
            number.map { .remainingLife(output: $0.name) }
        case "regression": number.map(meaningByName)
        case "anomaly", "anomaly_detection", "score", "outlier":
            forestScore ?? number.map { .score(output: $0.name, isHigherWorse: true) }
        case "clustering", "clusters": clusters
        default: nil
        }
    }

    /// The meaning that names and shapes suggest.
    var purposeByNames: ModelPurpose? {
        if let output = reconstruction {
            return .reconstruction(output: output.name, score: scoreByName?.name)
        }
        if let forestScore { return forestScore }
        if named(["prob"]) == nil, let clusters { return clusters }
        if label != nil || named(["prob"]) != nil { return classification }
        return number.map(meaningByName)
    }

    /// A label [N, 1] and scores [N, 1], as scikit-learn's exporter writes an isolation forest.
    private var forestScore: ModelPurpose? {
        guard let label, label.type?.dims?.count == 2, let scores = named(["score"]),
            columns(scores) == 1
        else { return nil }
        return .score(output: scores.name, isHigherWorse: false)
    }

    /// An output of one float per row whose name says that it is a score.
    private var scoreByName: OnnxPort? {
        all.first { isFloat($0) && columns($0) == 1 && isScore($0) }
    }

    private func isScore(_ port: OnnxPort) -> Bool {
        let name = port.name.lowercased()
        return ["score", "anomaly", "outlier", "error"].contains(where: name.contains)
    }

    private func meaningByName(_ output: OnnxPort) -> ModelPurpose {
        let name = output.name.lowercased()
        if name == "rul" || ["remaining", "life"].contains(where: name.contains) {
            return .remainingLife(output: output.name)
        }
        if isScore(output) {
            return .score(output: output.name, isHigherWorse: true)
        }
        return .value(output: output.name)
    }

    /// An output whose name says so, or one of the input's shape with more than one feature.
    private var reconstruction: OnnxPort? {
        if let byName = named(["reconstruct"]) { return byName }
        // Distances to groups and probabilities of classes may have that shape by chance.
        guard label == nil, named(["prob"]) == nil, let wanted = input?.dims,
            wanted.count > 1, wanted.last?.size ?? 0 > 1
        else { return nil }
        return all.first { isFloat($0) && $0.type?.dims?.map(\.size) == wanted.map(\.size) }
    }

    private var classification: ModelPurpose? {
        let probabilities =
            named(["prob"]) ?? all.first { $0.type.map(isMaps) ?? false } ?? number
            ?? all.first(where: isFloat)
        guard label != nil || probabilities != nil else { return nil }
        return .classification(label: label?.name, probabilities: probabilities?.name)
    }

    private var clusters: ModelPurpose? {
        guard let label else { return nil }
        let distances = named(["distance", "score"])
        guard distances != nil || label.name.lowercased().contains("cluster") else { return nil }
        return .clusters(label: label.name, distances: distances?.name)
    }

    /// An output of whole numbers or texts, one per row.
    private var label: OnnxPort? {
        all.first { port in
            guard let type = port.type?.elementType else { return false }
            return [.int64, .int32, .string].contains(type) && columns(port) == 1
        }
    }

    /// The first output of one float per row.
    private var number: OnnxPort? {
        all.first { isFloat($0) && columns($0) == 1 }
    }

    private func named(_ parts: [String]) -> OnnxPort? {
        all.first { port in parts.contains { port.name.lowercased().contains($0) } }
    }

    private func isFloat(_ port: OnnxPort) -> Bool {
        port.type?.elementType == .float32 || port.type?.elementType == .float64
    }

    /// The number of values per row; nil when open.
    private func columns(_ port: OnnxPort) -> Int? {
        (port.type?.dims?.dropFirst().map { $0.size ?? -1 }).flatMap(OnnxTensor.elementCount)
    }

    private func isMaps(_ type: OnnxType) -> Bool {
        if case .sequence(.map) = type { true } else { false }
    }
}
