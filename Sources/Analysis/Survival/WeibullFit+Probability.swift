extension WeibullFit {
    /// The probability that a part of an age fails within a span, with limits by the delta method
    /// on the scale of ln(−ln(1 − p)), where the hazard of the stretch is nearly normal.
    ///
    /// Nil where the hazard of the stretch is 0, as for a span that is not positive.
    public func failureProbability(at age: Double, within span: Double) -> Estimate? {
        let (start, end) = (max(0, age), max(0, age) + span)
        let hazard = cumulativeHazard(at: end) - cumulativeHazard(at: start)
        guard hazard > 0, hazard.isFinite else { return nil }
        let (low, high) = (gradient(at: start), gradient(at: end))
        let variance = covariance.variance(
            (high.byShape - low.byShape) / hazard, (high.byScale - low.byScale) / hazard)
        let width =
            SpecialFunctions.normalQuantile(0.5 + level / 2) * variance.squareRoot()
        func probability(_ shift: Double) -> Double {
            1 - ElementaryFunctions.exponential(-hazard * ElementaryFunctions.exponential(shift))
        }
        return Estimate(
            value: probability(0),
            interval: Interval(lower: probability(-width), upper: probability(width)))
    }

    /// The age by which a share has failed, with limits on the scale of its logarithm; nil unless
    /// the share is between 0 and 1.
    public func age(failed share: Double) -> Estimate? {
        guard share > 0, share < 1 else { return nil }
        // ln t = ln scale + ln(−ln(1 − p)) / shape.
        let part =
            ElementaryFunctions.logarithm(-ElementaryFunctions.logarithm(1 - share)) / shape.value
        let width =
            SpecialFunctions.normalQuantile(0.5 + level / 2)
            * covariance.variance(-part, 1).squareRoot()
        func age(_ shift: Double) -> Double {
            scale.value * ElementaryFunctions.exponential(part + shift)
        }
        return Estimate(value: age(0), interval: Interval(lower: age(-width), upper: age(width)))
    }
}
