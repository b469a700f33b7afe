public import Values

extension DiagnosticReport {
    /// The forecast of one reading of the device, with the level that it heads for.
    public struct SignalForecast: Sendable, Hashable {
        /// The reading that is furthest out.
        public var metric: MetricRef
        /// Left edges of the last slices with readings, at most 180, ascending; the history to
        /// draw.
        public var times: [Double]
        /// Mean of each of these slices; finite.
        public var values: [Double]
        /// How the forecast goes on, and how it was tested.
        public var figures: ForecastFigures
        /// The level to compare the forecast with; `nil` where there is none ahead.
        public var threshold: Threshold?
        /// When the forecast meets the threshold; `nil` = not within its horizon, or no trend leads
        /// there.
        public var crossing: Crossing?

        /// A level that the reading may meet.
        public struct Threshold: Sendable, Hashable {
            /// What the level stands for.
            public enum Origin: Sendable, Hashable {
                /// A limit of the device's own expected band: the reading is still inside.
                case band
                /// The median peak of so many earlier excursions of the fleet that ended in a
                /// failure.
                case failures(Int)
            }
            /// The level, in the reading's unit.
            public var value: Double
            /// What the level stands for.
            public var origin: Origin

            /// A level in the reading's unit and what it stands for.
            public init(value: Double, origin: Origin) {
                self.value = value
                self.origin = origin
            }
        }

        /// When the forecast meets the threshold, in the axis' unit, no finer than a slice.
        public struct Crossing: Sendable, Hashable {
            /// When the forecast itself meets it.
            public var at: Double
            /// When the nearer side of the 80 % interval meets it.
            public var earliest: Double
            /// When the farther side meets it; `nil` = not within the horizon.
            public var latest: Double?

            /// Times of the forecast and of both sides of its 80 % interval.
            public init(at: Double, earliest: Double, latest: Double?) {
                self.at = at
                self.earliest = earliest
                self.latest = latest
            }
        }

        /// `times` and `values` are the history; what is to come is in `figures`.
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
