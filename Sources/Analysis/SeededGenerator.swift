#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A reproducible source of random numbers: the same seed gives the same numbers on every machine
/// and with every version of the standard library.
///
/// The generator is xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators", ACM TOMS 47, 2021) with its state filled by SplitMix64. It is not meant for
/// secrets. The helpers below are written out here because the standard library may change what
/// `shuffle` and `random(in:using:)` draw.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// Starts the sequence of a seed, which may be any number, 0 too.
    public init(seed: UInt64) {
        var mixer = SplitMix64(state: seed)
        state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
    }

    /// Starts one of many independent sequences of a seed, as for the resampling with that number:
    /// what one draws does not depend on how many the others drew.
    public init(seed: UInt64, stream: Int) {
        var mixer = SplitMix64(state: UInt64(bitPattern: Int64(stream)))
        self.init(seed: seed ^ mixer.next())
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let result = rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotated(state.3, by: 45)
        return result
    }

    private func rotated(_ value: UInt64, by count: UInt64) -> UInt64 {
        value << count | value >> (64 - count)
    }
}

extension SeededGenerator {
    /// A number in `0 ..< 1`, a multiple of 2⁻⁵³.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number between the two bounds, `lower` included.
    public mutating func uniform(from lower: Double, to upper: Double) -> Double {
        lower + (upper - lower) * uniform()
    }

    /// A whole number in `0 ..< bound` without bias (Lemire 2019); 0 when `bound` is below 1.
    public mutating func integer(below bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// A draw from the normal distribution (Box and Muller 1958).
    ///
    /// - Complexity: two draws of `uniform()`.
    public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return mean + standardDeviation * radius * cos(2 * .pi * uniform())
    }

    /// Puts the elements in random order (Fisher and Yates, from the back).
    ///
    /// - Complexity: O(n).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for index in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(index, integer(below: index + 1))
        }
    }

    /// The numbers `0 ..< count` in random order; none when `count` is below 1.
    public mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<max(count, 0))
        shuffle(&order)
        return order
    }

    /// `count` different numbers of `0 ..< total` in random order, or all when there are fewer.
    ///
    /// - Complexity: O(total).
    public mutating func sample(_ count: Int, of total: Int) -> [Int] {
        var pool = Array(0..<max(total, 0))
        let taken = min(max(count, 0), pool.count)
        for index in 0..<taken {
            pool.swapAt(index, index + integer(below: pool.count - index))
        }
        return Array(pool.prefix(taken))
    }

    /// `count` numbers of `0 ..< total` with repetition, as a bootstrap needs them.
    public mutating func resample(_ count: Int, of total: Int) -> [Int] {
        guard total > 0 else { return [] }
        var drawn: [Int] = []
        for _ in 0..<max(count, 0) { drawn.append(integer(below: total)) }
        return drawn
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): turns any seed, even 0, into well mixed state.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
