public import Values

/// What gets better or worse.
public struct TrendReport: Sendable, Hashable {
    /// The answer in figures.
    public var headline: Headline
    /// Errors, failures and other kinds, each over time with segments and forecast.
    public var kinds: [KindTrend]
    /// Every series with its test, the surest first.
    public var rows: [TrendRow]
    /// Events by weekday and hour; `nil` without dates or events.
    public var week: WeekMap?
    /// One per code, by falling count, at most 12.
    public var codes: [RateSeries]
    /// One per metric, at most 24: of more those with the clearest trends, these first.
    public var metrics: [MetricTrend]
    /// Metrics that were tested, where these are more.
    public var metricsTested: Int?
    /// The pairs of readings that were compared, where these are not all.
    public var pairs: ComparedPairs?
    /// What announces failures; `nil` where that cannot be said.
    public var precursors: PrecursorTable?
    /// Mean cumulative failures per device by group of an attribute (or all).
    public var cumulative: CumulativeFailures?
    /// One row per group, or one for the fleet.
    public var reliability: [ReliabilityRow]
    /// How long parts live and which fail next; `nil` where nothing fails.
    public var partLives: PartLives?
    /// What was found, the weightiest first.
    public var findings: [Finding]
    /// What the data set does not hold.
    public var missingData: MissingData

    /// Better, worse or neither, with the figures that say so.
    public struct Headline: Sendable, Hashable {
        /// The verdict over errors and failures (or the metrics where there are none).
        public enum Verdict: Sendable, Hashable { case better, worse, neither, mixed, cannotSay }
        /// What the figures say.
        public var verdict: Verdict
        /// The series that decided, with its figures.
        public var leading: TrendRow?
        /// The surest lasting change of level.
        public var shift: Finding?
        /// Expected number of events per slice next, with its 80 % interval.
        public var next: Next?

        /// An expected number.
        public struct Next: Sendable, Hashable {
            /// What sort it is.
            public var kind: EventKind
            /// How wide a slice is.
            public var width: TimeStep
            /// The mean.
            public var mean: Double
            /// The lower end of the interval or band.
            public var low: Double
            /// The upper end of the interval or band.
            public var high: Double

            /// Makes an expectation.
            public init(
                kind: EventKind, width: TimeStep, mean: Double, low: Double, high: Double
            ) {
                self.kind = kind
                self.width = width
                self.mean = mean
                self.low = low
                self.high = high
            }
        }

        /// Makes a headline.
        public init(verdict: Verdict, leading: TrendRow?, shift: Finding?, next: Next?) {
            self.verdict = verdict
            self.leading = leading
            self.shift = shift
            self.next = next
        }
    }

    /// One kind of event over time.
    public struct KindTrend: Sendable, Hashable {
        /// The rate over time.
        public var series: RateSeries
        /// Levels between change points: slice range and mean rate.
        public var segments: [Segment]
        /// How it may go on; `nil` where nothing can be said.
        public var forecast: ForecastFigures?

        /// A stretch with one level.
        public struct Segment: Sendable, Hashable {
            /// Where it begins.
            public var from: Double
            /// Where it ends.
            public var to: Double
            /// The mean.
            public var mean: Double

            /// Makes a stretch.
            public init(from: Double, to: Double, mean: Double) {
                self.from = from
                self.to = to
                self.mean = mean
            }
        }

        /// Makes a trend.
        public init(series: RateSeries, segments: [Segment], forecast: ForecastFigures?) {
            self.series = series
            self.segments = segments
            self.forecast = forecast
        }
    }

    /// One metric over the fleet.
    public struct MetricTrend: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// How wide a slice is.
        public var width: TimeStep
        /// The stretches of the axis, in order.
        public var slices: [TimeSlice]
        /// Fleet mean and the 10th to 90th percentile of the devices; NaN where nothing was read.
        public var mean: [Double]
        /// The lower end of the interval or band.
        public var low: [Double]
        /// The upper end of the interval or band.
        public var high: [Double]
        /// The trend, once it is tested.
        public var trend: TrendFigures?
        /// When the level last changed for good; `nil` where it did not.
        public var shiftAt: Double?

        /// Makes a trend.
        public init(
            metric: MetricRef, width: TimeStep, slices: [TimeSlice], mean: [Double], low: [Double],
            high: [Double], trend: TrendFigures?, shiftAt: Double?
        ) {
            self.metric = metric
            self.width = width
            self.slices = slices
            self.mean = mean
            self.low = low
            self.high = high
            self.trend = trend
            self.shiftAt = shiftAt
        }
    }

    /// Events by weekday (Monday first) and hour.
    public struct WeekMap: Sendable, Hashable {
        /// What sort it is.
        public var kind: EventKind
        /// Events per slice or cell.
        public var counts: [[Int]]
        /// All of them together.
        public var total: Int

        /// Makes a map.
        public init(kind: EventKind, counts: [[Int]], total: Int) {
            self.kind = kind
            self.counts = counts
            self.total = total
        }
    }

    /// How many pairs of readings were compared, of how many.
    public struct ComparedPairs: Sendable, Hashable {
        /// Pairs that were compared, the likeliest to move together.
        public var compared: Int
        /// All pairs.
        public var possible: Int
        /// The readings that these are pairs of.
        public var readings: Int

        /// Makes an entry.
        public init(compared: Int, possible: Int, readings: Int) {
            self.compared = compared
            self.possible = possible
            self.readings = readings
        }
    }

    /// Makes a report.
    public init(
        headline: Headline, kinds: [KindTrend], rows: [TrendRow], week: WeekMap?,
        codes: [RateSeries], metrics: [MetricTrend], precursors: PrecursorTable?,
        cumulative: CumulativeFailures?, reliability: [ReliabilityRow], findings: [Finding],
        missingData: MissingData
    ) {
        self.headline = headline
        self.kinds = kinds
        self.rows = rows
        self.week = week
        self.codes = codes
        self.metrics = metrics
        self.precursors = precursors
        self.cumulative = cumulative
        self.reliability = reliability
        self.findings = findings
        self.missingData = missingData
    }
}

/// A series with its trend test.
public struct TrendRow: Sendable, Hashable {
    /// What the series is.
    public enum Subject: Sendable, Hashable {
        case events(EventKind)
        case code(CodeRef)
        case metric(MetricRef)
    }
    /// What the test says at q < 0.05.
    public enum Verdict: Sendable, Hashable { case rising, falling, level, tooShort }
    /// What the series is.
    public var subject: Subject
    /// The figures of the test or forecast.
    public var figures: TrendFigures?
    /// What the figures say.
    public var verdict: Verdict

    /// Makes a row.
    public init(subject: Subject, figures: TrendFigures?, verdict: Verdict) {
        self.subject = subject
        self.figures = figures
        self.verdict = verdict
    }
}
