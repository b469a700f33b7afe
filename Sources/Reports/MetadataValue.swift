import Foundation

/// A value that is kept in a model's file, as JSON under a key of its metadata.
package protocol MetadataValue: Codable {
    static var metadataKey: String { get }
    /// Whether a run of the program could have made it: whoever computes with what a file says need
    /// not mind counts that cannot be added up.
    var isPossible: Bool { get }
}

extension MetadataValue {
    /// What a model's file says; `nil` where it says nothing of the kind, or what cannot be.
    package static func read(_ metadata: [String: String]) -> Self? {
        metadata[metadataKey].flatMap {
            try? JSONDecoder().decode(Self.self, from: Data($0.utf8))
        }.flatMap { $0.isPossible ? $0 : nil }
    }

    /// As it stands in a model's file; the same value gives the same bytes.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension Int {
    /// Whether it can be a count of rows or columns.
    var isPossibleCount: Bool { (0...1 << 40).contains(self) }
}
