public import Values

/// What the runtime says of a model that it has loaded.
///
/// Operator sets are missing, as the runtime does not give them; see `ModelCard`.
public struct SessionDescription: Sendable, Hashable {
    /// Inputs, in the model's order.
    public let inputs: [OnnxPort]

    /// Outputs, in the model's order.
    public let outputs: [OnnxPort]

    /// What the maker wrote as `metadata_props`.
    public let metadata: [String: String]

    /// The tool that made the file, as it names itself.
    public let producer: String

    /// The name of the model's graph.
    public let graphName: String

    /// The maker's name space, often empty.
    public let domain: String

    /// The maker's description of the model.
    public let summary: String

    /// The maker's version of the model.
    public let version: Int64
}

/// An opened ONNX Runtime library.
public struct RuntimeDescription: Sendable, Hashable {
    /// The path or name under which it was opened.
    public let path: String

    /// Its version, such as `1.31.1`.
    public let version: String
}

/// Whether models can be run on this machine.
public enum RuntimeState: Sendable, Hashable {
    case available(RuntimeDescription)

    /// No library was found, which is a normal state: what was tried, and why it was not used.
    case missing([LibraryAttempt])

    /// The process that would use it failed.
    case faulty(InferenceFault)
}

extension SessionDescription {
    /// The named outputs with the count of numbers that each gives per row; nil unless all are
    /// 32-bit numbers with an open first axis and a known, sensible count.
    func rowOutputs(_ names: [String]) -> [RowBlock.Output]? {
        let found = names.compactMap { name -> RowBlock.Output? in
            guard
                case .tensor(.float32, let dims?) = outputs.first(where: { $0.name == name })?.type,
                (1...2).contains(dims.count), dims[0].size == nil,
                let width = dims.count == 1 ? 1 : dims[1].size,
                (1...ModelInputForm.maximumElements).contains(width)
            else { return nil }
            return RowBlock.Output(name: name, width: width)
        }
        return found.isEmpty || found.count != names.count ? nil : found
    }
}
