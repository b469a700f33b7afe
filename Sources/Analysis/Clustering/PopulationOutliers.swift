public import Values

/// Rows unlike the others of their cluster, and the features that make them so.
public struct PopulationOutliers: Sendable, Hashable {
    /// The robust distance above which a row is an outlier: robust standard deviations of its
    /// cluster's distances from their median.
    public let threshold: Double
    /// Clusters with fewer rows are measured by the distances of all rows, not by their own.
    public let minimumSize: Int

    /// The default is the usual 3.5 (Iglewicz and Hoaglin 1993).
    public init(threshold: Double = 3.5, minimumSize: Int = 8) {
        self.threshold = threshold
        self.minimumSize = minimumSize
    }

    /// Measures every row against the centroid of its cluster; one entry per row, in their order.
    ///
    /// A centroid is the median of each column, which outliers hardly move. A row without a label
    /// is measured against the nearest centroid. Scale the matrix first. No rows give none.
    ///
    /// - Throws: `AnalysisError.length` unless there is a label for each row, `.notFinite` for a
    ///   missing value, `.tooFew` when no row has a label, `.parameter` unless the threshold is
    ///   positive.
    /// - Complexity: O(rows × columns), times the number of clusters for rows without a label.
    public func fit(
        _ matrix: FeatureMatrix, labels: [Int?]
    ) throws(AnalysisError) -> [PopulationDistance] {
        guard threshold > 0 else {
            throw .parameter("threshold", value: threshold, minimum: 0, maximum: .infinity)
        }
        guard labels.count == matrix.rowCount else {
            throw .length(expected: matrix.rowCount, found: labels.count)
        }
        try matrix.requireFinite()
        guard matrix.rowCount > 0 else { return [] }
        let groups = LabelGroups(labels)
        guard !groups.labels.isEmpty else { throw .tooFew(found: 0, needed: 1) }
        let centroids = groups.members.map { rows in
            let cluster = matrix.selectingRows(rows)
            return (0..<matrix.columnCount).map { Statistics.median(cluster.column($0)) }
        }
        let owners = self.owners(matrix, labels, groups, centroids)
        let distances = owners.enumerated().map { row, owner in
            ClusterQuality.distance(matrix.row(row), centroids[owner][...])
        }
        let all = Spread(distances)
        let spreads = groups.members.map { rows in
            rows.count < minimumSize ? all : Spread(rows.map { distances[$0] })
        }
        return owners.indices.map { row in
            PopulationDistance(
                row: row, cluster: groups.labels[owners[row]], distance: distances[row],
                robustDistance: spreads[owners[row]].standardized(distances[row]),
                contributions: Self.contributions(matrix.row(row), centroids[owners[row]]),
                threshold: threshold)
        }
    }

    /// The group of each row: its own, or the one with the nearest centroid.
    private func owners(
        _ matrix: FeatureMatrix, _ labels: [Int?], _ groups: LabelGroups, _ centroids: [[Double]]
    ) -> [Int] {
        var owners = [Int?](repeating: nil, count: matrix.rowCount)
        for (group, rows) in groups.members.enumerated() {
            for row in rows { owners[row] = group }
        }
        return owners.enumerated().map { row, owner in
            if let owner { return owner }
            let distances = centroids.map { ClusterQuality.distance(matrix.row(row), $0[...]) }
            return distances.indices.min { distances[$0] < distances[$1] } ?? 0
        }
    }

    /// The percentage of each column in the squared distance.
    private static func contributions(_ row: ArraySlice<Double>, _ center: [Double]) -> [Double] {
        let squares = zip(row, center).map { ($0 - $1) * ($0 - $1) }
        let sum = squares.reduce(0, +)
        return squares.map { sum > 0 ? 100 * $0 / sum : 0 }
    }

    private struct Spread {
        let center: Double
        let scale: Double

        init(_ distances: [Double]) {
            center = Statistics.median(distances)
            let robust = Statistics.mad(distances)
            // More than half of the rows may lie equally far; then the others decide.
            scale =
                robust > 0
                ? robust : Statistics.standardDeviation(distances, degreesOfFreedom: 0)
        }

        func standardized(_ distance: Double) -> Double {
            scale > 0 ? (distance - center) / scale : 0
        }
    }
}

/// How far a row is from the centroid of its cluster.
public struct PopulationDistance: Sendable, Hashable {
    /// Index of the row in the matrix that was fitted.
    public let row: Int
    /// The label of its cluster, or of the nearest for a row without one.
    public let cluster: Int
    /// The Euclidean distance to the centroid, in the units of the matrix.
    public let distance: Double
    /// The distance minus the cluster's median distance, in robust standard deviations; 0 where the
    /// distances do not vary.
    public let robustDistance: Double
    /// The percentage of each column in the squared distance; they add up to 100, or are all 0 for
    /// a row on the centroid.
    public let contributions: [Double]
    /// The robust distance above which `isOutlier` holds, as ``PopulationOutliers`` had it.
    public let threshold: Double

    /// Whether the row is further out than `threshold`.
    public var isOutlier: Bool { robustDistance > threshold }
}
