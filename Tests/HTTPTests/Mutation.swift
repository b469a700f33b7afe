import Foundation

/// SplitMix64: the same mutations in every run.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Damages what is whole, a few bytes at a time.
enum Mutation {
    /// Seconds for which each of the tests goes on beyond its usual rounds.
    private static let seconds =
        ProcessInfo.processInfo.environment["PERFMON_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

    /// The usual number of rounds, or as many as fit into the time that was asked for.
    static func rounds(_ usual: Int) -> some Sequence<Int> {
        let end = ContinuousClock.now + .seconds(seconds)
        return sequence(first: 0) { $0 + 1 < usual || ContinuousClock.now < end ? $0 + 1 : nil }
    }

    static func damaged(_ raw: [UInt8], _ generator: inout Generator) -> [UInt8] {
        let telling: [UInt8] = Array("\r\n\0 :,;%/.0x-\"\u{7F}".utf8) + [0xFF, 0xC0]
        var bytes = raw
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = telling.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = byte
            case 1: bytes.insert(byte, at: index)
            case 2: bytes.remove(at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }
}
