/// The SHA-256 hash of bytes that arrive in pieces.
package struct SHA256Stream: Sendable {
    private var state = SHA256.initial
    /// Bytes that do not fill a block yet, at most 63.
    private var rest: [UInt8] = []
    private var count = 0

    /// The hash of no bytes.
    package init() {}

    package mutating func append(_ bytes: [UInt8]) {
        count += bytes.count
        var block = rest + bytes[...]
        let whole = block.count / 64 * 64
        for start in stride(from: 0, to: whole, by: 64) {
            SHA256.compress(block[start..<start + 64], into: &state)
        }
        block.removeFirst(whole)
        rest = block
    }

    /// The hash of what was appended so far, in 64 lower-case hexadecimal digits.
    package var hexadecimal: String {
        var final = state
        SHA256.finish(rest[...], of: count, into: &final)
        return SHA256.hexadecimal(final)
    }
}
