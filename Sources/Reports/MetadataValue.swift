import Foundation

/// A value kept in a model's file, as JSON under a key of its metadata.
package protocol MetadataValue: Codable {
    static var metadataKey: String { get }
    /// Whether a run of the program could have written it. What a file says may be anything: code
    /// that adds up its counts relies on this check.
    var isPossible: Bool { get }
}

extension MetadataValue {
    /// Reads the value from a model file's metadata; `nil` where it is missing, unreadable or
    /// impossible.
    package static func read(_ metadata: [String: String]) -> Self? {
        metadata[metadataKey].flatMap {
            try? JSONDecoder().decode(Self.self, from: Data($0.utf8))
        }.flatMap { $0.isPossible ? $0 : nil }
    }

    /// The JSON for a model's file; equal values give equal bytes.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension Int {
    /// Whether it can be a count of rows or columns: 0 to 2⁴⁰.
    var isPossibleCount: Bool { (0...1 << 40).contains(self) }
}
