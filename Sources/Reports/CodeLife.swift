public import Values

/// How long the parts of one failure code live.
public struct CodeLife: Sendable, Hashable {
    /// What age says of failing.
    public enum Ageing: Sendable, Hashable {
        /// The older, the likelier.
        case wears
        /// The younger, the likelier.
        case failsEarly
        /// The limits of the Weibull shape hold 1.
        case none
        /// No Weibull distribution fits; the curve of Kaplan and Meier is used.
        case irregular
    }

    /// What starts the clock of a part.
    public enum Clock: Sendable, Hashable {
        /// A failure of the code alone: no repair is known to renew the part.
        case failures
        /// A repair, replacements of working parts among them; a part that failed stands still until
        /// it is repaired.
        case repairs
        /// Whatever comes: repairs renew the part, but many failures are followed by none.
        case both
    }

    /// A place on the curves of survival.
    public struct Point: Sendable, Hashable {
        /// The age.
        public var age: Double
        /// The share that outlives it, with 95 % limits.
        public var survival: PartLives.Limited
        /// Parts at risk right before.
        public var atRisk: Int

        /// A place.
        package init(age: Double, survival: PartLives.Limited, atRisk: Int) {
            self.age = age
            self.survival = survival
            self.atRisk = atRisk
        }
    }

    /// How many failures are expected within a span.
    public struct Expected: Sendable, Hashable {
        /// The mean.
        public var mean: Double
        /// Between which numbers it lies nine times out of ten.
        public var range: ClosedRange<Int>

        /// An expectation.
        package init(mean: Double, range: ClosedRange<Int>) {
            self.mean = mean
            self.range = range
        }
    }

    /// What would have been expected of the last span from what was known before it, and what came.
    public struct Test: Sendable, Hashable {
        /// What would have been expected.
        public var expected: Expected
        /// Failures that happened.
        public var happened: Int
        /// Whether they lie within the range.
        public var isHeld: Bool { expected.range.contains(happened) }

        /// A test.
        package init(expected: Expected, happened: Int) {
            self.expected = expected
            self.happened = happened
        }
    }

    /// The code that is meant.
    public var code: CodeRef
    /// What age says.
    public var ageing: Ageing
    /// What starts the clock.
    public var clock: Clock
    /// Where ages of parts come from that were in use before the record.
    public var firstAge: PartLives.FirstAge
    /// Failures at a known age.
    public var failures: Int
    /// Lives of known start that did not end by a failure: replaced before, or still at work.
    public var censored: Int
    /// Failures of parts whose age is not known, left out of the ages.
    public var unknownAge: Int
    /// The Weibull shape with 95 % limits, also where it does not fit; nil without one.
    public var shape: PartLives.Limited?
    /// The age by which 10 % have failed (B10 life), with 95 % limits; nil where it is not known.
    public var early: PartLives.Limited?
    /// The age by which 63 % have failed, were none replaced before, with 95 % limits; nil where it is
    /// not known. Of parts that do not age it is the mean life.
    public var life: PartLives.Limited?
    /// The chance of lives as far from the distribution as these.
    public var fitChance: Double?
    /// Parts at work of a known age.
    public var working: Int
    /// Those of them past the characteristic life; nil where age says nothing or it is not known.
    public var past: Int?
    /// Failures within the next `PartLives.span`.
    public var next: Expected?
    /// The same for the span before the end; nil where too few failures came before it.
    public var test: Test?
    /// The curve of Kaplan and Meier at ages of failure up to `reach`, thinned to at most 121.
    public var curve: [Point]
    /// The age that the curve starts from.
    public var start: Double
    /// The highest age up to which enough parts were watched.
    public var reach: Double
    /// The fitted survival at even ages from `start` to `reach`; empty where none fits.
    public var fitted: [Point]

    /// The share that has failed by the age `early`.
    public static let earlyShare = 0.1

    /// A code's lives.
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
