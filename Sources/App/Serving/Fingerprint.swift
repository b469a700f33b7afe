/// A 64-bit FNV-1a hash of texts, as 16 hexadecimal digits: for entity tags, not for secrets.
struct Fingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ parts: String...) {
        for part in parts { add(part) }
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        // A separator, so that "ab", "c" and "a", "bc" differ.
        mix(0xFF)
    }

    mutating func add(bytes: [UInt8]) {
        for byte in bytes { mix(byte) }
        mix(0xFF)
    }

    private mutating func mix(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
