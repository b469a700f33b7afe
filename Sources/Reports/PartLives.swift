public import Values

/// How long parts live, which are likely to fail next, and how many failures to expect.
///
/// A part is what one failure code names on one device. Times and ages are in the axis' unit.
public struct PartLives: Sendable, Hashable {
    /// An estimate with confidence limits.
    public struct Limited: Sendable, Hashable {
        /// The estimate.
        public var value: Double
        /// The lower confidence limit.
        public var low: Double
        /// The upper limit; infinite where nothing bounds it.
        public var high: Double

        package init(value: Double, low: Double, high: Double) {
            self.value = value
            self.low = low
            self.high = high
        }
    }

    /// A working part with the probability that it fails.
    public struct Risk: Sendable, Hashable {
        /// The device that it is part of.
        public var device: DeviceRef
        /// The failure code that names it.
        public var code: CodeRef
        /// Its age at `PartLives.end`.
        public var age: Double
        /// The probability that it fails within `PartLives.horizon`, with 95 % limits; nil where no
        /// part was watched to such an age and no distribution fits.
        public var probability: Limited?
        /// Whether it is older than the characteristic life; always false for parts that do not
        /// wear.
        public var isPastLife: Bool

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

    /// A code with too few failures of known age to estimate lives.
    public struct TooFew: Sendable, Hashable {
        /// The failure code.
        public var code: CodeRef
        /// Its failures at a known age, fewer than `needed`.
        public var found: Int

        package init(code: CodeRef, found: Int) {
            self.code = code
            self.found = found
        }
    }

    /// Where ages come from for parts whose installation the record does not show.
    public enum FirstAge: Sendable, Hashable {
        /// Unknown: such parts are left out.
        case unknown
        /// The device's attribute of this name also tells the age of its parts.
        case attribute(String)

        /// Name of the attribute; nil where none is used.
        public var attribute: String? {
            if case .attribute(let name) = self { name } else { nil }
        }
    }

    /// Failures at a known age that an estimate needs.
    public static let needed = 10

    /// The end of the record, to which ages and probabilities refer.
    public var end: Double
    /// How far ahead the probabilities of single parts look; at most 30 days.
    public var horizon: Double
    /// How far ahead failures are counted, and the length of the test's span; at most 90 days.
    public var span: Double
    /// Codes with an estimate, the most failures first, at most 12.
    public var codes: [CodeLife]
    /// Failing codes without an estimate, the most failures first, at most six.
    public var tooFew: [TooFew]
    /// Whether the files name only devices that failed; then numbers of failures are not predicted.
    public var namesOnlyFailed: Bool
    /// Working parts of known age, the likeliest to fail first, at most 20,000.
    public var risks: [Risk]

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
