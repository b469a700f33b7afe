#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a model gave, as JSON in the form of `FeedsFile`:
/// ```json
/// {"outputs": {"y": {"kind": "tensor", "type": "float32", "dims": [1], "data": [0.5]}}}
/// ```
/// A sequence of maps with equal keys (scikit-learn's ZipMap) is a table of `keys` and `rows`.
public struct OutputsFile: Sendable, Hashable {
    /// The outputs, in the model's order; of two with one name the first is written.
    public let outputs: [OnnxNamedValue]

    /// `outputs` are what `InferenceClient.run` returned.
    public init(_ outputs: [OnnxNamedValue]) {
        self.outputs = outputs
    }

    /// The JSON, its keys sorted: the same values give the same bytes.
    ///
    /// - Complexity: O(elements).
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        let values = Dictionary(
            outputs.map { ($0.name, EncodedValue(value: $0.value)) },
            uniquingKeysWith: { first, _ in first })
        return [UInt8](try encoder.encode(["outputs": values]))
    }
}

private struct EncodedValue: Encodable {
    let value: OnnxValue

    private enum Keys: String, CodingKey {
        case kind, type, dims, data, keys, rows, values, elements
        case keyType = "key_type"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch value {
        case .tensor(let tensor):
            try container.encode("tensor", forKey: .kind)
            try container.encode(tensor.data.elementType.name, forKey: .type)
            try container.encode(tensor.dims, forKey: .dims)
            try container.encode(EncodedElements(data: tensor.data), forKey: .data)
        case .map(let keys, let values):
            try container.encode("map", forKey: .kind)
            try container.encode(EncodedValue(value: .tensor(keys)), forKey: .keys)
            try container.encode(EncodedValue(value: .tensor(values)), forKey: .values)
        case .sequence(let elements):
            guard let table = value.mapTable else {
                try container.encode("sequence", forKey: .kind)
                try container.encode(
                    elements.map { EncodedValue(value: $0) }, forKey: .elements)
                return
            }
            try container.encode("sequence_of_maps", forKey: .kind)
            try container.encode(table.keys.elementType.name, forKey: .keyType)
            try container.encode(EncodedElements(data: table.keys), forKey: .keys)
            try container.encode(table.rows, forKey: .rows)
        }
    }
}

private struct EncodedElements: Encodable {
    let data: OnnxTensorData

    func encode(to encoder: any Encoder) throws {
        switch data {
        case .float32(let elements): try elements.encode(to: encoder)
        case .float64(let elements): try elements.encode(to: encoder)
        case .int32(let elements): try elements.encode(to: encoder)
        case .int64(let elements): try elements.encode(to: encoder)
        case .bool(let elements): try elements.encode(to: encoder)
        case .string(let elements): try elements.encode(to: encoder)
        }
    }
}
