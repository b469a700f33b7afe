public import Values

extension DiagnosticReport {
    /// One metric over the window.
    public struct Signal: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// Left edges of buckets and their means; a NaN breaks the line.
        public var times: [Double]
        /// The values, in the order of the times or features.
        public var values: [Double]
        /// Expected band; one value each where it is level, else one per time; empty without one.
        public var low: [Double]
        /// The upper end of the interval or band.
        public var high: [Double]
        /// Indices of `times` outside the band; without a band, where the detector marks this
        /// reading as unlike the record's beginning.
        public var out: [Int]
        /// The last value.
        public var last: Double
        /// Whether the last value lies outside the band.
        public var lastIsOut: Bool
        /// Points before thinning.
        public var points: Int
        /// The readings themselves where ``values`` are means of several of them.
        public var trace: Trace

        /// Makes a signal.
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

        /// Whether the fleet's slices gave this reading an expected band.
        public var isBanded: Bool { !low.isEmpty && !high.isEmpty }

        /// What was expected at an index of `times`; `nil` without a band there.
        public func band(at index: Int) -> (low: Double, high: Double)? {
            guard let low = Self.value(of: low, at: index), low.isFinite,
                let high = Self.value(of: high, at: index), high.isFinite
            else { return nil }
            return (low, high)
        }

        /// A level band holds one value for all times.
        private static func value(of limits: [Double], at index: Int) -> Double? {
            if limits.count == 1 { return limits.first }
            return limits.indices.contains(index) ? limits[index] : nil
        }
    }

    /// The lowest and the highest readings of even parts of the window, in order of time: a single
    /// reading far off is among them, however long the window is.
    public struct Trace: Sendable, Hashable {
        /// When each was read, to the bucket; rising, twice the same where one bucket holds both.
        public var times: [Double]
        /// The readings; a NaN breaks the line where there are none.
        public var values: [Double]

        /// Makes a trace; an empty one shows no more than the means do.
        public init(times: [Double] = [], values: [Double] = []) {
            self.times = times
            self.values = values
        }
    }

    /// An event in the window.
    public struct EventMark: Sendable, Hashable {
        /// When it happened.
        public var time: Double
        /// The code that is meant.
        public var code: CodeRef
        /// How many there are.
        public var count: Int

        /// Makes a mark.
        public init(time: Double, code: CodeRef, count: Int) {
            self.time = time
            self.code = code
            self.count = count
        }
    }
}
