public import Values

/// A look at the bytes of a model's file that takes one pass and loads nothing.
public enum ModelScan {
    /// Reads what the model says about itself, and refuses what is not given to the runtime.
    ///
    /// A file that passes may still be refused by the runtime, which alone knows the operators.
    ///
    /// - Complexity: O(bytes).
    public static func card(
        of model: ModelFile, limits: ScanLimits = ScanLimits()
    ) throws(ModelRefusal) -> ModelCard {
        guard model.bytes.count <= limits.bytes else {
            throw .tooLarge(bytes: model.bytes.count, limit: limits.bytes)
        }
        var scanner = ModelScanner(model.bytes, depthLimit: limits.depth)
        do {
            try scanner.scanModel()
        } catch {
            throw error.refusal(of: model.bytes)
        }
        if let refusal = scanner.refusal(limits, model.bytes) { throw refusal }
        var card = scanner.card
        card.byteCount = model.bytes.count
        card.sha256 = model.sha256
        return card
    }
}

/// Why a scan stopped.
enum ScanFault: Error {
    case protobuf(ProtobufFault)
    case depth(limit: Int)

    fileprivate func refusal(of bytes: [UInt8]) -> ModelRefusal {
        switch self {
        case .protobuf(let fault):
            .notProtobuf(offset: fault.offset, resembles: FileKind(bytes))
        case .depth(let limit): .nestedTooDeeply(limit: limit)
        }
    }
}

/// The walk over a model's messages. Field numbers are those of the ONNX format.
struct ModelScanner {
    var card = ModelCard()
    let bytes: [UInt8]
    let depthLimit: Int
    var initializers: Set<String> = []
    var externalLocations: [String] = []
    var controlFlow: String?
    private var hasGraph = false
    private var functionCount = 0

    init(_ bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    fileprivate func refusal(_ limits: ScanLimits, _ bytes: [UInt8]) -> ModelRefusal? {
        if !hasGraph { return .noGraph(resembles: FileKind(bytes)) }
        if card.irVersion > limits.irVersion {
            return .formatTooNew(irVersion: card.irVersion, limit: limits.irVersion)
        }
        if functionCount > 0 { return .localFunctions(count: functionCount) }
        if !externalLocations.isEmpty { return .externalData(locations: externalLocations) }
        if let controlFlow { return .controlFlow(operator: controlFlow) }
        if card.nodeCount > limits.nodes {
            return .tooManyNodes(count: card.nodeCount, limit: limits.nodes)
        }
        return nil
    }

    mutating func scanModel() throws(ScanFault) {
        var reader = ProtobufReader(bytes, in: 0..<bytes.count)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (1, .varint(let version)): card.irVersion = Int64(bitPattern: version)
            case (2, .bytes(let range)): card.producer = text(range)
            case (3, .bytes(let range)): card.producerVersion = text(range)
            case (5, .varint(let version)): card.modelVersion = Int64(bitPattern: version)
            case (6, .bytes(let range)): card.summary = text(range)
            case (7, .bytes(let range)):
                hasGraph = true
                try scanGraph(range, depth: 1)
            case (8, .bytes(let range)): try scanOperatorSet(range)
            case (14, .bytes(let range)):
                let entry = try readEntry(range)
                card.metadata[entry.key] = entry.value
            case (25, .bytes): functionCount += 1
            default: break
            }
        }
        card.inputs.removeAll { initializers.contains($0.name) }
    }

    private mutating func scanOperatorSet(_ range: Range<Int>) throws(ScanFault) {
        var domain = ""
        var version: Int64 = 0
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (1, .bytes(let range)): domain = text(range)
            case (2, .varint(let number)): version = Int64(bitPattern: number)
            default: break
            }
        }
        let set = ModelCard.OperatorSet(domain: domain, version: version)
        // Some exporters list the same set twice.
        if !card.operatorSets.contains(set) { card.operatorSets.append(set) }
    }
}

extension ModelScanner {
    /// The next field of a message.
    func next(_ reader: inout ProtobufReader) throws(ScanFault) -> ProtobufField? {
        do {
            return try reader.next()
        } catch {
            throw .protobuf(error)
        }
    }

    /// Throws where messages lie within messages beyond the limit.
    func check(depth: Int) throws(ScanFault) {
        guard depth <= depthLimit else { throw .depth(limit: depthLimit) }
    }

    /// Text of the file, repaired to UTF-8.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// A key and a value, of `metadata_props` or of where a tensor's numbers lie.
    func readEntry(_ range: Range<Int>) throws(ScanFault) -> (key: String, value: String) {
        var entry = (key: "", value: "")
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (1, .bytes(let range)): entry.key = text(range)
            case (2, .bytes(let range)): entry.value = text(range)
            default: break
            }
        }
        return entry
    }
}
