public import Values

extension DiagnosticReport {
    /// One reading of the device over the window.
    public struct Signal: Sendable, Hashable {
        /// The reading, a metric of the catalog.
        public var metric: MetricRef
        /// Left edges of slices, or of buckets where there is no band; ascending.
        public var times: [Double]
        /// Mean reading per entry of `times`; a NaN breaks the line.
        public var values: [Double]
        /// Lower limit of the expected band: a single value where it is level, else one per entry
        /// of `times`; empty without a band.
        public var low: [Double]
        /// Upper limit of the expected band, in the shape of `low`.
        public var high: [Double]
        /// Indices of `times` in an episode of this reading; without a band, those that the
        /// detector marks as unlike the beginning of the record.
        public var out: [Int]
        /// The last reading of the record, even where the window ends before it; NaN without one.
        public var last: Double
        /// Whether an episode of the reading is open; without a band, whether the last point is
        /// marked.
        public var lastIsOut: Bool
        /// The number of entries of `times`.
        public var points: Int
        /// Single readings, drawn where `values` are means of several; else empty.
        public var trace: Trace

        /// `low` and `high` hold one value each for a level band, none without a band.
        public init(
            metric: MetricRef, times: [Double], values: [Double], low: [Double], high: [Double],
            out: [Int], last: Double, lastIsOut: Bool, points: Int, trace: Trace = Trace()
        ) {
            self.metric = metric
            self.times = times
            self.values = values
            self.low = low
            self.high = high
            self.out = out
            self.last = last
            self.lastIsOut = lastIsOut
            self.points = points
            self.trace = trace
        }

        /// Whether the reading has an expected band.
        public var isBanded: Bool { !low.isEmpty && !high.isEmpty }

        /// The expected band at an index of `times`; `nil` without a band there.
        public func band(at index: Int) -> (low: Double, high: Double)? {
            guard let low = Self.value(of: low, at: index), low.isFinite,
                let high = Self.value(of: high, at: index), high.isFinite
            else { return nil }
            return (low, high)
        }

        private static func value(of limits: [Double], at index: Int) -> Double? {
            if limits.count == 1 { return limits.first }
            return limits.indices.contains(index) ? limits[index] : nil
        }
    }

    /// The lowest and the highest readings of equal parts of the window, in order of time, so that
    /// a single outlier shows however long the window is.
    public struct Trace: Sendable, Hashable {
        /// Time of each reading, to the bucket; ascending, equal where one bucket holds both
        /// extremes.
        public var times: [Double]
        /// The reading at each time; a NaN breaks the line.
        public var values: [Double]

        /// An empty trace, the default, shows no more than the means do.
        public init(times: [Double] = [], values: [Double] = []) {
            self.times = times
            self.values = values
        }
    }

    /// Events of one code at one time within the window.
    public struct EventMark: Sendable, Hashable {
        /// When they happened, in the axis' unit.
        public var time: Double
        /// What happened.
        public var code: CodeRef
        /// Events that fell together.
        public var count: Int

        /// `count` events of `code` at `time`.
        public init(time: Double, code: CodeRef, count: Int) {
            self.time = time
            self.code = code
            self.count = count
        }
    }
}
