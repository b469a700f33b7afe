import Foundation
import Testing
import Values

@testable import Telemetry

@Suite("The content hash")
struct ContentHashTests {
    struct Answer: Decodable, Sendable {
        var text: String
        var hash: String
    }

    /// Made by `Tests/Reference/telemetry/xxh64.py`.
    private static func answers() throws -> [Answer] {
        let url = SharedData.package.appendingPathComponent("Tests/Reference/telemetry/xxh64.json")
        return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: url))
    }

    @Test("It is XXH64 with seed 0")
    func known() throws {
        let answers = try Self.answers()
        #expect(answers.count == 8)
        for answer in answers {
            var hash = ContentHash()
            let bytes = Array(answer.text.utf8)
            hash.append(bytes.span)
            #expect(hash.value == UInt64(answer.hash, radix: 16))
        }
    }

    @Test("Pieces of any size give the hash of the whole")
    func pieces() {
        let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var whole = ContentHash()
        whole.append(bytes.span)
        for size in [1, 7, 31, 32, 33, 64, 499] {
            var hash = ContentHash()
            for start in stride(from: 0, to: bytes.count, by: size) {
                let piece = Array(bytes[start..<min(start + size, bytes.count)])
                hash.append(piece.span)
            }
            #expect(hash.value == whole.value)
            #expect(hash.count == 500)
        }
    }
}
