import Values

/// The few levels that a commanded quantity takes: those of a set point, a mode or a switch.
///
/// A set point says what is asked of a machine, and every reading answers to it. Its values set it
/// apart from a measurement: they stand on few levels that lie far apart compared with how much
/// they spread, the machine goes back and forth between them, and is on each as often early as late
/// (a level that is reached once, or ever more often, is wear or an episode, not a command).
struct SetPointLevels: Sendable, Hashable {
    /// A column with more levels is a quantity, not a set point.
    static let most = 12
    /// Runs of values with a smaller share of the rows are strays, not levels.
    static let smallestShare = 0.01

    /// The middle of each level, rising.
    let centres: [Double]
    /// How far a value may lie from the middle of its level: half the smallest distance between
    /// two.
    let reach: Double

    /// The levels of a column; nil where it has none, or fewer than 50 values.
    ///
    /// - Parameters:
    ///   - column: the values, NaN where missing.
    ///   - devices: the rows of each device, in order of time.
    /// - Complexity: O(n log n).
    init?(_ column: [Double], devices: [Range<Int>]) {
        guard Self.mayHaveLevels(column) else { return nil }
        let sorted = column.filter(\.isFinite).sorted()
        guard sorted.count >= 50, let runs = Self.runs(sorted) else { return nil }
        let centres = runs.map { Statistics.median(Array(sorted[$0])) }
        let distance = zip(centres, centres.dropFirst()).map { $1 - $0 }.min() ?? 0
        let spreads = runs.map { Self.spread(sorted[$0]) }
        guard distance > 0, spreads.allSatisfy({ $0 <= distance / 20 }) else { return nil }
        self.centres = centres
        reach = distance / 2
        guard isCommanded(column, devices) else { return nil }
    }

    /// The index of the level nearest to a value; nil where none is within `reach`.
    func level(of value: Double) -> Int? {
        guard value.isFinite else { return nil }
        let next = centres.count(upTo: value)
        let near = [next - 1, next].filter(centres.indices.contains)
        return near.filter { abs(centres[$0] - value) < reach }
            .min { abs(centres[$0] - value) < abs(centres[$1] - value) }
    }

    /// Whether about a thousand of the values stand on a few levels: most columns do not, and
    /// sorting all of each would take long.
    private static func mayHaveLevels(_ column: [Double]) -> Bool {
        let step = max(1, column.count / 1_000)
        let some = stride(from: 0, to: column.count, by: step).map { column[$0] }
        return runs(some.filter(\.isFinite).sorted()) != nil
    }

    /// Runs of values without a gap of a fiftieth of the range between them; nil unless 2 to `most`
    /// of them are large and hold 98 % of the values.
    private static func runs(_ sorted: [Double]) -> [Range<Int>]? {
        guard !sorted.isEmpty else { return nil }
        let low = sorted[sorted.count / 1_000]
        let high = sorted[sorted.count - 1 - sorted.count / 1_000]
        guard high > low else { return nil }
        let gap = (high - low) / 50
        var runs: [Range<Int>] = []
        var start = 0
        for place in 1...sorted.count
        where place == sorted.count || sorted[place] - sorted[place - 1] > gap {
            runs.append(start..<place)
            start = place
            // Tails of a quantity are full of gaps: it need not be read to its end.
            guard runs.count <= 40 else { return nil }
        }
        let large = runs.filter { Double($0.count) >= smallestShare * Double(sorted.count) }
        let covered = large.reduce(0) { $0 + $1.count }
        guard 2...most ~= large.count, Double(covered) >= 0.98 * Double(sorted.count) else {
            return nil
        }
        return large
    }

    /// The distance between the 5th and the 95th percentile.
    private static func spread(_ values: ArraySlice<Double>) -> Double {
        let last = values.count - 1
        return values[values.startIndex + last * 95 / 100] - values[values.startIndex + last / 20]
    }

    /// Whether there are more than three levels, all equally far apart.
    private var isEven: Bool {
        let distances = zip(centres, centres.dropFirst()).map { $1 - $0 }
        guard distances.count > 2, let least = distances.min(), let most = distances.max() else {
            return false
        }
        return most - least <= 0.02 * most
    }

    /// Whether devices change between the levels again and again, and are on each as often in the
    /// first half of their rows as in the second.
    private func isCommanded(_ column: [Double], _ devices: [Range<Int>]) -> Bool {
        var (changes, stays) = (0, 0)
        var halves = [SIMD2<Double>](repeating: .zero, count: centres.count)
        for rows in devices {
            var last: Int?
            let middle = rows.lowerBound + rows.count / 2
            for row in rows {
                guard let level = level(of: column[row]) else { continue }
                halves[level] += row < middle ? SIMD2(1, 0) : SIMD2(0, 1)
                if let last {
                    changes += last == level ? 0 : 1
                    stays += last == level ? 1 : 0
                }
                last = level
            }
        }
        guard changes >= 4 * devices.count else { return false }
        // A restless reading that is written in whole steps has levels too: the steps.
        if isEven, stays < 4 * changes { return false }
        let total = halves.reduce(SIMD2<Double>.zero, +)
        guard total.min() > 0 else { return false }
        return halves.allSatisfy { abs($0.x / total.x - $0.y / total.y) <= 0.1 }
    }
}
