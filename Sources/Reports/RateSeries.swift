public import Values

/// Events over time as a rate.
public struct RateSeries: Sendable, Hashable {
    /// What sort it is.
    public var kind: EventKind
    /// One code, or all of the kind.
    public var code: CodeRef?
    /// How wide a slice is.
    public var width: TimeStep
    /// The stretches of the axis, in order.
    public var slices: [TimeSlice]
    /// Events per slice or cell.
    public var counts: [Int]
    /// Events per device and day; per device and unit of the axis without dates.
    public var rates: [Double]
    /// Rolling mean over `rollingSlices` whole slices; NaN where it is not defined.
    public var rolling: [Double]
    /// Slices in the rolling mean.
    public var rollingSlices: Int
    /// The trend, once it is tested.
    public var trend: TrendFigures?
    /// The mean.
    public var mean: Double
    /// When the files can tell of such events, where that is not the whole period.
    public var known: ClosedRange<Double>?

    /// Makes a series.
    public init(
        kind: EventKind, code: CodeRef?, width: TimeStep, slices: [TimeSlice], counts: [Int],
        rates: [Double], rolling: [Double], rollingSlices: Int, trend: TrendFigures?, mean: Double
    ) {
        self.kind = kind
        self.code = code
        self.width = width
        self.slices = slices
        self.counts = counts
        self.rates = rates
        self.rolling = rolling
        self.rollingSlices = rollingSlices
        self.trend = trend
        self.mean = mean
    }
}

/// A trend test's outcome.
public struct TrendFigures: Sendable, Hashable {
    /// Where a series moves.
    public enum Direction: Sendable, Hashable { case rising, falling, level }

    /// Sen's slope, in per cent of the mean per `span`.
    public var slopePercent: Double
    /// The lower end of the interval or band.
    public var low: Double
    /// The upper end of the interval or band.
    public var high: Double
    /// Probability of such a difference by chance.
    public var p: Double
    /// Corrected for the number of tests (Benjamini-Hochberg).
    public var q: Double
    /// What the slope is counted by.
    public var span: TrendSpan

    /// Where it moves beyond chance: a corrected probability below 0.05, and a slope. Where most
    /// values are equal the test may find an order while the median of the slopes is 0.
    public var direction: Direction {
        guard q < 0.05, slopePercent != 0 else { return .level }
        return slopePercent < 0 ? .falling : .rising
    }

    /// Makes figures.
    public init(
        slopePercent: Double, low: Double, high: Double, p: Double, q: Double,
        span: TrendSpan = .fourWeeks
    ) {
        self.slopePercent = slopePercent
        self.low = low
        self.high = high
        self.p = p
        self.q = q
        self.span = span
    }
}

/// What slopes are counted by: a span that the period holds, as nobody has seen what a day would
/// make of four weeks.
public enum TrendSpan: Sendable, Hashable {
    case fourWeeks, week, day, hour
    /// A tenth of the period: of cycles, and of minutes.
    case tenth
}
