/// How the lives of a kind of part are told: by a Weibull distribution where it fits, without age
/// where age does not tell, else by the curve of Kaplan and Meier.
public struct LifeModel: Sendable, Equatable {
    /// What age says of failing.
    public enum Ageing: Sendable, Hashable {
        /// The older, the likelier: a shape above 1.
        case wears
        /// The younger, the likelier: a shape below 1.
        case failsEarly
        /// The limits of the shape hold 1: age does not tell.
        case none
        /// No Weibull distribution fits, so that no single shape says it.
        case irregular
    }

    /// What age says.
    public let ageing: Ageing
    /// The fitted distribution, also where it does not fit; nil where there is none.
    public let weibull: WeibullFit?
    /// The chance of lives as far from the distribution that is used as these; nil where too few
    /// failures tell.
    public let fitChance: Double?
    /// The curve without a model.
    public let curve: KaplanMeier
    /// Failures that it was fitted to.
    public let failures: Int
    /// What probabilities are told by: a Weibull distribution, with a shape of 1 where age does not
    /// tell; nil where none fits, and the curve is used.
    public let distribution: WeibullFit?
    /// Hazard as it was seen.
    let empirical: EmpiricalHazard

    /// A distribution that gives lives such as these more seldom than this does not fit.
    public static let rejection = 0.01

    /// The model of watched lives; nil without a failure.
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
    /// was not watched so far.
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

    /// Cumulative hazard at an age, beyond what was watched as it went on last.
    func cumulativeHazard(at age: Double) -> Double {
        distribution?.cumulativeHazard(at: age) ?? empirical.value(at: age)
    }
}
