public import Values

/// Count, mean, spread and range of one metric.
public struct MetricSummary: Sendable, Hashable {
    /// Readings.
    public var count: Int
    /// NaN where `count` is 0, as are minimum, maximum and last.
    public var mean: Double
    /// Sum of squared differences from the mean (Welford's M2).
    public var m2: Double
    /// The smallest reading.
    public var minimum: Double
    /// The largest reading.
    public var maximum: Double
    /// The reading that came last.
    public var last: Double

    /// Sample standard deviation; NaN below 2 values, 0 where all are equal, whatever rounding left
    /// in their mean.
    public var standardDeviation: Double {
        guard count > 1 else { return .nan }
        return minimum == maximum ? 0 : (m2 / Double(count - 1)).squareRoot()
    }

    /// Makes a summary.
    public init(
        count: Int = 0, mean: Double = .nan, m2: Double = 0, minimum: Double = .nan,
        maximum: Double = .nan, last: Double = .nan
    ) {
        self.count = count
        self.mean = mean
        self.m2 = m2
        self.minimum = minimum
        self.maximum = maximum
        self.last = last
    }
}

/// Sums over a filter.
public struct Totals: Sendable, Hashable {
    /// Rows of all files, with or without readings and events.
    public var rows: Int
    /// Devices with at least one row.
    public var devices: Int
    /// Events per code of the catalog.
    public var codes: [Int]
    /// One per metric of the catalog.
    public var metrics: [MetricSummary]
    /// Rows that a label marks.
    public var labelled: Int
}

/// The fleet over time: one entry per slice.
public struct Timeline: Sendable, Hashable {
    /// The stretches of time, rising and without holes between them.
    public var slices: [TimeSlice]
    /// Rows of all files.
    public var rows: [Int]
    /// Devices with at least one row of readings, or, in a set without readings, of any kind.
    public var devices: [Int]
    /// `codes[code][slice]`: events.
    public var codes: [[Int]]
    /// `metrics[metric][slice]`: over the devices' own means of the slice.
    public var metrics: [[FleetValue]]

    /// A metric over the fleet: mean of the devices' means, with their 10th and 90th percentile.
    public struct FleetValue: Sendable, Hashable {
        /// Mean of the devices' means.
        public var mean: Double = .nan
        /// 10th percentile of the devices' means.
        public var low: Double = .nan
        /// Median of the devices' means.
        public var median: Double = .nan
        /// 90th percentile of the devices' means.
        public var high: Double = .nan
        /// Devices with a reading.
        public var devices: Int = 0
    }
}

/// One device's figures.
public struct DeviceFeatures: Sendable, Hashable {
    /// Index in the catalog.
    public var device: Int
    /// Rows of all files.
    public var rows: Int
    /// The first time with a row; NaN without rows.
    public var firstTime: Double
    /// The last time with a row; NaN without rows.
    public var lastTime: Double
    /// One per metric of the catalog.
    public var metrics: [MetricSummary]
    /// Least-squares slope per unit of the axis, one per metric; NaN below 3 buckets.
    public var slopes: [Double]
    /// Events per code of the catalog.
    public var codes: EventCounts
    /// Rows that a label marks.
    public var labelled: Int

    /// Makes a device's figures.
    public init(
        device: Int, rows: Int, firstTime: Double, lastTime: Double, metrics: [MetricSummary],
        slopes: [Double], codes: EventCounts, labelled: Int
    ) {
        self.device = device
        self.rows = rows
        self.firstTime = firstTime
        self.lastTime = lastTime
        self.metrics = metrics
        self.slopes = slopes
        self.codes = codes
        self.labelled = labelled
    }
}

/// Events by weekday and hour.
public struct WeekHeatmap: Sendable, Hashable {
    /// `counts[weekday][hour]`, Monday first.
    public var counts: [[Int]]
    /// Hours of each cell that the period holds, for rates.
    public var hours: [[Double]]
}

/// One device over time, in the buckets of the axis that hold something.
public struct DeviceSeries: Sendable, Hashable {
    /// Index in the catalog.
    public var device: Int
    /// Left edges of the buckets with readings, rising.
    public var times: [Double]
    /// `metrics[metric][bucket]`, aligned with `times`.
    public var metrics: [[MetricSummary]]
    /// Events in order of time.
    public var events: [Event]
    /// Left edges of the buckets with labelled rows.
    public var labelled: [Double]

    /// Events of one code at one time.
    public struct Event: Sendable, Hashable {
        /// The time itself where the data set is small enough, else the bucket's left edge.
        public var time: Double
        /// Index in the catalog's codes.
        public var code: Int
        /// Events that fell together; 1 while times are exact.
        public var count: Int

        /// Makes an event.
        public init(time: Double, code: Int, count: Int = 1) {
            self.time = time
            self.code = code
            self.count = count
        }
    }

    /// Makes a series.
    public init(
        device: Int, times: [Double], metrics: [[MetricSummary]], events: [Event],
        labelled: [Double] = []
    ) {
        self.device = device
        self.times = times
        self.metrics = metrics
        self.events = events
        self.labelled = labelled
    }
}

/// A device with a number of events.
public struct DeviceCount: Sendable, Hashable {
    /// Index in the catalog.
    public var device: Int
    /// Its events.
    public var count: Int

    /// Makes a count.
    public init(device: Int, count: Int) {
        self.device = device
        self.count = count
    }
}
