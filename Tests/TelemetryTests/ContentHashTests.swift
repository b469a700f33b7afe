import Testing

@testable import Telemetry

@Suite("The content hash")
struct ContentHashTests {
    @Test(
        "It is XXH64 with seed 0",
        arguments: [
            ("", 0xef46_db37_51d8_e999), ("a", 0xd24e_c4f1_a98c_6e5b),
            ("abc", 0x44bc_2cf5_ad77_0999), ("asdf", 0x4158_72f5_99ce_a71e),
            ("Nobody inspects the spammish repetition", 0xfbce_a83c_8a37_8bf1),
            (
                "Call me Ishmael. Some years ago--never mind how long precisely-",
                0x02a2_e854_70d6_fd96
            ), (String(repeating: "x", count: 1000), 0x4cb9_a3b6_9cb7_00e1),
        ] as [(String, UInt64)])
    func known(text: String, value: UInt64) {
        var hash = ContentHash()
        let bytes = Array(text.utf8)
        hash.append(bytes.span)
        #expect(hash.value == value)
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
