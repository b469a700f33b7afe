/// A 64-bit hash of bytes that arrive in pieces: XXH64 (Y. Collet, xxHash fast digest algorithm
/// 0.1.1) with seed 0. Not cryptographic; two files with equal hashes are taken for the same file.
public struct ContentHash: Sendable, Hashable, Codable {
    /// The four accumulators over whole stripes of 32 bytes.
    package var lanes: [UInt64]
    /// Bytes that do not fill a stripe yet, at most 31.
    package var tail: [UInt8]
    /// Bytes hashed so far.
    package var total: UInt64

    package static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    package static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    package static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    package static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    package static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    /// The hash of no bytes.
    public init() {
        lanes = [Self.prime1 &+ Self.prime2, Self.prime2, 0, 0 &- Self.prime1]
        tail = []
        total = 0
    }

    /// Bytes hashed so far, as an `Int`.
    public var count: Int { Int(truncatingIfNeeded: total) }
}
