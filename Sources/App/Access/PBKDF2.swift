import Models

/// PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2; RFC 2104): keys of 32 bytes from a password.
struct PBKDF2 {
    /// The hash states after the block with the padded key, where every HMAC of this password
    /// begins.
    private let inner: [UInt32]
    private let outer: [UInt32]

    init(password: [UInt8]) {
        var key = password
        if key.count > 64 { key = Self.bytes(SHA256.words(of: key)) }
        key += [UInt8](repeating: 0, count: 64 - key.count)
        inner = Self.state(key.map { $0 ^ 0x36 })
        outer = Self.state(key.map { $0 ^ 0x5C })
    }

    /// The first block of the derived key.
    ///
    /// - Parameter salt: cut to 51 bytes, so that it fits into one block with its counter.
    /// - Complexity: O(iterations), two hash blocks each.
    func key(salt: [UInt8], iterations: Int) -> [UInt8] {
        var round = code(salt.prefix(51) + [0, 0, 0, 1])
        var key = round
        for _ in stride(from: 1, to: iterations, by: 1) {
            round = code(round)
            for index in key.indices { key[index] ^= round[index] }
        }
        return key
    }

    /// HMAC of a message of at most 55 bytes, which fits one block.
    private func code(_ message: [UInt8]) -> [UInt8] {
        var state = inner
        SHA256.compress(Self.lastBlock(message)[...], into: &state)
        var result = outer
        SHA256.compress(Self.lastBlock(Self.bytes(state))[...], into: &result)
        return Self.bytes(result)
    }

    /// The message with its padding: a one bit, zeros, and the length in bits, which counts the
    /// block of the key before it.
    private static func lastBlock(_ message: [UInt8]) -> [UInt8] {
        var block = message + [0x80]
        block += [UInt8](repeating: 0, count: 62 - block.count)
        let bits = (64 + message.count) * 8
        return block + [UInt8(bits >> 8), UInt8(bits & 0xFF)]
    }

    private static func state(_ block: [UInt8]) -> [UInt32] {
        var state = SHA256.initial
        SHA256.compress(block[...], into: &state)
        return state
    }

    private static func bytes(_ words: [UInt32]) -> [UInt8] {
        words.flatMap {
            [UInt8($0 >> 24), UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)]
        }
    }
}
