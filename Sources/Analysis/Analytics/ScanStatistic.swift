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
    /// A stretch of neighbouring counts with more events than expected.
    public struct Stretch: Sendable, Hashable {
        /// Indices of the counts.
        public var bins: Range<Int>
        /// Events within.
        public var count: Double
        /// Events that the rest of the sequence leads to expect within.
        public var expected: Double
        /// The natural logarithm of the ratio of likelihoods, at or above 0.
        public var logRatio: Double
    }

    /// Ratios of rates, within ÷ outside, that are looked for.
    private static let ladder = [1.5, 2, 3, 5, 8, 13, 25, 50, 100, 300]
    /// Rounds of the search, each with the rate of the rest taken anew, without the stretch found
    /// before.
    private static let rounds = 3

    /// The most unusual stretch; `nil` where none holds more than expected, nothing happened, or
    /// the two arrays differ in length.
    ///
    /// - Parameters:
    ///   - counts: Events in each place.
    ///   - exposure: What events are proportional to when nothing is unusual (hours, devices in
    ///     service); not negative.
    ///   - prior: Events known from elsewhere, and the exposure that they go with: keeps the rate
    ///     of a rest without events above 0.
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
            let found = ladder.compactMap { widest(counts, exposure, rate: rate, ratio: $0) }
                .compactMap { stretch($0, counts, exposure, total) }
                .max { $0.logRatio < $1.logRatio }
            guard let found else { break }
            let rest = total.exposure - exposure[found.bins].reduce(0, +)
            // A stretch over nearly everything leaves nothing to compare it with.
            guard rest > 0.05 * total.exposure else { break }
            if found.logRatio > best?.logRatio ?? 0 { best = found }
            rate = max(total.events - found.count, 1e-9) / rest
        }
        return best
    }

    /// The stretch with the largest sum of gains at one ratio of rates (Kadane's algorithm).
    private static func widest(
        _ counts: [Double], _ exposure: [Double], rate: Double, ratio: Double
    ) -> Range<Int>? {
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
        return range.isEmpty ? nil : range
    }

    /// The evidence of a stretch: its own rate and that of the rest against one rate for both; nil
    /// where it holds no more than its share.
    private static func stretch(
        _ bins: Range<Int>, _ counts: [Double], _ exposure: [Double],
        _ total: (events: Double, exposure: Double)
    ) -> Stretch? {
        let (count, within) = (counts[bins].reduce(0, +), exposure[bins].reduce(0, +))
        let even = total.events * within / total.exposure
        let (rest, restEven) = (total.events - count, total.events - even)
        guard count > even, even > 0, restEven > 0 else { return nil }
        let outside = rest > 0 ? rest * log(rest / restEven) : 0
        return Stretch(
            bins: bins, count: count,
            expected: rest / max(total.exposure - within, 1e-300) * within,
            logRatio: count * log(count / even) + outside)
    }
}
