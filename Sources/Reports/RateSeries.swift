public import Values

/// Events of one kind or code per slice of time, as counts and as rates.
public struct RateSeries: Sendable, Hashable {
    /// The kind of the events.
    public var kind: EventKind
    /// The code that is counted; `nil` for all codes of the kind.
    public var code: CodeRef?
    /// Width of each of `slices`.
    public var width: TimeStep
    /// The slices of the period, in order; those not fully known are not complete.
    public var slices: [TimeSlice]
    /// Events in each of `slices`.
    public var counts: [Int]
    /// Events per device and day, or per device and unit of an axis without dates; NaN in slices of
    /// which nothing is known.
    public var rates: [Double]
    /// Trailing mean of `rates` over `rollingSlices` complete slices; NaN before there are as many.
    public var rolling: [Double]
    /// Slices in the rolling mean, 2 to 8.
    public var rollingSlices: Int
    /// The tested trend; `nil` where it was not tested, and below eight complete slices.
    public var trend: TrendFigures?
    /// Events per device and day over all that is known of the period; NaN where nothing is.
    public var mean: Double
    /// The part of the period in which the files could hold such events; `nil` where that is all of
    /// it.
    public var known: ClosedRange<Double>?

    /// `counts`, `rates` and `rolling` hold one entry per slice.
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

/// The result of a Mann-Kendall test with Sen's slope.
public struct TrendFigures: Sendable, Hashable {
    /// The direction of a trend that stands out from chance.
    public enum Direction: Sendable, Hashable { case rising, falling, level }

    /// Sen's slope, in per cent of the absolute mean per `span`.
    public var slopePercent: Double
    /// Lower end of the slope's 95 % interval, in the same unit.
    public var low: Double
    /// Upper end of the slope's 95 % interval, in the same unit.
    public var high: Double
    /// P-value of the test that there is no trend.
    public var p: Double
    /// `p` corrected for the number of series tested (Benjamini-Hochberg).
    public var q: Double
    /// The length of time that slopes are given for.
    public var span: TrendSpan

    /// The direction of the slope where `q` is below 0.05, else level. Where most values are equal
    /// the test may find an order though Sen's slope, a median, is 0: that is level too.
    public var direction: Direction {
        guard q < 0.05, slopePercent != 0 else { return .level }
        return slopePercent < 0 ? .falling : .rising
    }

    /// The slope and its limits are in per cent of the mean per `span`.
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

/// The length of time that slopes are given for: the longest that the period holds twice, as nobody
/// has seen what a single day would make of four weeks.
public enum TrendSpan: Sendable, Hashable {
    case fourWeeks, week, day, hour
    /// A tenth of the period, for periods under two hours and axes without dates.
    case tenth
}
