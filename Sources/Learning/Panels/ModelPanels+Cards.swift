import Analysis
import Models
import Reports
import Values

extension ModelPanels {
    /// A model as the page shows it; mostly empty for a file that could not be inspected.
    static func card(_ entry: ModelEntry, columns: [String]?) -> ModelPanel.Card {
        guard let card = entry.card else {
            return ModelPanel.Card(
                file: entry.name, bytes: 0, sha256: "", producer: "", irVersion: 0, opset: 0,
                inputs: [], outputs: [], meaning: .unknown, isOwn: false, features: [],
                trainedRows: nil)
        }
        let main = card.operatorSets.first { $0.domain.isEmpty || $0.domain == "ai.onnx" }
        return ModelPanel.Card(
            file: entry.name, bytes: card.byteCount, sha256: card.sha256,
            producer: [card.producer, card.producerVersion].filter { !$0.isEmpty }
                .joined(separator: " "),
            irVersion: Int(clamping: card.irVersion),
            opset: Int(clamping: main?.version ?? card.operatorSets.first?.version ?? 0),
            inputs: card.inputs.map(port), outputs: card.outputs.map(port),
            meaning: meaning(ModelPurpose(card)), isOwn: card.producer == "perfmon",
            features: ModelMetadata(card.metadata).featureNames ?? [],
            trainedRows: card.metadata["training_rows"].flatMap(Int.init),
            backTest: BackTest(metadata: card.metadata),
            autoencoder: AutoencoderSelection(metadata: card.metadata), columns: columns)
    }

    /// Such as `features float32 [N, 8]`.
    private static func port(_ port: OnnxPort) -> String {
        let type = port.type?.elementType.map { "\($0)" } ?? "unknown"
        let dims = port.type?.dims.map { dims in
            "[" + dims.map { $0.size.map(String.init) ?? "N" }.joined(separator: ", ") + "]"
        }
        return [port.name, type, dims ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func meaning(_ purpose: ModelPurpose?) -> ModelPanel.Meaning {
        switch purpose {
        case .reconstruction: .reconstruction
        case .score: .score
        case .classification(let label, _): label == nil ? .probability : .classes
        case .remainingLife: .remainingLife
        case .clusters, .value, nil: .unknown
        }
    }

    static func runtime(_ state: RuntimeState) -> ModelPanel.Runtime {
        switch state {
        case .available(let description): .found(version: description.version)
        case .missing: .missing
        case .faulty(let fault): .unusable("\(fault.cause)")
        }
    }
}
