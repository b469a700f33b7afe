#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The entries of a model's metadata that mean something here; what cannot be read is nil.
public struct ModelMetadata: Sendable, Hashable {
    /// What the model is for, in the maker's word, lower case: `reconstruction`, `classification`,
    /// ...
    public let task: String?

    /// The columns it was trained on, in the order in which it takes them.
    public let featureNames: [String]?

    /// The spread of each feature in training, which reconstruction errors are divided by.
    public let featureStd: [Double]?

    /// The names of the classes, in the order of the probabilities.
    public let classes: [String]?

    /// The score from which on a row is an alarm.
    public let threshold: Double?

    /// Rows of a window, for a model whose input leaves it open.
    public let window: Int?

    /// Whether rows with missing values may be given, as NaN.
    public let acceptsMissing: Bool

    /// The unit of the output, in the maker's words.
    public let unit: String?

    /// Reads the entries of a file's `metadata_props`.
    public init(_ metadata: [String: String]) {
        task = metadata["task"]?.lowercased()
        featureNames = ModelMetadata.list(metadata["feature_names"])
        featureStd = ModelMetadata.list(metadata["feature_std"])
        classes = ModelMetadata.list(metadata["classes"])
        threshold = metadata["threshold"].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
        window = metadata["window"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        unit = metadata["unit"]
        acceptsMissing = metadata["missing"] == "nan"
    }

    private static func list<Element: Decodable>(_ json: String?) -> [Element]? {
        json.flatMap { try? JSONDecoder().decode([Element].self, from: Data($0.utf8)) }
    }

    /// A list as a metadata entry holds it; numbers must be finite, else the list is empty.
    static func json<Element: Encodable>(_ list: [Element]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(list)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}
