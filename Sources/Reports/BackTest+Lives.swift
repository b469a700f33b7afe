import Values

extension BackTest {
    /// How predictions of remaining life fared on units held out, in the axis' unit. Rows with more
    /// life left than the longest that is learned are left out, since they all get the same
    /// prediction.
    public struct Lives: Sendable, Hashable, Codable {
        /// The predictions made when between `from` and `to` of life was left.
        public struct Size: Sendable, Hashable, Codable {
            /// The least life that was left, in the axis' unit.
            public var from: Double
            /// The most life that was left, in the axis' unit.
            public var to: Double
            /// Predictions in this class.
            public var rows: Int
            /// Root of the mean squared error of these predictions, in the axis' unit.
            public var rmse: Double
            /// The share of them that was too long, 0…1.
            public var late: Double

            package init(from: Double, to: Double, rows: Int, rmse: Double, late: Double) {
                self.from = from
                self.to = to
                self.rows = rows
                self.rmse = rmse
                self.late = late
            }
        }

        /// Units held out, each with one life.
        public var units: Int
        /// Median of the absolute error, in the axis' unit.
        public var medianError: Double
        /// The share of all predictions that was too long, 0…1.
        public var late: Double
        /// Median of the excess of those that were too long, in the axis' unit.
        public var lateBy: Double
        /// The share of the predictions whose life ended within the interval, 0…1, each unit judged
        /// by intervals made from the others; nil with too few units.
        public var covered: Double?
        /// By the life that was left, ascending.
        public var sizes: [Size]

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

        /// Whether the counts read from a file can be true, so that nothing overflows.
        var isPossible: Bool {
            ([units] + sizes.map(\.rows)).allSatisfy(\.isPossibleCount) && sizes.count <= 100
        }
    }
}
