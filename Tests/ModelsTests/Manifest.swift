import Foundation
import Models
import Testing

/// The list of shared models, with inputs and expected outputs.
struct Manifest: Decodable {
    struct Entry: Decodable, Sendable, CustomTestStringConvertible {
        let file: String
        let must: String?
        let sha256: String
        let bytes: Int
        let irVersion: Int64?
        let producer: String?
        let metadata: [String: String]?
        let tolerance: Double?

        var testDescription: String { file }

        enum CodingKeys: String, CodingKey {
            case file, must, sha256, bytes, producer, metadata, tolerance
            case irVersion = "ir_version"
        }
    }

    let models: [Entry]

    /// The entries of a folder's list; none where it is missing.
    static func entries(_ folder: String) -> [Entry] {
        guard let bytes = try? Surroundings.bytes(folder + "/manifest.json"),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
        else { return [] }
        return manifest.models
    }
}
