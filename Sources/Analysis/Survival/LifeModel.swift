/// How long a kind of part lives: a Weibull distribution where it fits, the exponential one where
/// age does not matter, else the curve of Kaplan and Meier.
public struct LifeModel: Sendable, Equatable {
    /// How the risk of failing changes with age.
    public enum Ageing: Sendable, Hashable {
        /// The older, the likelier: a shape above 1.
        case wears
        /// The younger, the likelier: a shape below 1.
        case failsEarly
        /// The limits of the shape hold 1: age does not tell.
        case none
        /// No Weibull distribution fits, or none could be fitted: no single shape says it.
        case irregular
    }

    /// Whether parts wear, fail early, or neither.
    public let ageing: Ageing
    /// The fitted distribution, also where it does not fit; nil where there is none.
    public let weibull: WeibullFit?
    /// The goodness-of-fit p of the Weibull (or exponential) distribution tried; nil with too few
    /// failures to test. Below `rejection` it is not used.
    public let fitChance: Double?
    /// The Kaplan-Meier curve, there whether or not a distribution fits.
    public let curve: KaplanMeier
    /// Failures that it was fitted to.
    public let failures: Int
    /// The distribution that probabilities come from: Weibull, with a shape of 1 where age does not
    /// matter; nil where none fits, and the curve is used.
    public let distribution: WeibullFit?
    let empirical: EmpiricalHazard

    /// The p of the goodness of fit below which a distribution is not used.
    public static let rejection = 0.01

    /// The model of watched lives; nil without a failure. `level` is the coverage of all limits.
    ///
    /// - Complexity: O(n log n).
    public init?(_ lifetimes: [Lifetime], level: Double = 0.95) {
        failures = lifetimes.count { $0.isFailure }
        guard failures > 0 else { return nil }
        curve = KaplanMeier(lifetimes, level: level)
        empirical = EmpiricalHazard(lifetimes)
        weibull = WeibullFit(lifetimes, level: level)
        let isFlat = weibull?.shape.interval.contains(1) ?? false
        let candidate = isFlat ? WeibullFit(lifetimes, shape: 1, level: level) : weibull
        fitChance = candidate?.goodnessOfFit(lifetimes)
        distribution = fitChance.map { $0 < Self.rejection } ?? false ? nil : candidate
        ageing =
            distribution.map { fit in
                isFlat ? .none : fit.shape.value > 1 ? .wears : .failsEarly
            } ?? .irregular
    }

    /// The probability that a part of an age fails within a span; nil where the curve is used and
    /// was not watched so far, or for a span that is not positive.
    public func failureProbability(at age: Double, within span: Double) -> Estimate? {
        guard let distribution else {
            return curve.failureProbability(at: age, within: span)
        }
        return distribution.failureProbability(at: age, within: span)
    }

    /// The age by which a share of the parts has failed, were none replaced before; nil where that
    /// is not known. A share of 0.632 gives the characteristic life.
    public func age(failed share: Double) -> Estimate? {
        guard let distribution else { return curve.age(failed: share) }
        return distribution.age(failed: share)
    }

    /// The share that has failed by the characteristic life, 1 − 1/e.
    public static let characteristicShare = 0.632_120_558_828_557_7

    /// Cumulative hazard at an age; beyond what was watched it rises at the last known rate.
    func cumulativeHazard(at age: Double) -> Double {
        distribution?.cumulativeHazard(at: age) ?? empirical.value(at: age)
    }
}
