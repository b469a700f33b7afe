import Foundation
import Values

/// The version of a loaded data set.
enum LoadVersion {
    /// To be raised whenever a change of the program gives other figures for the same files.
    private static let program = "1"

    /// A hash of the files' contents, their corrections and the options.
    static func hash(
        _ reports: [FileReport], _ corrections: [String: SchemaCorrection], _ options: LoadOptions
    ) -> UInt64 {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Chunk size and threads do not change the result.
        var relevant = options
        relevant.reading.chunkSize = 0
        relevant.reading.workers = nil
        var hash = ContentHash()
        let parts =
            [program]
            + reports.sorted { $0.name < $1.name }
            .map { "\($0.name)\u{0}\($0.bytes)\u{0}\($0.contentHash)" }
            + corrections.sorted { $0.key < $1.key }
            .map { $0.key + "\u{0}" + text($0.value, encoder) }
            + [text(relevant, encoder)]
        for part in parts {
            let bytes = Array(part.utf8) + [0]
            hash.append(bytes.span)
        }
        return hash.value
    }

    private static func text(_ value: some Encodable, _ encoder: JSONEncoder) -> String {
        (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
