/// How many failures to expect of parts within a span, where each failed part is replaced by a new
/// one.
public struct ExpectedFailures: Sendable, Equatable {
    /// The expected number of failures.
    public let mean: Double
    /// Its variance: of chance, and of the uncertainty of the distribution of lives.
    public let variance: Double

    /// Parts of unknown age: how many work now, and how such parts failed before.
    public struct Ageless: Sendable, Equatable {
        /// Parts that are at work now.
        public let working: Int
        /// Failures of such parts so far.
        public let failures: Int
        /// How long such parts were watched in all, in the unit of the ages.
        public let exposure: Double

        /// Without exposure these parts are expected to fail never.
        public init(working: Int, failures: Int, exposure: Double) {
            self.working = working
            self.failures = failures
            self.exposure = exposure
        }
    }

    /// The failures to expect of parts of these ages.
    ///
    /// The uncertainty of a fitted distribution goes in by the delta method in its two logarithms,
    /// that of other rates as that of a Poisson count. Parts of unknown age are expected to go on
    /// failing as such parts have.
    /// - Parameters:
    ///   - ages: Of the parts at work, in the unit of `model`.
    ///   - model: The distribution of their lives.
    ///   - replacements: The same lives, but with those that ended by a replacement as the
    ///     failures: parts go on being replaced at such ages.
    ///   - span: How long to look ahead; above 0.
    /// - Complexity: O(ages · log n); more than 256 parts are taken in groups of neighbours in age.
    public init(
        ages: [Double], model: LifeModel, replacements: [Lifetime], ageless: Ageless, span: Double
    ) {
        let replacing = EmpiricalHazard(replacements)
        func total(_ failing: @escaping (Double) -> Double) -> (mean: Double, variance: Double) {
            RenewalProjection(
                failing: failing, replacing: replacing.value(at:), span: span
            ).total(of: ages)
        }
        let known = total(model.cumulativeHazard(at:))
        let rate = ageless.exposure > 0 ? Double(ageless.failures) / ageless.exposure : 0
        let unknown = rate * span * Double(ageless.working)
        mean = known.mean + unknown
        variance =
            known.variance + Self.doubt(known.mean, model) { total($0).mean } + unknown
            + (ageless.failures > 0 ? unknown * unknown / Double(ageless.failures) : 0)
    }

    /// The variance of a mean that comes from the uncertainty of the lives: `total` gives the mean
    /// under another cumulative hazard.
    private static func doubt(
        _ mean: Double, _ model: LifeModel, _ total: (@escaping (Double) -> Double) -> Double
    ) -> Double {
        guard let fit = model.distribution else {
            return mean * mean / Double(max(model.failures, 1))
        }
        let step = 0.01
        func slope(_ shape: Double, _ scale: Double) -> Double {
            let (k, life) = (
                fit.shape.value * ElementaryFunctions.exponential(shape * step),
                fit.scale.value * ElementaryFunctions.exponential(scale * step)
            )
            let moved = total { $0 > 0 ? ElementaryFunctions.power($0 / life, k) : 0 }
            return (moved - mean) / step
        }
        return fit.covariance.variance(
            fit.covariance.shape > 0 ? slope(1, 0) : 0, slope(0, 1))
    }

    /// The 90 % interval of the count; nil where mean or variance is not finite.
    public var range: ClosedRange<Int>? {
        CountInterval(mean: mean, variance: variance)?.range
    }
}
