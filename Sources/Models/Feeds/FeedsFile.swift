public import Values

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The inputs for one run of a model, as JSON:
/// ```json
/// {"feeds": {"x": {"kind": "tensor", "type": "float32", "dims": [2, 1], "data": [0.5, 1]}}}
/// ```
/// The outer object may be left out, and `kind` is not read. Types are `float32`, `float64`,
/// `int32`, `int64`, `bool` and `string`; a number that JSON has no form for is written `"NaN"`,
/// `"Infinity"` or `"-Infinity"`.
public struct FeedsFile: Sendable, Hashable {
    /// The inputs, in the order of their names.
    public let feeds: [OnnxFeed]

    /// Reads the bytes of a file, as UTF-8.
    ///
    /// - Throws: `ModelError.feeds` with the place in the file.
    public init(json: [UInt8]) throws(ModelError) {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        do {
            let file = try decoder.decode(Content.self, from: Data(json))
            feeds = try file.tensors.sorted { $0.key < $1.key }.map {
                OnnxFeed(name: $0.key, tensor: try $0.value.tensor(input: $0.key))
            }
        } catch let error as DecodingError {
            throw .feeds(FeedsFault(error))
        } catch let fault as FeedsFailure {
            throw .feeds(fault.fault)
        } catch {
            throw .feeds(.json(path: "", reason: String(describing: error)))
        }
    }
}

/// The JSON with or without the outer object.
private struct Content: Decodable {
    let tensors: [String: TensorText]

    private struct Named: Decodable {
        let feeds: [String: TensorText]
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        tensors =
            keys.contains(Key(stringValue: "feeds"))
            ? try Named(from: decoder).feeds : try [String: TensorText](from: decoder)
    }
}

/// A tensor as it stands in JSON.
private struct TensorText: Decodable {
    let type: String
    let dims: [Int]
    let data: OnnxTensorData?
    let found: Int

    private enum Keys: String, CodingKey {
        case type, dims, data
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        type = try container.decode(String.self, forKey: .type)
        dims = try container.decode([Int].self, forKey: .dims)
        switch type {
        case "float32": data = .float32(try container.decode([Float].self, forKey: .data))
        case "float64": data = .float64(try container.decode([Double].self, forKey: .data))
        case "int32": data = .int32(try container.decode([Int32].self, forKey: .data))
        case "int64": data = .int64(try container.decode([Int64].self, forKey: .data))
        case "bool": data = .bool(try container.decode([Bool].self, forKey: .data))
        case "string": data = .string(try container.decode([String].self, forKey: .data))
        default: data = nil
        }
        found = data?.count ?? 0
    }

    func tensor(input: String) throws -> OnnxTensor {
        guard let data else { throw FeedsFailure(.type(input: input, found: type)) }
        guard let tensor = OnnxTensor(dims: dims, data: data) else {
            throw FeedsFailure(.elementCount(input: input, dims: dims, found: found))
        }
        return tensor
    }
}

private struct FeedsFailure: Error {
    let fault: FeedsFault

    init(_ fault: FeedsFault) { self.fault = fault }
}

extension FeedsFault {
    fileprivate init(_ error: DecodingError) {
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        case .keyNotFound(let key, let found):
            self = .json(
                path: FeedsFault.path(found.codingPath + [key]), reason: "is missing")
            return
        @unknown default:
            self = .json(path: "", reason: String(describing: error))
            return
        }
        self = .json(
            path: FeedsFault.path(context.codingPath), reason: context.debugDescription)
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
