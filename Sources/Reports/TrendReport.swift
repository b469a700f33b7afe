public import Values

/// What gets better or worse: the Trends page.
public struct TrendReport: Sendable, Hashable {
    /// Better or worse, in figures.
    public var headline: Headline
    /// One per kind of event in the set, with segments and forecast.
    public var kinds: [KindTrend]
    /// One per tested series: kinds, codes where there are several, readings.
    public var rows: [TrendRow]
    /// Events by weekday and hour; `nil` without dates, below five events and below two weeks.
    public var week: WeekMap?
    /// One per code with events, errors first and by descending count, at most 12; no repairs.
    public var codes: [RateSeries]
    /// Varying readings, at most 24; where there are more, those with the clearest trends.
    public var metrics: [MetricTrend]
    /// How many readings were tested, where `metrics` leaves some out; else `nil`.
    public var metricsTested: Int?
    /// How many pairs of readings were compared, where not all were; else `nil`.
    public var pairs: ComparedPairs?
    /// Which codes precede failures; `nil` without dates, below three failures or without other
    /// codes.
    public var precursors: PrecursorTable?
    /// Mean cumulative failures per device; `nil` without dates or below ten events.
    public var cumulative: CumulativeFailures?
    /// One per group of the separating attribute, or one for the fleet; groups with fewer than
    /// three failures are left out.
    public var reliability: [ReliabilityRow]
    /// How long parts live and which fail next; `nil` without dates, without failures, and for
    /// records under four hours.
    public var partLives: PartLives?
    /// Shifts, waves, patterns and other findings about time, by descending weight.
    public var findings: [Finding]
    /// What the data set lacks, so that cards can say so.
    public var missingData: MissingData

    /// The verdict with the figures that led to it.
    public struct Headline: Sendable, Hashable {
        /// The verdict over all errors, failures and other events, or over the readings where there
        /// are no events; readings that move are `mixed`, as only their owner knows what is good.
        public enum Verdict: Sendable, Hashable { case better, worse, neither, mixed, cannotSay }
        /// Better, worse or neither.
        public var verdict: Verdict
        /// The deciding series: the surest trend among those that moved, else among all; `nil`
        /// without series.
        public var leading: TrendRow?
        /// A change of the level of a rate: that of the first kind in `kinds` that has one; `nil`
        /// without one.
        public var shift: Finding?
        /// Events expected in the next slice; `nil` where no forecast beats the naive one.
        public var next: Next?

        /// The number of events expected in the next slice, of errors where there are any.
        public struct Next: Sendable, Hashable {
            /// The kind that is forecast.
            public var kind: EventKind
            /// Width of the slice.
            public var width: TimeStep
            /// Expected number over all devices.
            public var mean: Double
            /// Lower end of the 80 % interval, at least 0.
            public var low: Double
            /// Upper end of the 80 % interval.
            public var high: Double

            /// Numbers are events per slice over all devices, not rates.
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

        /// `leading` decided the verdict.
        public init(verdict: Verdict, leading: TrendRow?, shift: Finding?, next: Next?) {
            self.verdict = verdict
            self.leading = leading
            self.shift = shift
            self.next = next
        }
    }

    /// One kind of event over time.
    public struct KindTrend: Sendable, Hashable {
        /// The kind's counts and rates.
        public var series: RateSeries
        /// Stretches with one level each, in order; the whole as one for repairs, which are
        /// planned.
        public var segments: [Segment]
        /// The forecast of the rate; `nil` below twelve slices, and where the log ends before the
        /// period.
        public var forecast: ForecastFigures?

        /// A stretch of time in which the rate has one level.
        public struct Segment: Sendable, Hashable {
            /// Start of its first slice, in the axis' unit.
            public var from: Double
            /// End of its last slice.
            public var to: Double
            /// Its rate, as in `RateSeries`.
            public var mean: Double

            /// A stretch from `from` to `to` with the rate `mean`.
            public init(from: Double, to: Double, mean: Double) {
                self.from = from
                self.to = to
                self.mean = mean
            }
        }

        /// `segments` are in order of time.
        public init(series: RateSeries, segments: [Segment], forecast: ForecastFigures?) {
            self.series = series
            self.segments = segments
            self.forecast = forecast
        }
    }

    /// One reading over the fleet and over time.
    public struct MetricTrend: Sendable, Hashable {
        /// The reading, a metric of the catalog.
        public var metric: MetricRef
        /// Width of a slice, the step of the trend.
        public var width: TimeStep
        /// The slices of the period, in order.
        public var slices: [TimeSlice]
        /// Mean over the devices' means per slice; NaN where nothing was read.
        public var mean: [Double]
        /// 10th percentile of the devices' means; NaN where nothing was read.
        public var low: [Double]
        /// 90th percentile of the devices' means; NaN where nothing was read.
        public var high: [Double]
        /// The tested trend; `nil` below eight complete slices or with a mean of 0.
        public var trend: TrendFigures?
        /// When its level changed most (p below 0.001), in the axis' unit; `nil` where it did not.
        public var shiftAt: Double?

        /// `mean`, `low` and `high` hold one entry per slice.
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

    /// Events by weekday and hour on the wall clock.
    public struct WeekMap: Sendable, Hashable {
        /// The kind that is counted: errors, else failures, else others.
        public var kind: EventKind
        /// `counts[weekday][hour]`, Monday first.
        public var counts: [[Int]]
        /// Sum of all cells.
        public var total: Int

        /// `counts` has seven rows of 24.
        public init(kind: EventKind, counts: [[Int]], total: Int) {
            self.kind = kind
            self.counts = counts
            self.total = total
        }
    }

    /// How many pairs of readings were compared, where all would be too many.
    public struct ComparedPairs: Sendable, Hashable {
        /// Pairs that were compared, the likeliest to move together.
        public var compared: Int
        /// All pairs of the readings.
        public var possible: Int
        /// Readings that the pairs are of.
        public var readings: Int

        /// `compared` of the `possible` pairs of `readings`.
        public init(compared: Int, possible: Int, readings: Int) {
            self.compared = compared
            self.possible = possible
            self.readings = readings
        }
    }

    /// `metricsTested`, `pairs` and `partLives` are set afterwards.
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

/// A series with the result of its trend test.
public struct TrendRow: Sendable, Hashable {
    /// What the series counts or measures.
    public enum Subject: Sendable, Hashable {
        case events(EventKind)
        case code(CodeRef)
        case metric(MetricRef)
    }
    /// What the test says; `tooShort` where there is no result.
    public enum Verdict: Sendable, Hashable { case rising, falling, level, tooShort }
    /// What the series counts or measures.
    public var subject: Subject
    /// The figures of the test; `nil` below eight values or with a mean of 0.
    public var figures: TrendFigures?
    /// Rising and falling are for a `q` below 0.05.
    public var verdict: Verdict

    /// `verdict` follows from `figures`; too short without them.
    public init(subject: Subject, figures: TrendFigures?, verdict: Verdict) {
        self.subject = subject
        self.figures = figures
        self.verdict = verdict
    }
}
