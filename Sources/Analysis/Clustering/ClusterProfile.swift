public import Values

/// What sets each cluster apart, feature by feature.
public struct ClusterProfile: Sendable, Hashable {
    /// The probability that an interval holds the mean of the cluster.
    public let confidence: Double

    /// `confidence` must lie within (0, 1), else `fit` throws.
    public init(confidence: Double = 0.95) {
        self.confidence = confidence
    }

    /// Describes every cluster; rows without a label count in the whole only.
    ///
    /// Missing values are left out. The units are those of the matrix: give the unscaled one.
    ///
    /// - Throws: `AnalysisError.length` unless there is a label for each row, `.parameter` unless
    ///   0 < confidence < 1.
    /// - Complexity: O(rows × columns).
    public func fit(
        _ matrix: FeatureMatrix, labels: [Int?]
    ) throws(AnalysisError) -> [ProfiledCluster] {
        guard confidence > 0, confidence < 1 else {
            throw .parameter("confidence", value: confidence, minimum: 0, maximum: 1)
        }
        guard labels.count == matrix.rowCount else {
            throw .length(expected: matrix.rowCount, found: labels.count)
        }
        let columns = (0..<matrix.columnCount).map(matrix.column)
        let whole = columns.map {
            (mean: Statistics.mean($0), deviation: Statistics.standardDeviation($0))
        }
        let groups = LabelGroups(labels)
        return zip(groups.labels, groups.members).map { label, rows in
            let features = columns.indices.map { index in
                feature(rows.map { columns[index][$0] }, whole[index])
            }
            return ProfiledCluster(
                label: label, size: rows.count,
                share: Double(rows.count) / Double(matrix.rowCount), features: features)
        }
    }

    private func feature(
        _ values: [Double], _ whole: (mean: Double, deviation: Double)
    ) -> ProfiledCluster.Feature {
        let mean = Statistics.mean(values)
        let difference = whole.deviation > 0 ? (mean - whole.mean) / whole.deviation : 0
        return ProfiledCluster.Feature(
            mean: mean, interval: interval(values, around: mean),
            standardizedDifference: difference.isFinite ? difference : 0)
    }

    /// Student's interval; nil for fewer than two values.
    private func interval(_ values: [Double], around mean: Double) -> ClosedRange<Double>? {
        let count = values.count { !$0.isNaN }
        guard count > 1, mean.isFinite else { return nil }
        let freedom = Double(count - 1)
        // P(|T| > t) = I(ν / (ν + t²); ν/2, 1/2).
        let share = SpecialFunctions.betaQuantile(1 - confidence, freedom / 2, 0.5)
        let quantile = (freedom * (1 / share - 1)).squareRoot()
        let error = Statistics.standardDeviation(values) / Double(count).squareRoot()
        let reach = quantile * error
        return ClosedRange(from: mean - reach, to: mean + reach)
    }
}

/// One cluster, described by its size and by each feature's mean.
public struct ProfiledCluster: Sendable, Hashable {
    /// The cluster's values of one feature.
    public struct Feature: Sendable, Hashable {
        /// The cluster's mean; NaN when all its values are missing.
        public let mean: Double
        /// The confidence interval of the mean, by Student's distribution; nil for fewer than two
        /// values.
        public let interval: ClosedRange<Double>?
        /// The cluster's mean minus that of all rows, in standard deviations of all rows; 0 for a
        /// constant feature.
        public let standardizedDifference: Double
    }

    /// The label that its rows have.
    public let label: Int
    /// The number of its rows.
    public let size: Int
    /// Its share of all rows, 0...1.
    public let share: Double
    /// One entry per column, in their order.
    public let features: [Feature]
}
