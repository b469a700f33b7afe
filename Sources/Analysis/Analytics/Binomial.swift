import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A binomial distribution and the exact tests made from it.
public struct Binomial: Sendable, Equatable {
    /// Number of independent trials.
    public let trials: Int
    /// Probability of a success in one trial.
    public let probability: Double

    /// A distribution, or nil for a negative number of trials or a probability outside [0, 1].
    public init?(trials: Int, probability: Double) {
        guard trials >= 0, probability >= 0, probability <= 1 else { return nil }
        self.trials = trials
        self.probability = probability
    }

    /// P(X = k).
    public func mass(_ k: Int) -> Double {
        guard k >= 0, k <= trials else { return 0 }
        if probability == 0 { return k == 0 ? 1 : 0 }
        if probability == 1 { return k == trials ? 1 : 0 }
        let n = Double(trials)
        let x = Double(k)
        return exp(
            SpecialFunctions.logGamma(n + 1) - SpecialFunctions.logGamma(x + 1)
                - SpecialFunctions.logGamma(n - x + 1) + x * log(probability)
                + (n - x) * log1p(-probability))
    }

    /// P(X <= k).
    public func cumulative(_ k: Int) -> Double {
        if k < 0 { return 0 }
        if k >= trials { return 1 }
        return SpecialFunctions.betaI(1 - probability, Double(trials - k), Double(k) + 1)
    }

    /// P(X >= k).
    public func upperTail(_ k: Int) -> Double {
        if k <= 0 { return 1 }
        if k > trials { return 0 }
        return SpecialFunctions.betaI(probability, Double(k), Double(trials - k) + 1)
    }

    /// The exact two-sided p of seeing `k` successes: the mass of all outcomes no more likely.
    ///
    /// The same definition as R's `binom.test` and `scipy.stats.binomtest`. O(log trials).
    public func twoSidedP(_ k: Int) -> Double {
        let mean = Double(trials) * probability
        let limit = mass(k) * (1 + 1e-7)
        guard Double(k) != mean, k >= 0, k <= trials else { return 1 }
        if Double(k) < mean {
            let first = firstIndex(from: Int(clamping: mean.rounded(.up)), to: trials) {
                mass($0) <= limit
            }
            return min(1, cumulative(k) + upperTail(first))
        }
        let beyond = firstIndex(from: 0, to: Int(clamping: mean.rounded(.down))) {
            mass($0) > limit
        }
        return min(1, cumulative(beyond - 1) + upperTail(k))
    }

    /// The exact interval of Clopper and Pearson (Biometrika 26, 1934) for a probability.
    ///
    /// Nil when there was no trial, `k` is not in 0...n or `level` is not within (0, 1).
    public static func interval(successes k: Int, trials n: Int, level: Double) -> Interval? {
        guard n > 0, k >= 0, k <= n, level > 0, level < 1 else { return nil }
        let tail = (1 - level) / 2
        let a = Double(k)
        let b = Double(n - k)
        return Interval(
            lower: k == 0 ? 0 : SpecialFunctions.betaQuantile(tail, a, b + 1),
            upper: k == n ? 1 : SpecialFunctions.betaQuantile(1 - tail, a + 1, b))
    }

    /// The first index of [low, high] at which `isPast` holds, high + 1 if none; it must be
    /// false first and true from then on.
    private func firstIndex(from low: Int, to high: Int, isPast: (Int) -> Bool) -> Int {
        var low = low
        var high = high + 1
        while low < high {
            let middle = low + (high - low) / 2
            if isPast(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// A closed range of values between two limits, either of which may be infinite.
public struct Interval: Sendable, Equatable {
    /// The smaller limit.
    public let lower: Double
    /// The larger limit.
    public let upper: Double

    /// Limits are taken as they are: the caller sees to it that `lower` is not above `upper`.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether `x` lies within the limits; false for NaN.
    public func contains(_ x: Double) -> Bool { x >= lower && x <= upper }
}
