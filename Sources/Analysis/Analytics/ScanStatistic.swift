#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the stretch of a sequence of counts in which there are most above what is expected.
///
/// The scan statistic of Kulldorff ("A spatial scan statistic", Communications in Statistics 26,
/// 1997) in one dimension, for Poisson counts: of all stretches the one with the highest ratio of
/// likelihoods between "a rate of its own" and "the rate of the rest". For a given ratio of rates
/// the best stretch is a largest sum of neighbours; a ladder of ratios stands for all of them.
public enum ScanStatistic {
    /// A stretch with more events than expected.
    public struct Stretch: Sendable, Hashable {
        /// The places of the counts.
        public var bins: Range<Int>
        /// Events within.
        public var count: Double
        /// Events that the rest of the sequence leads to expect within.
        public var expected: Double
        /// The logarithm of the ratio of likelihoods, at or above 0.
        public var logRatio: Double
    }

    /// Ratios of rates that are looked for.
    private static let ladder = [1.5, 2, 3, 5, 8, 13, 25, 50, 100, 300]
    /// How often the rest's rate is asked anew without the stretch that was found.
    private static let rounds = 3

    /// The most unusual stretch; `nil` where none holds more than expected.
    ///
    /// - Parameters:
    ///   - counts: Events in each place.
    ///   - exposure: What events are proportional to when nothing is unusual (hours, devices in
    ///     service); not negative.
    ///   - prior: Events known from elsewhere, and the exposure that they go with: keeps the rate of
    ///     a rest without events above 0.
    /// - Complexity: O(places).
    public static func strongest(
        _ counts: [Double], exposure: [Double], prior: (events: Double, exposure: Double)
    ) -> Stretch? {
        let total = (
            events: counts.reduce(0, +) + prior.events,
            exposure: exposure.reduce(0, +) + prior.exposure
        )
        guard total.exposure > 0, total.events > 0, counts.count == exposure.count else {
            return nil
        }
        var rate = total.events / total.exposure
        var best: Stretch?
        for _ in 0..<rounds {
            let found = ladder.compactMap { strongest(counts, exposure, rate: rate, ratio: $0) }
                .max { $0.logRatio < $1.logRatio }
            guard let found else { break }
            let within = exposure[found.bins].reduce(0, +)
            let rest = (total.events - found.count, total.exposure - within)
            // A stretch over nearly everything leaves nothing to compare it with.
            guard rest.1 > 0.05 * total.exposure else { break }
            rate = max(rest.0, 1e-9) / rest.1
            best = stretch(found.bins, count: found.count, expected: rate * within)
        }
        return best
    }

    private static func strongest(
        _ counts: [Double], _ exposure: [Double], rate: Double, ratio: Double
    ) -> Stretch? {
        let (gain, cost) = (log(ratio), rate * (ratio - 1))
        var (sum, start, best, range) = (0.0, 0, 0.0, 0..<0)
        for place in counts.indices {
            let step = counts[place] * gain - exposure[place] * cost
            if sum <= 0 {
                (sum, start) = (step, place)
            } else {
                sum += step
            }
            if sum > best { (best, range) = (sum, start..<place + 1) }
        }
        guard !range.isEmpty else { return nil }
        let count = counts[range].reduce(0, +)
        return stretch(range, count: count, expected: rate * exposure[range].reduce(0, +))
    }

    private static func stretch(
        _ bins: Range<Int>, count: Double, expected: Double
    ) -> Stretch? {
        guard count > expected, expected > 0 else { return nil }
        return Stretch(
            bins: bins, count: count, expected: expected,
            logRatio: count * log(count / expected) - (count - expected))
    }
}
