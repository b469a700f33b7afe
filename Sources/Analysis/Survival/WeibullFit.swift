/// A Weibull distribution of lives, fitted by maximum likelihood to lives that may be left
/// truncated and right censored.
///
/// The survival function is exp(−(t / scale)^shape). A shape above 1 means wear, below 1 early
/// failures, and 1 is the exponential distribution, of parts that do not age. The scale is the
/// characteristic life, by which 63 % have failed. The parameters are found by Newton's method in
/// their logarithms; their limits come from the observed information on that scale, so that none is
/// negative. Values and variances are those of lifelines' `WeibullFitter`.
public struct WeibullFit: Sendable, Equatable {
    /// The exponent of age in the cumulative hazard, with limits.
    public let shape: Estimate
    /// The characteristic life, in the unit of the ages, with limits.
    public let scale: Estimate
    /// Failures that it was fitted to.
    public let failures: Int
    /// The natural logarithm of the likelihood at its maximum, with ages in their unit.
    public let logLikelihood: Double
    /// Coverage of the limits of `shape` and `scale`, between 0 and 1.
    public let level: Double
    let covariance: Covariance

    /// Variances and covariance of the logarithms of shape and scale.
    struct Covariance: Sendable, Equatable {
        var shape: Double
        var scale: Double
        var both: Double

        /// The variance of a quantity with these derivatives by the two logarithms (delta method).
        func variance(_ byShape: Double, _ byScale: Double) -> Double {
            let sum =
                shape * byShape * byShape + scale * byScale * byScale
                + 2 * both * byShape * byScale
            return max(0, sum)
        }
    }

    /// Shapes from 1 ÷ this to this are searched; beyond, all lives are equal, or no age tells.
    static let steepest = 100.0

    /// The likeliest distribution; nil without two different ages of failure (or, with a given
    /// shape, without any), where the likelihood has no maximum within the shapes searched, or for
    /// a level outside (0, 1).
    ///
    /// - Parameters:
    ///   - lifetimes: Watched lives; those without a failure count as well.
    ///   - shape: If given, only the scale is fitted: 1 gives the exponential distribution.
    ///   - level: Coverage of the limits.
    /// - Complexity: O(n) for each of about ten steps.
    public init?(_ lifetimes: [Lifetime], shape: Double? = nil, level: Double = 0.95) {
        let ages = lifetimes.filter(\.isFailure).map(\.exit)
        guard let first = ages.first, level > 0, level < 1,
            shape.map({ $0 > 0 && $0.isFinite }) ?? ages.contains(where: { $0 != first })
        else { return nil }
        let likelihood = WeibullLikelihood(lifetimes)
        guard let top = WeibullSearch(likelihood: likelihood, shape: shape).maximum else {
            return nil
        }
        let z = SpecialFunctions.normalQuantile(0.5 + level / 2)
        func estimate(_ log: Double, _ variance: Double, times unit: Double = 1) -> Estimate {
            func value(_ z: Double) -> Double {
                unit * ElementaryFunctions.exponential(log + z * variance.squareRoot())
            }
            return Estimate(value: value(0), interval: Interval(lower: value(-z), upper: value(z)))
        }
        self.shape = estimate(top.logShape, top.covariance.shape)
        scale = estimate(top.logScale, top.covariance.scale, times: likelihood.unit)
        covariance = top.covariance
        failures = ages.count
        logLikelihood =
            top.value - Double(ages.count) * ElementaryFunctions.logarithm(likelihood.unit)
        self.level = level
    }

    /// The cumulative hazard up to an age, −ln of the survival function; 0 below age 0.
    public func cumulativeHazard(at age: Double) -> Double {
        age > 0 ? ElementaryFunctions.power(age / scale.value, shape.value) : 0
    }

    /// The share that outlives an age, 0…1.
    public func survival(at age: Double) -> Double {
        ElementaryFunctions.exponential(-cumulativeHazard(at: age))
    }

    /// The derivatives of the cumulative hazard at an age by the logarithms of shape and scale.
    func gradient(at age: Double) -> (byShape: Double, byScale: Double) {
        let hazard = cumulativeHazard(at: age)
        guard hazard > 0 else { return (0, 0) }
        return (
            hazard * ElementaryFunctions.logarithm(hazard),
            -shape.value * hazard
        )
    }
}
