import Foundation
import Testing

/// One request as it may arrive, what the server has to make of it, and where that is written.
///
/// The cases are in `Tests/Reference/http/requests.json`, where a script reads them too.
struct RequestCase: Decodable, CustomTestStringConvertible, Sendable {
    let name: String
    let raw: [UInt8]
    /// Whether the peer ends its side after the bytes.
    let ends: Bool
    /// The statuses of all answers, in order.
    let statuses: [Int]
    /// Whether the connection must not be used again.
    let closes: Bool
    let norm: String

    var testDescription: String { "\(name) (\(norm))" }

    private enum Key: String, CodingKey { case name, raw, ends, statuses, closes, norm }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        name = try values.decode(String.self, forKey: .name)
        if let text = try? values.decode(Piece.self, forKey: .raw) {
            raw = text.bytes
        } else {
            raw = try values.decode([Piece].self, forKey: .raw).flatMap(\.bytes)
        }
        ends = try values.decodeIfPresent(Bool.self, forKey: .ends) ?? false
        statuses = try values.decode([Int].self, forKey: .statuses)
        closes = try values.decode(Bool.self, forKey: .closes)
        norm = try values.decode(String.self, forKey: .norm)
    }

    /// All cases; none where the file is missing or cannot be read.
    static let all: [RequestCase] = {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/http/requests.json")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONDecoder().decode([RequestCase].self, from: data)) ?? []
    }()
}

/// A text of which every character is one byte, or one that is repeated.
private struct Piece: Decodable {
    let bytes: [UInt8]

    private struct NotBytes: Error {}
    private struct Repeated: Decodable {
        let `repeat`: String
        let times: Int
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            bytes = try Self.bytes(text)
        } else {
            let repeated = try value.decode(Repeated.self)
            let once = try Self.bytes(repeated.repeat)
            bytes = Array(repeatElement(once, count: repeated.times).joined())
        }
    }

    private static func bytes(_ text: String) throws -> [UInt8] {
        try text.unicodeScalars.map {
            guard let byte = UInt8(exactly: $0.value) else { throw NotBytes() }
            return byte
        }
    }
}
