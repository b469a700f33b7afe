import Values

/// Finds rows whose signals do not go together as they used to.
///
/// Rows are standardised and projected on the principal components that carry `share` of the
/// training's variance: T² is the distance within that subspace, Q the squared distance from it
/// (Jackson and Mudholkar, Technometrics 21, 1979). Each is divided by its `limit` quantile over
/// the training, so the score, the larger of the two, passes 1 at the limit. A missing value
/// counts as the training mean. O(rows · signals²) and O(signals³) once.
public struct PrincipalSubspace: AnomalyDetector {
    /// The part of the variance the subspace carries.
    public var share: Double
    /// The quantile of the training at which the limits lie.
    public var limit: Double
    /// The score above which a row is an anomaly.
    public var threshold: Double

    /// A detector with the given settings.
    public init(share: Double = 0.9, limit: Double = 0.99, threshold: Double = 1.5) {
        self.share = share
        self.limit = limit
        self.threshold = threshold
    }

    /// Learns means, scales, components and limits.
    ///
    /// - Throws: `AnalysisError.tooFew` for fewer than 10 rows.
    public func fit(_ training: Signals) throws -> PrincipalSubspaceModel {
        guard training.rowCount >= 10 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 10)
        }
        let standard = training.columns.map { column -> PrincipalSubspaceModel.Standard in
            let mean = Statistics.mean(column)
            let scale = Statistics.standardDeviation(column)
            return PrincipalSubspaceModel.Standard(
                mean: mean.isFinite ? mean : 0, scale: scale > 0 ? scale : 0)
        }
        let columns = zip(training.columns, standard).map { column, standard in
            column.map { standard.value($0) }
        }
        let size = columns.count
        var covariance = [Double](repeating: 0, count: size * size)
        for left in 0..<size {
            for right in 0..<size {
                let sum = zip(columns[left], columns[right]).reduce(0) { $0 + $1.0 * $1.1 }
                covariance[left * size + right] = sum / Double(training.rowCount - 1)
            }
        }
        let eigen = try SymmetricEigen(covariance, size: size)
        let whole = eigen.values.reduce(0) { $0 + max(0, $1) }
        var carried = 0.0
        var axes: [PrincipalSubspaceModel.Axis] = []
        for (value, vector) in zip(eigen.values, eigen.vectors)
        where value > 1e-9 * whole && carried < share * whole {
            carried += value
            axes.append(PrincipalSubspaceModel.Axis(variance: value, vector: vector))
        }
        return PrincipalSubspaceModel(
            standard: standard, axes: axes, threshold: threshold, training: training,
            limit: limit)
    }
}

/// A fitted ``PrincipalSubspace``.
public struct PrincipalSubspaceModel: AnomalyModel {
    struct Standard: Sendable {
        let mean: Double
        let scale: Double

        func value(_ x: Double) -> Double { x.isNaN || scale == 0 ? 0 : (x - mean) / scale }
    }

    struct Axis: Sendable {
        let variance: Double
        let vector: [Double]
    }

    /// T² and Q of a row, and what each signal adds to them.
    private struct Distances {
        var within = 0.0
        var from = 0.0
        var partsWithin: [Double]
        var partsFrom: [Double]
    }

    let standard: [Standard]
    let axes: [Axis]
    let threshold: Double
    private var withinLimit = 1.0
    private var fromLimit = 1.0

    init(
        standard: [Standard], axes: [Axis], threshold: Double, training: Signals, limit: Double
    ) {
        self.standard = standard
        self.axes = axes
        self.threshold = threshold
        let found = (0..<training.rowCount).map { distances(training.columns, row: $0) }
        let within = Statistics.quantile(found.map { $0.within }, limit)
        let from = Statistics.quantile(found.map { $0.from }, limit)
        withinLimit = within > 1e-9 ? within : 1
        // Nothing left beside the subspace: rounding must not count.
        fromLimit = max(from, 1e-6)
    }

    /// Scores every row by itself, so both modes agree.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: standard.count)
        var parts = standard.map { _ in [Double](repeating: 0, count: signals.rowCount) }
        var score: [Double] = []
        for row in 0..<signals.rowCount {
            let found = distances(signals.columns, row: row)
            let within = found.within / withinLimit
            let from = found.from / fromLimit
            score.append(min(max(within, from), 1e150))
            let shares = within > from ? found.partsWithin : found.partsFrom
            for index in parts.indices { parts[index][row] = max(0, shares[index]).squareRoot() }
        }
        return AnomalyScores(
            score: score, isAnomaly: score.map { $0 > threshold }, threshold: threshold,
            contributions: AnomalyScores.shares(parts, rows: signals.rowCount),
            expected: standard.map { _ in nil })
    }

    private func distances(_ columns: [[Double]], row: Int) -> Distances {
        let x = standard.indices.map { standard[$0].value(columns[$0][row]) }
        var result = Distances(partsWithin: x.map { _ in 0 }, partsFrom: [])
        var rest = x
        for axis in axes {
            let t = zip(axis.vector, x).reduce(0) { $0 + $1.0 * $1.1 }
            result.within += t * t / axis.variance
            for index in x.indices {
                rest[index] -= t * axis.vector[index]
                // These parts sum to T² but may be negative one by one.
                result.partsWithin[index] += t / axis.variance * axis.vector[index] * x[index]
            }
        }
        result.partsFrom = rest.map { $0 * $0 }
        result.from = result.partsFrom.reduce(0, +)
        return result
    }
}
