public import Values

/// How long the parts of one failure code live. Ages are in the axis' unit.
public struct CodeLife: Sendable, Hashable {
    /// How the risk of failing changes with age.
    public enum Ageing: Sendable, Hashable {
        /// It rises.
        case wears
        /// It falls.
        case failsEarly
        /// It does not change measurably: the interval of the Weibull shape contains 1.
        case none
        /// No Weibull distribution fits; the Kaplan-Meier curve is used.
        case irregular
    }

    /// Which events start a new life of a part.
    public enum Clock: Sendable, Hashable {
        /// Only failures of the code: no repair is known to renew the part.
        case failures
        /// Repairs, also of working parts; a failed part is out of service until it is repaired.
        case repairs
        /// Failures and repairs: repairs renew the part, but many failures have none.
        case both
    }

    /// A point of a survival curve.
    public struct Point: Sendable, Hashable {
        /// Age in the axis' unit.
        public var age: Double
        /// The share of parts that outlive it, 0…1, with 95 % limits.
        public var survival: PartLives.Limited
        /// Parts at risk just before this age; 0 on a fitted curve.
        public var atRisk: Int

        package init(age: Double, survival: PartLives.Limited, atRisk: Int) {
            self.age = age
            self.survival = survival
            self.atRisk = atRisk
        }
    }

    /// Failures expected within a span.
    public struct Expected: Sendable, Hashable {
        /// The expected number.
        public var mean: Double
        /// The 90 % range of the number.
        public var range: ClosedRange<Int>

        package init(mean: Double, range: ClosedRange<Int>) {
            self.mean = mean
            self.range = range
        }
    }

    /// A check: what would have been expected for the last span from the data before it, and what
    /// came.
    public struct Test: Sendable, Hashable {
        /// What would have been expected.
        public var expected: Expected
        /// Failures that came.
        public var happened: Int
        /// Whether `happened` lies in the expected range.
        public var isHeld: Bool { expected.range.contains(happened) }

        package init(expected: Expected, happened: Int) {
            self.expected = expected
            self.happened = happened
        }
    }

    /// The failure code that names the part.
    public var code: CodeRef
    /// How the risk of failing changes with age.
    public var ageing: Ageing
    /// Which events start a new life.
    public var clock: Clock
    /// Where ages come from for parts already in use when the record begins.
    public var firstAge: PartLives.FirstAge
    /// Failures at a known age.
    public var failures: Int
    /// Lives of known start that ended without a failure: replaced before, or still working.
    public var censored: Int
    /// Failures of parts of unknown age, left out of the estimate.
    public var unknownAge: Int
    /// Weibull shape with 95 % limits, also where the distribution does not fit; nil where none can
    /// be fitted.
    public var shape: PartLives.Limited?
    /// The age by which 10 % have failed (B10 life), with 95 % limits; nil where it is not reached.
    public var early: PartLives.Limited?
    /// The characteristic life, by which 63 % have failed if none is replaced before, with 95 %
    /// limits; nil where it is not reached. The mean life of parts that do not age.
    public var life: PartLives.Limited?
    /// P-value of the distribution that was tried: the chance of lives at least as far from it; nil
    /// with too few failures to tell.
    public var fitChance: Double?
    /// Working parts of known age.
    public var working: Int
    /// Of these, parts older than `life`; nil where age does not matter or `life` is nil.
    public var past: Int?
    /// Failures within the next `PartLives.span`; nil where failures cannot be predicted.
    public var next: Expected?
    /// The same for the last span of the record; nil where too few failures came before it.
    public var test: Test?
    /// Kaplan-Meier curve up to `reach`, thinned to at most 121 points.
    public var curve: [Point]
    /// The age at which the curve starts.
    public var start: Double
    /// The highest age that enough parts were watched to.
    public var reach: Double
    /// The fitted survival at equal steps of age from `start` to `reach`; empty where no
    /// distribution fits.
    public var fitted: [Point]

    /// The share that has failed by the age `early`: B10.
    public static let earlyShare = 0.1

    package init(
        code: CodeRef, ageing: Ageing, clock: Clock, firstAge: PartLives.FirstAge = .unknown,
        failures: Int, censored: Int, unknownAge: Int, shape: PartLives.Limited?,
        early: PartLives.Limited?, life: PartLives.Limited?, fitChance: Double?, working: Int,
        past: Int?, next: Expected?,
        test: Test?, curve: [Point], start: Double, reach: Double, fitted: [Point]
    ) {
        self.code = code
        self.ageing = ageing
        self.clock = clock
        self.firstAge = firstAge
        self.failures = failures
        self.censored = censored
        self.unknownAge = unknownAge
        self.shape = shape
        self.early = early
        self.life = life
        self.fitChance = fitChance
        self.working = working
        self.past = past
        self.next = next
        self.test = test
        self.curve = curve
        self.start = start
        self.reach = reach
        self.fitted = fitted
    }
}
