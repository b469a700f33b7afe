import Values

/// The share of parts that reach an age (Kaplan and Meier, JASA 53, 1958), also from parts that
/// entered late.
///
/// Limits are those of Greenwood on the scale of ln(−ln S), so that they stay between 0 and 1; the
/// same that lifelines calls exponential Greenwood.
public struct KaplanMeier: Sendable, Equatable {
    /// The curve from one failure age on.
    public struct Step: Sendable, Equatable {
        /// The age of the failures.
        public let age: Double
        /// Parts watched and working right before.
        public let atRisk: Int
        /// Parts that failed at this age.
        public let failures: Int
        /// The share that outlives this age.
        public let survival: Double
        /// Limits of `survival`, at the curve's `level`.
        public let interval: Interval
    }

    /// One step for each distinct age of failure, rising.
    public let steps: [Step]
    /// The age that the curve starts from: shares are of the parts that reached it.
    public let start: Double
    /// The highest age at which at least `fewestAtRisk` parts were watched; 0 without so many.
    public let reach: Double
    /// Coverage of the limits of all steps, 0…1.
    public let level: Double
    let risk: RiskSets

    /// With fewer parts at risk an age says next to nothing.
    public static let fewestAtRisk = 5

    /// The curve of watched lives; without steps where nothing failed.
    ///
    /// Where all parts entered late, the first risk sets hold one part or two, and a failure among
    /// them would pull the whole curve to 0: it starts from the age after the last such failure
    /// below the age at which most parts were at risk.
    /// - Complexity: O(n log n).
    public init(_ lifetimes: [Lifetime], level: Double = 0.95) {
        let risk = RiskSets(lifetimes)
        self.risk = risk
        self.level = min(max(level, 0), 1)
        reach = risk.reach(atRisk: Self.fewestAtRisk)
        start = Self.start(risk)
        let z = SpecialFunctions.normalQuantile(0.5 + self.level / 2)
        var curve = ProductLimit()
        var steps: [Step] = []
        for event in risk.events(after: start, through: .infinity) {
            curve.pass(event)
            steps.append(
                Step(
                    age: event.age, atRisk: event.atRisk, failures: event.failures,
                    survival: curve.survival, interval: curve.limits(z)))
        }
        self.steps = steps
    }

    private static func start(_ risk: RiskSets) -> Double {
        let peak = risk.events.indices.max { risk.events[$0].atRisk < risk.events[$1].atRisk } ?? 0
        return risk.events.prefix(peak).last { $0.atRisk < fewestAtRisk }?.age ?? 0
    }

    /// The share that outlives an age. O(log n).
    public func survival(at age: Double) -> Double {
        let place = steps.indices.partitionPoint { steps[$0].age <= age }
        return place == 0 ? 1 : steps[place - 1].survival
    }

    /// The age by which a share has failed, with limits where those of the curve cross it; nil
    /// where the curve does not come so far by `reach`.
    public func age(failed share: Double) -> Estimate? {
        // A product of shares falls short of the share itself by rounding.
        let left = 1 - share + 1e-9
        func first(_ isBelow: (Step) -> Bool) -> Double? { steps.first(where: isBelow)?.age }
        guard let age = first({ $0.survival <= left }), age <= reach else { return nil }
        return Estimate(
            value: age,
            interval: Interval(
                lower: first { $0.interval.lower <= left } ?? age,
                upper: first { $0.interval.upper <= left } ?? .infinity))
    }

    /// The probability that a part of an age fails within a span; nil for ages before `start` or
    /// beyond those that were watched, unless all have failed before.
    ///
    /// Where nothing failed in the stretch, the upper limit is that of no failure among those who
    /// passed it (Clopper and Pearson).
    public func failureProbability(at age: Double, within span: Double) -> Estimate? {
        let end = age + span
        guard age >= start, age < reach, span > 0 else { return nil }
        let passed = risk.events(after: age, through: min(end, reach))
        var curve = ProductLimit()
        for event in passed { curve.pass(event) }
        guard end <= reach || curve.survival <= 0 else { return nil }
        guard !passed.isEmpty else {
            let none = Binomial.interval(
                successes: 0, trials: risk.atRisk(at: end), level: level)
            return none.map { Estimate(value: 0, interval: $0) }
        }
        let limits = curve.limits(SpecialFunctions.normalQuantile(0.5 + level / 2))
        return Estimate(
            value: 1 - curve.survival,
            interval: Interval(lower: 1 - limits.upper, upper: 1 - limits.lower))
    }
}

/// The running product of Kaplan and Meier with Greenwood's sum.
private struct ProductLimit {
    var survival = 1.0
    private var greenwood = 0.0
    /// Survival and Greenwood's sum before the last event.
    private var before = (survival: 1.0, greenwood: 0.0)

    mutating func pass(_ event: RiskSets.Event) {
        before = (survival, greenwood)
        let (n, d) = (Double(event.atRisk), Double(event.failures))
        survival *= 1 - d / n
        greenwood += n > d ? d / (n * (n - d)) : 0
    }

    /// The limits of `survival`. Where all have failed the variance has no value: the upper one
    /// stays that of the step before.
    func limits(_ z: Double) -> Interval {
        guard survival <= 0 else { return Self.limits(survival, greenwood, z) }
        return Interval(lower: 0, upper: Self.limits(before.survival, before.greenwood, z).upper)
    }

    private static func limits(_ survival: Double, _ greenwood: Double, _ z: Double) -> Interval {
        guard survival > 0, survival < 1 else { return Interval(lower: survival, upper: survival) }
        let log = ElementaryFunctions.logarithm(survival)
        let width = z * greenwood.squareRoot() / -log
        return Interval(
            lower: ElementaryFunctions.exponential(log * ElementaryFunctions.exponential(width)),
            upper: ElementaryFunctions.exponential(log * ElementaryFunctions.exponential(-width)))
    }
}
