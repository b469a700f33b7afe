import Foundation

/// A value that is kept in a model's file, as JSON under a key of its metadata.
protocol MetadataValue: Codable {
    static var metadataKey: String { get }
}

extension MetadataValue {
    /// What a model's file says; `nil` where it says nothing of the kind.
    static func read(_ metadata: [String: String]) -> Self? {
        metadata[metadataKey].flatMap {
            try? JSONDecoder().decode(Self.self, from: Data($0.utf8))
        }
    }

    /// As it stands in a model's file; the same value gives the same bytes.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
