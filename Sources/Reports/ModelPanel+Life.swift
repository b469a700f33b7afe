public import Values

extension ModelPanel {
    /// The remaining life predicted for a device over time, and how long past devices lived on once
    /// they looked as it does now. Lengths are in the axis' unit.
    public struct LifeCourse: Sendable, Hashable {
        /// The prediction made at one time.
        public struct Point: Sendable, Hashable {
            /// When it was made, in the axis' unit.
            public var time: Double
            /// The predicted remaining life.
            public var left: Double
            /// The 80 % interval of the remaining life; nil where it is not known.
            public var range: ClosedRange<Double>?

            package init(time: Double, left: Double, range: ClosedRange<Double>?) {
                self.time = time
                self.left = left
                self.range = range
            }
        }

        /// A past device with a known end, at the time when it was most like the one at hand.
        public struct Precedent: Sendable, Hashable {
            /// The past device.
            public var device: DeviceRef
            /// How long it lived on from then.
            public var left: Double
            /// Root of the weighted mean squared difference of the readings, in standard
            /// deviations; 0 = equal.
            public var distance: Double

            package init(device: DeviceRef, left: Double, distance: Double) {
                self.device = device
                self.left = left
                self.distance = distance
            }
        }

        /// Predictions in order of time, at most 60, the last as of now.
        public var points: [Point]
        /// The most similar first.
        public var precedents: [Precedent]

        package init(points: [Point], precedents: [Precedent]) {
            self.points = points
            self.precedents = precedents
        }
    }
}
