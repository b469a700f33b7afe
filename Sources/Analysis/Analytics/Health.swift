/// What the health of one device is counted from; nil where the data set does not say.
public struct HealthInputs: Sendable, Equatable {
    /// The largest |z| of the device's readings now.
    public var furthestZ: Double?
    /// Days out of band among the last seven.
    public var daysOut: Double?
    /// Probability of a failure in the next 24 hours, by a model that was tested.
    public var failureProbability: Double?
    /// Errors in the last four weeks.
    public var errors: Double?
    /// The fleet's median of errors in the last four weeks.
    public var fleetErrors: Double?
    /// Failures in the last four weeks.
    public var failures: Double?

    /// Inputs, each of which may be unknown.
    public init(
        furthestZ: Double? = nil, daysOut: Double? = nil, failureProbability: Double? = nil,
        errors: Double? = nil, fleetErrors: Double? = nil, failures: Double? = nil
    ) {
        self.furthestZ = furthestZ
        self.daysOut = daysOut
        self.failureProbability = failureProbability
        self.errors = errors
        self.fleetErrors = fleetErrors
        self.failures = failures
    }
}

/// One line of the health formula: points × (input - allowance), from 0 up to a most.
public struct HealthRule: Sendable, Equatable {
    /// What a rule looks at.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The furthest reading, in robust standard deviations.
        case furthestReading
        /// Days out of band among the last seven.
        case daysOut
        /// Probability of a failure in the next 24 hours.
        case failureProbability
        /// Errors above the fleet's median.
        case errors
        /// Failures in the last four weeks.
        case failures
    }

    /// What the rule looks at.
    public let kind: Kind
    /// Points lost per unit of the input above the allowance.
    public let pointsPerUnit: Double
    /// What costs nothing; for `errors` in addition to the fleet's median.
    public let allowance: Double
    /// The most points this rule takes.
    public let most: Double

    /// A rule of the formula.
    public init(kind: Kind, pointsPerUnit: Double, allowance: Double, most: Double) {
        self.kind = kind
        self.pointsPerUnit = pointsPerUnit
        self.allowance = allowance
        self.most = most
    }
}

/// One part of a health figure: the rule, what went in, and what it cost.
public struct HealthPart: Sendable, Equatable {
    /// The rule applied.
    public let rule: HealthRule
    /// The input as it stood.
    public let input: Double
    /// What the input was compared with: the allowance, plus the fleet's median for errors.
    public let reference: Double
    /// Points taken off, never negative.
    public let pointsLost: Double
}

/// The health of a device, 100 minus the points its parts cost.
public struct Health: Sendable, Equatable {
    /// How urgent a device is.
    public enum Status: Sendable, Hashable, Comparable, CaseIterable {
        /// Nothing stands out.
        case ok
        /// A reading is out of band now, or the health is below 75.
        case warning
        /// The health is below 50.
        case critical
    }

    /// 0 to 100.
    public let score: Double
    /// The parts that could be counted, in the order of the formula.
    public let parts: [HealthPart]
    /// How urgent the device is.
    public let status: Status
}

/// The health formula as data, so that a page can state it.
public struct HealthFormula: Sendable, Equatable {
    /// The rules, in the order in which they are shown.
    public var rules: [HealthRule]
    /// Below this score a device is critical.
    public var criticalBelow: Double
    /// Below this score a device is a warning.
    public var warningBelow: Double
    /// |z| above which a reading is out of band now, which is a warning whatever the score.
    public var bandLimit: Double

    /// A formula from its rules and limits.
    public init(
        rules: [HealthRule] = HealthFormula.standardRules, criticalBelow: Double = 50,
        warningBelow: Double = 75, bandLimit: Double = 4
    ) {
        self.rules = rules
        self.criticalBelow = criticalBelow
        self.warningBelow = warningBelow
        self.bandLimit = bandLimit
    }

    /// The rules used when nothing else is said.
    public static let standardRules = [
        HealthRule(kind: .furthestReading, pointsPerUnit: 4, allowance: 3, most: 40),
        HealthRule(kind: .daysOut, pointsPerUnit: 5, allowance: 0, most: 35),
        HealthRule(kind: .failureProbability, pointsPerUnit: 25, allowance: 0, most: 25),
        HealthRule(kind: .errors, pointsPerUnit: 2.5, allowance: 0, most: 15),
        HealthRule(kind: .failures, pointsPerUnit: 5, allowance: 0, most: 20),
    ]

    /// The health by this formula. Unknown inputs cost nothing and have no part. O(rules).
    public func health(_ inputs: HealthInputs) -> Health {
        let parts = rules.compactMap { part($0, inputs) }
        let score = min(100, max(0, 100 - parts.reduce(0) { $0 + $1.pointsLost }))
        let isOut = (inputs.furthestZ ?? 0) > bandLimit
        let status: Health.Status =
            score < criticalBelow ? .critical : (score < warningBelow || isOut ? .warning : .ok)
        return Health(score: score, parts: parts, status: status)
    }

    private func part(_ rule: HealthRule, _ inputs: HealthInputs) -> HealthPart? {
        var reference = rule.allowance
        let input: Double?
        switch rule.kind {
        case .furthestReading: input = inputs.furthestZ
        case .daysOut: input = inputs.daysOut
        case .failureProbability: input = inputs.failureProbability
        case .failures: input = inputs.failures
        case .errors:
            input = inputs.errors
            reference += inputs.fleetErrors ?? 0
        }
        guard let input, !input.isNaN, !reference.isNaN else { return nil }
        let points = min(rule.most, max(0, rule.pointsPerUnit * (input - reference)))
        return HealthPart(rule: rule, input: input, reference: reference, pointsLost: points)
    }
}
