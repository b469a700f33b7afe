public import Values

extension ModelPanel {
    /// What a model of remaining life told of a device as its time went on, and how long devices of the
    /// past still lived once they looked as it looks now. Lengths are in the axis' unit.
    public struct LifeCourse: Sendable, Hashable {
        /// What was told at one time.
        public struct Point: Sendable, Hashable {
            /// When it was told.
            public var time: Double
            /// What was to be left.
            public var left: Double
            /// Between which lengths it is to lie 4 times out of 5; nil where that is not known.
            public var range: ClosedRange<Double>?

            /// A remaining life as of a time.
            package init(time: Double, left: Double, range: ClosedRange<Double>?) {
                self.time = time
                self.left = left
                self.range = range
            }
        }

        /// A device whose end is known, at the time at which it looked most like the one at hand.
        public struct Precedent: Sendable, Hashable {
            /// The device.
            public var device: DeviceRef
            /// How long it still lived from there.
            public var left: Double
            /// How unlike it was: the weighted root of the mean squared distance, in standard deviations.
            public var distance: Double

            /// A device with how long it still lived.
            package init(device: DeviceRef, left: Double, distance: Double) {
                self.device = device
                self.left = left
                self.distance = distance
            }
        }

        /// By rising time, at most 60, the last one as of now.
        public var points: [Point]
        /// The most alike first.
        public var precedents: [Precedent]

        /// A course with its precedents.
        package init(points: [Point], precedents: [Precedent]) {
            self.points = points
            self.precedents = precedents
        }
    }
}
