/// Which pairs of many series are worth a comparison: all, while these are few; else those that are
/// likely to rise and fall together.
///
/// Likely pairs are found without looking at all of them. Each series, less its mean, is folded
/// into 256 sums (count sketch; Charikar, Chen and Farach-Colton 2004); the signs of their
/// Walsh-Hadamard transform are 256 random hyperplanes (Charikar 2002). Series that agree in all
/// the signs of one of 16 tables, or differ in all, meet there: two with |r| = 0.97 do with a
/// probability of 0.99, two without correlation with one of 0.0005. The more tables a pair met in,
/// the sooner it is taken.
public struct SeriesPairs: Sendable, Hashable {
    /// The most pairs that are chosen.
    public let limit: Int

    /// How many of the series behind it in a bucket a series is paired with: caps the pairs of a
    /// bucket full of look-alikes.
    private static let neighbours = 16
    private static let sums = 256
    private static let tables = 16
    private static let seed: UInt64 = 1

    /// `limit` is also what decides whether all pairs are taken.
    public init(limit: Int) {
        self.limit = limit
    }

    /// The pairs to compare, in rising order; the same for the same series.
    ///
    /// Missing values (NaN) count as the mean. A constant series is in no likely pair. All series
    /// must be equally long.
    ///
    /// - Complexity: O(series × length), and O(limit) while all pairs are taken.
    public func choose(among series: [[Double]]) -> ChosenPairs {
        let count = series.count
        let possible = count * (count - 1) / 2
        guard possible > limit else {
            let all = (0..<count).flatMap { first in
                (first + 1..<max(count, first + 1)).map { (first: first, second: $0) }
            }
            return ChosenPairs(pairs: all, possible: possible)
        }
        var met: [ChosenPairs.Key: Int] = [:]
        let keys = keys(of: series)
        for table in 0..<Self.tables {
            for pair in Self.meeting(keys.map { $0?[table] }) { met[pair, default: 0] += 1 }
        }
        let likely = met.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
        return ChosenPairs(
            pairs: likely.map(\.key).sorted().map { (first: $0.first, second: $0.second) },
            possible: possible)
    }

    /// Pairs of series that share a key, each with at most `neighbours` of those behind it.
    private static func meeting(_ keys: [UInt16?]) -> [ChosenPairs.Key] {
        var places: [UInt16: [Int]] = [:]
        for (series, key) in keys.enumerated() {
            if let key { places[key, default: []].append(series) }
        }
        return places.values.flatMap { members in
            members.indices.flatMap { place in
                members[(place + 1)...].prefix(neighbours).map {
                    ChosenPairs.Key(first: members[place], second: $0)
                }
            }
        }
    }

    /// Per series, its key in each of the tables; `nil` for a constant one.
    private func keys(of series: [[Double]]) -> [[UInt16]?] {
        var generator = SeededGenerator(seed: Self.seed)
        let length = series.map(\.count).max() ?? 0
        let folds = (0..<length).map { _ in
            (place: generator.integer(below: Self.sums), sign: Self.sign(&generator))
        }
        let signs = (0..<Self.sums).map { _ in Self.sign(&generator) }
        return Concurrent.map(series.count) { index in
            let values = series[index]
            let mean = Statistics.mean(values)
            var sums = [Double](repeating: 0, count: Self.sums)
            for (value, fold) in zip(values, folds) where !value.isNaN {
                sums[fold.place] += fold.sign * (value - mean)
            }
            guard sums.contains(where: { $0 != 0 }) else { return nil }
            for place in sums.indices { sums[place] *= signs[place] }
            Self.transform(&sums)
            return (0..<Self.tables).map { Self.key(sums[($0 * 16)..<($0 * 16 + 16)]) }
        }
    }

    private static func sign(_ generator: inout SeededGenerator) -> Double {
        generator.next() >> 63 == 0 ? 1 : -1
    }

    /// One bit per sign of 16 numbers; a vector and its opposite give the same key.
    private static func key(_ numbers: ArraySlice<Double>) -> UInt16 {
        let bits = numbers.reduce(0 as UInt16) { $0 << 1 | ($1 < 0 ? 1 : 0) }
        return bits & 0x8000 == 0 ? bits : ~bits
    }

    /// The Walsh-Hadamard transform, in place and unscaled; the count must be a power of two.
    private static func transform(_ numbers: inout [Double]) {
        var half = 1
        while half < numbers.count {
            for start in stride(from: 0, to: numbers.count, by: 2 * half) {
                for place in start..<start + half {
                    let (low, high) = (numbers[place], numbers[place + half])
                    numbers[place] = low + high
                    numbers[place + half] = low - high
                }
            }
            half *= 2
        }
    }
}

/// What ``SeriesPairs`` chose to compare.
public struct ChosenPairs: Sendable {
    /// The indices of both series, the lower first; in rising order.
    public let pairs: [(first: Int, second: Int)]
    /// All pairs of the series, n (n − 1) / 2.
    public let possible: Int

    /// Whether some of the possible pairs were left out.
    public var isPart: Bool { pairs.count < possible }

    struct Key: Hashable, Comparable {
        let first: Int
        let second: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }
}
