/// What gets better or worse.
public struct TrendReport: Sendable, Hashable {
    public var headline: Headline
    /// Errors, failures and other kinds, each over time with segments and forecast.
    public var kinds: [KindTrend]
    /// Every series with its test, the surest first.
    public var rows: [TrendRow]
    /// Events by weekday and hour; `nil` without dates or events.
    public var week: WeekMap?
    /// One per code, by falling count, at most 12.
    public var codes: [RateSeries]
    /// One per metric, at most 24.
    public var metrics: [MetricTrend]
    public var precursors: PrecursorTable?
    /// Mean cumulative failures per device by group of an attribute (or all).
    public var cumulative: CumulativeFailures?
    public var reliability: [ReliabilityRow]
    public var findings: [Finding]
    public var lacks: Lacks

    /// Better, worse or neither, with the figures that say so.
    public struct Headline: Sendable, Hashable {
        /// The verdict over errors and failures (or the metrics where there are none).
        public enum Verdict: Sendable, Hashable { case better, worse, neither, mixed, cannotSay }
        public var verdict: Verdict
        /// The series that decided, with its figures.
        public var leading: TrendRow?
        /// The surest lasting change of level.
        public var shift: Finding?
        /// Expected number of events per slice next, with its 80 % interval.
        public var next: Next?

        /// An expected number.
        public struct Next: Sendable, Hashable {
            public var kind: EventClass
            public var width: SliceWidth
            public var mean: Double
            public var low: Double
            public var high: Double

            /// Makes an expectation.
            public init(
                kind: EventClass, width: SliceWidth, mean: Double, low: Double, high: Double
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
        public var series: RateSeries
        /// Levels between change points: slice range and mean rate.
        public var segments: [Segment]
        public var forecast: ForecastFigures?

        /// A stretch with one level.
        public struct Segment: Sendable, Hashable {
            public var from: Double
            public var to: Double
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
        public var metric: MetricRef
        public var width: SliceWidth
        public var slices: [Slice]
        /// Fleet mean and the 10th to 90th percentile of the devices; NaN where nothing was read.
        public var mean: [Double]
        public var low: [Double]
        public var high: [Double]
        public var trend: TrendFigures?
        public var shiftAt: Double?

        /// Makes a trend.
        public init(
            metric: MetricRef, width: SliceWidth, slices: [Slice], mean: [Double], low: [Double],
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
        public var kind: EventClass
        public var counts: [[Int]]
        public var total: Int

        /// Makes a map.
        public init(kind: EventClass, counts: [[Int]], total: Int) {
            self.kind = kind
            self.counts = counts
            self.total = total
        }
    }

    /// Makes a report.
    public init(
        headline: Headline, kinds: [KindTrend], rows: [TrendRow], week: WeekMap?,
        codes: [RateSeries], metrics: [MetricTrend], precursors: PrecursorTable?,
        cumulative: CumulativeFailures?, reliability: [ReliabilityRow], findings: [Finding],
        lacks: Lacks
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
        self.lacks = lacks
    }
}

/// A series with its trend test.
public struct TrendRow: Sendable, Hashable {
    /// What the series is.
    public enum Subject: Sendable, Hashable {
        case events(EventClass)
        case code(CodeRef)
        case metric(MetricRef)
    }
    /// What the test says at q < 0.05.
    public enum Verdict: Sendable, Hashable { case rising, falling, level, tooShort }
    public var subject: Subject
    public var figures: TrendFigures?
    public var verdict: Verdict

    /// Makes a row.
    public init(subject: Subject, figures: TrendFigures?, verdict: Verdict) {
        self.subject = subject
        self.figures = figures
        self.verdict = verdict
    }
}

/// A forecast that was tried against the naive one.
public struct ForecastFigures: Sendable, Hashable {
    /// The methods that are compared.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case naive, seasonalNaive, mean, drift, smoothing, dampedTrend, theta
    }
    /// One method's back-test: mean absolute error as a share of the naive one's.
    public struct Trial: Sendable, Hashable {
        public var method: Method
        public var ratio: Double

        /// Makes a trial.
        public init(method: Method, ratio: Double) {
            self.method = method
            self.ratio = ratio
        }
    }
    public var method: Method
    /// Best first.
    public var trials: [Trial]
    public var backtests: Int
    /// Only then it is drawn.
    public var beatsNaive: Bool
    /// Times of the steps ahead (left edges) and their values with intervals.
    public var times: [Double]
    public var values: [Double]
    public var low80: [Double]
    public var high80: [Double]
    public var low95: [Double]
    public var high95: [Double]

    /// Makes a forecast.
    public init(
        method: Method, trials: [Trial], backtests: Int, beatsNaive: Bool, times: [Double],
        values: [Double], low80: [Double], high80: [Double], low95: [Double], high95: [Double]
    ) {
        self.method = method
        self.trials = trials
        self.backtests = backtests
        self.beatsNaive = beatsNaive
        self.times = times
        self.values = values
        self.low80 = low80
        self.high80 = high80
        self.low95 = low95
        self.high95 = high95
    }
}

/// Which codes are seen before failures, and how often they are followed by one.
public struct PrecursorTable: Sendable, Hashable {
    /// One code before failures.
    public struct Row: Sendable, Hashable {
        public var code: CodeRef
        /// One per failure code: share of these failures with the code in the hours before.
        public var shares: [Double]
        /// Share of the code's events that any failure follows within the hours.
        public var followed: Double
        /// Chance to see the code in any such span of a device.
        public var chance: Double

        /// Makes a row.
        public init(code: CodeRef, shares: [Double], followed: Double, chance: Double) {
            self.code = code
            self.shares = shares
            self.followed = followed
            self.chance = chance
        }
    }
    public var hours: Double
    public var failures: [CodeRef]
    public var failureCount: Int
    public var errorCount: Int
    public var rows: [Row]
    /// Share of all failures with any of the codes before them.
    public var announced: Double

    /// Makes a table.
    public init(
        hours: Double, failures: [CodeRef], failureCount: Int, errorCount: Int, rows: [Row],
        announced: Double
    ) {
        self.hours = hours
        self.failures = failures
        self.failureCount = failureCount
        self.errorCount = errorCount
        self.rows = rows
        self.announced = announced
    }
}

/// Mean cumulative number of failures per device.
public struct CumulativeFailures: Sendable, Hashable {
    /// One line.
    public struct Line: Sendable, Hashable {
        /// The attribute's value; `nil` for the whole fleet.
        public var value: String?
        public var devices: Int
        public var times: [Double]
        public var values: [Double]

        /// Makes a line.
        public init(value: String?, devices: Int, times: [Double], values: [Double]) {
            self.value = value
            self.devices = devices
            self.times = times
            self.values = values
        }
    }
    public var kind: EventClass
    public var attribute: String?
    public var total: Int
    public var lines: [Line]

    /// Makes lines.
    public init(kind: EventClass, attribute: String?, total: Int, lines: [Line]) {
        self.kind = kind
        self.attribute = attribute
        self.total = total
        self.lines = lines
    }
}

/// Reliability of a group of devices.
public struct ReliabilityRow: Sendable, Hashable {
    /// The attribute's value; `nil` for the whole fleet.
    public var value: String?
    public var failures: Int
    public var devices: Int
    /// Mean time between failures of one device in days (or units of the axis), with its 95 % interval.
    public var meanTime: Double
    public var low: Double
    public var high: Double
    /// Crow-AMSAA growth exponent with its 95 % interval: below 1 improves.
    public var beta: Double
    public var betaLow: Double
    public var betaHigh: Double

    /// Makes a row.
    public init(
        value: String?, failures: Int, devices: Int, meanTime: Double, low: Double, high: Double,
        beta: Double, betaLow: Double, betaHigh: Double
    ) {
        self.value = value
        self.failures = failures
        self.devices = devices
        self.meanTime = meanTime
        self.low = low
        self.high = high
        self.beta = beta
        self.betaLow = betaLow
        self.betaHigh = betaHigh
    }
}
