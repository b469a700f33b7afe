public import Values

/// How long parts live, which are likely to fail next, and how many failures to expect.
///
/// A part is what one failure code names on one device. Times and ages are in the unit of the axis.
public struct PartLives: Sendable, Hashable {
    /// A value with its limits; the upper one may be infinite.
    public struct Limited: Sendable, Hashable {
        /// The best guess.
        public var value: Double
        /// The lower limit.
        public var low: Double
        /// The upper limit; infinite where nothing bounds it.
        public var high: Double

        /// A value with its limits.
        package init(value: Double, low: Double, high: Double) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// A part that is at work, with the probability that it fails.
    public struct Risk: Sendable, Hashable {
        /// The device that it is part of.
        public var device: DeviceRef
        /// The failure that ends it.
        public var code: CodeRef
        /// Since its clock was started, at `PartLives.end`.
        public var age: Double
        /// That it fails within `PartLives.horizon`, with 95 % limits; nil where no part was watched
        /// to such an age and no distribution fits.
        public var probability: Limited?
        /// Whether it is older than the characteristic life, of parts that wear.
        public var isPastLife: Bool

        /// A part with its probability.
        package init(
            device: DeviceRef, code: CodeRef, age: Double, probability: Limited?, isPastLife: Bool
        ) {
            self.device = device
            self.code = code
            self.age = age
            self.probability = probability
            self.isPastLife = isPastLife
        }
    }

    /// A code with fewer failures of known age than are needed.
    public struct TooFew: Sendable, Hashable {
        /// The code that is meant.
        public var code: CodeRef
        /// Failures at a known age.
        public var found: Int

        /// A code with its failures.
        package init(code: CodeRef, found: Int) {
            self.code = code
            self.found = found
        }
    }

    /// What ages are counted from where the record does not show a part being new.
    public enum FirstAge: Sendable, Hashable {
        /// Such parts are left out of the ages.
        case unknown
        /// The device's attribute of this name tells the age of its parts as well.
        case attribute(String)

        /// The attribute's name; nil where none is used.
        public var attribute: String? {
            if case .attribute(let name) = self { name } else { nil }
        }
    }

    /// Failures at a known age that a code needs.
    public static let needed = 10

    /// The end of the record: as of when ages and probabilities are.
    public var end: Double
    /// How far ahead the probabilities of single parts look.
    public var horizon: Double
    /// How far ahead failures are counted, and how long the span of the test was.
    public var span: Double
    /// By code, that with most failures first, at most 12.
    public var codes: [CodeLife]
    /// Other codes that failed, with most failures first.
    public var tooFew: [TooFew]
    /// Whether the files name only devices that failed: the numbers of failures to come are left out then.
    public var namesOnlyFailed: Bool
    /// Parts at work of a known age, the likeliest to fail first.
    public var risks: [Risk]

    /// A report.
    package init(
        end: Double, horizon: Double, span: Double, codes: [CodeLife], tooFew: [TooFew],
        risks: [Risk], namesOnlyFailed: Bool = false
    ) {
        self.end = end
        self.horizon = horizon
        self.span = span
        self.codes = codes
        self.tooFew = tooFew
        self.risks = risks
        self.namesOnlyFailed = namesOnlyFailed
    }
}
