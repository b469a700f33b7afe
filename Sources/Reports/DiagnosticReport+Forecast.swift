public import Values

extension DiagnosticReport {
    /// A forecast of one metric.
    public struct SignalForecast: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// The last stretch of the series, for the drawing.
        public var times: [Double]
        /// The values, in the order of the times or features.
        public var values: [Double]
        /// The figures of the test or forecast.
        public var figures: ForecastFigures
        /// The level that matters.
        public var threshold: Threshold?
        /// When the threshold is met, with its 80 % interval; `nil` = not within the steps shown.
        public var crossing: Crossing?

        /// A level that matters.
        public struct Threshold: Sendable, Hashable {
            /// Where a level comes from.
            public enum Origin: Sendable, Hashable {
                /// The limit of the device's own expected band.
                case band
                /// The median level at which earlier excursions of the fleet ended in a failure.
                case failures(Int)
            }
            /// The value itself.
            public var value: Double
            /// Where the level comes from.
            public var origin: Origin

            /// Makes a level.
            public init(value: Double, origin: Origin) {
                self.value = value
                self.origin = origin
            }
        }

        /// When a threshold is met.
        public struct Crossing: Sendable, Hashable {
            /// The expected time.
            public var at: Double
            /// The earliest time of the interval.
            public var earliest: Double
            /// The latest time of the interval; `nil` = open.
            public var latest: Double?

            /// Makes a crossing.
            public init(at: Double, earliest: Double, latest: Double?) {
                self.at = at
                self.earliest = earliest
                self.latest = latest
            }
        }

        /// Makes a forecast.
        public init(
            metric: MetricRef, times: [Double], values: [Double], figures: ForecastFigures,
            threshold: Threshold?, crossing: Crossing?
        ) {
            self.metric = metric
            self.times = times
            self.values = values
            self.figures = figures
            self.threshold = threshold
            self.crossing = crossing
        }
    }
}
