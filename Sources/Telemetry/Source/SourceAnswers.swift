public import Values

/// Count, mean, spread and range of a metric's readings; can be merged exactly.
public struct MetricSummary: Sendable, Hashable {
    /// How many finite readings there are.
    public var count: Int
    /// NaN where `count` is 0, as are `minimum`, `maximum` and `last`.
    public var mean: Double
    /// Sum of squared differences from the mean (Welford's M2).
    public var m2: Double
    /// The least reading; NaN without any.
    public var minimum: Double
    /// The greatest reading; NaN without any.
    public var maximum: Double
    /// The reading that was folded in last.
    public var last: Double

    /// Sample standard deviation; NaN for fewer than 2 readings, exactly 0 where all are equal.
    public var standardDeviation: Double {
        guard count > 1 else { return .nan }
        return minimum == maximum ? 0 : (m2 / Double(count - 1)).squareRoot()
    }

    /// The defaults make a summary of no readings.
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

/// Sums over all devices that pass a filter.
public struct Totals: Sendable, Hashable {
    /// Rows of all files, with or without readings and events.
    public var rows: Int
    /// Devices with at least one row.
    public var devices: Int
    /// Events, one number per code of the catalog.
    public var codes: [Int]
    /// The readings of all devices, one summary per metric of the catalog.
    public var metrics: [MetricSummary]
    /// Rows with a label.
    public var labelled: Int
}

/// The fleet over time, one entry per slice.
public struct Timeline: Sendable, Hashable {
    /// Rising, each beginning where the one before ends.
    public var slices: [TimeSlice]
    /// Rows in each slice, from all files.
    public var rows: [Int]
    /// Devices with a reading in each slice; where the set has no metrics, with a row.
    public var devices: [Int]
    /// `codes[code][slice]`: events, by index in the catalog.
    public var codes: [[Int]]
    /// `metrics[metric][slice]`: over the devices' own means in the slice, each device weighing the
    /// same.
    public var metrics: [[FleetValue]]

    /// A metric over the fleet in one slice; NaN where no device has a reading.
    public struct FleetValue: Sendable, Hashable {
        /// Mean of the devices' means.
        public var mean: Double = .nan
        /// 10th percentile of the devices' means.
        public var low: Double = .nan
        /// Median of the devices' means.
        public var median: Double = .nan
        /// 90th percentile of the devices' means.
        public var high: Double = .nan
        /// Devices with a reading in the slice.
        public var devices: Int = 0
    }
}

/// What one device comes to under a filter.
public struct DeviceFeatures: Sendable, Hashable {
    /// The device's catalog index.
    public var device: Int
    /// Rows that pass, from all files.
    public var rows: Int
    /// The time of the first row, with a time in the filter as exact as a bucket; NaN without rows.
    public var firstTime: Double
    /// The same of the last row.
    public var lastTime: Double
    /// The device's readings, one summary per metric of the catalog.
    public var metrics: [MetricSummary]
    /// Least-squares slope of the buckets' means per unit of the axis (per second with dates), one
    /// per metric; NaN for fewer than 3 buckets with readings.
    public var slopes: [Double]
    /// Only codes that the device has events of.
    public var codes: EventCounts
    /// Rows of the device with a label.
    public var labelled: Int

    /// `metrics` and `slopes` in the order of the catalog's metrics.
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

/// Events by weekday and hour of day.
public struct WeekHeatmap: Sendable, Hashable {
    /// `counts[weekday][hour]`: events, Monday first.
    public var counts: [[Int]]
    /// How many hours of each kind the period has, indexed the same way: for rates.
    public var hours: [[Double]]
}

/// One device over time, by bucket of the axis.
public struct DeviceSeries: Sendable, Hashable {
    /// The catalog's index of the device.
    public var device: Int
    /// Left edges of the buckets with readings, rising.
    public var times: [Double]
    /// `metrics[metric][bucket]`, in the order of `times`; count 0 where a metric has no reading.
    public var metrics: [[MetricSummary]]
    /// In order of time.
    public var events: [Event]
    /// Left edges of the buckets with rows that have a label.
    public var labelled: [Double]

    /// Events of one code at one time.
    public struct Event: Sendable, Hashable {
        /// Exact while the set's events are few enough, else the left edge of a bucket.
        public var time: Double
        /// The catalog's index of the code.
        public var code: Int
        /// How many coincide; 1 while times are exact.
        public var count: Int

        /// `code` is an index in the catalog.
        public init(time: Double, code: Int, count: Int = 1) {
            self.time = time
            self.code = code
            self.count = count
        }
    }

    /// `metrics` has a row per metric of the catalog, with an entry for each of `times`.
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

/// How many events a device has.
public struct DeviceCount: Sendable, Hashable {
    /// The device's index in the catalog.
    public var device: Int
    /// Of the kinds asked for; above 0 in answers.
    public var count: Int

    /// `device` is an index in the catalog.
    public init(device: Int, count: Int) {
        self.device = device
        self.count = count
    }
}
