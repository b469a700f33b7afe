import Values

extension BackTest {
    /// How predictions of remaining life fared on units held out. Lengths are in the axis' unit; those
    /// of life beyond the longest that is learned are left out, since all of them are told alike.
    public struct Lives: Sendable, Hashable, Codable {
        /// Predictions made when so much of life was left.
        public struct Size: Sendable, Hashable, Codable {
            /// What was left, at least and at most.
            public var from: Double
            /// The most that was left.
            public var to: Double
            /// Predictions.
            public var rows: Int
            /// The root of their mean squared error.
            public var rmse: Double
            /// The share of them that told more than was left.
            public var late: Double

            /// Predictions when between `from` and `to` was left.
            package init(from: Double, to: Double, rows: Int, rmse: Double, late: Double) {
                self.from = from
                self.to = to
                self.rows = rows
                self.rmse = rmse
                self.late = late
            }
        }

        /// Units held out.
        public var units: Int
        /// The median distance between what was told and what was left.
        public var medianError: Double
        /// The share of the predictions that told more than was left.
        public var late: Double
        /// By how much these told too much, in the median.
        public var lateBy: Double
        /// The share of the lives that ended within the interval told, each unit judged by intervals made
        /// of the others; nil for too few.
        public var covered: Double?
        /// By what was left, rising.
        public var sizes: [Size]

        /// How predictions for some units fared.
        package init(
            units: Int, medianError: Double, late: Double, lateBy: Double, covered: Double?,
            sizes: [Size]
        ) {
            self.units = units
            self.medianError = medianError
            self.late = late
            self.lateBy = lateBy
            self.covered = covered
            self.sizes = sizes
        }

        /// Whether a run of the program could have counted so.
        var isPossible: Bool {
            ([units] + sizes.map(\.rows)).allSatisfy(\.isPossibleCount) && sizes.count <= 100
        }
    }
}
