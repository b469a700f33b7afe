/// How many failures are to be expected of parts within a span, each followed by a new one.
public struct ExpectedFailures: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// The variance: of chance, and of what is not known of the distribution of lives.
    public let variance: Double

    /// Parts whose age is not known, and what befell such parts before.
    public struct Ageless: Sendable, Equatable {
        /// Parts that are at work.
        public let working: Int
        /// Failures of parts of unknown age.
        public let failures: Int
        /// How long such parts were watched, in the unit of the ages.
        public let exposure: Double

        /// Parts of unknown age.
        public init(working: Int, failures: Int, exposure: Double) {
            self.working = working
            self.failures = failures
            self.exposure = exposure
        }
    }

    /// What to expect of parts of these ages.
    ///
    /// The uncertainty of a fitted distribution goes in by the delta method in its two logarithms,
    /// that of other rates as that of a Poisson count. Parts of unknown age are expected to go on
    /// failing as such parts have.
    /// - Parameters:
    ///   - ages: Of the parts at work.
    ///   - model: How their lives are told.
    ///   - replacements: The same lives, with those as failures that ended by a replacement before
    ///     one: parts go on being replaced at such ages.
    ///   - span: How long to look ahead; above 0.
    /// - Complexity: O(ages · log n), of more than 256 parts by neighbours in age.
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

    /// The variance of a mean that comes from what is not known of the lives.
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

    /// Between which counts it lies nine times out of ten; nil where that cannot be told.
    public var range: ClosedRange<Int>? {
        CountInterval(mean: mean, variance: variance)?.range
    }
}
