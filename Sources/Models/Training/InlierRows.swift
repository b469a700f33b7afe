import Analysis
import Values

/// The rows that normal operation is learned from: outliers are left out, so that a device that is
/// faulty all along is not learned as normal.
///
/// A row is first judged by its distance from the medians, then, three times over, by what the
/// principal components of the nearest three quarters do not explain of it (concentration steps, as
/// Rousseeuw and Van Driessen 1999 have them for covariances). Left out are rows further than
/// `rowLimit` times the third quartile, and all rows of a group half of whose rows are further than
/// `groupLimit` times it. Where that would be more than a quarter of all, there is more than one
/// normal mode, and none is left out; nor is any of fewer than 40 rows or of a single column.
struct InlierRows: Sendable, Hashable {
    /// Indices of the rows that are kept, rising.
    let kept: [Int]

    /// The groups that are left out as a whole, rising.
    let groupsLeftOut: [Int]

    /// In third quartiles of the error: of normal errors of one degree of freedom one in 10,000 is
    /// further.
    static let rowLimit = 11.5

    /// In third quartiles: half the rows of a group as far off is no chance.
    static let groupLimit = 4.0

    /// Distances in spreads are cut here.
    private static let farthest = 20.0

    /// Judges rows without missing values.
    ///
    /// - Parameter groups: The group of each row, such as its device; empty for none.
    /// - Complexity: O(rows × columns² + columns³).
    init(_ rows: FeatureMatrix, groups: [Int], explainedShare: Double) throws(AnalysisError) {
        let all = Array(0..<rows.rowCount)
        guard rows.rowCount >= 40, rows.columnCount >= 2 else {
            (kept, groupsLeftOut) = (all, [])
            return
        }
        let scaled = Self.scaled(rows)
        var errors = all.map { row in scaled.row(row).reduce(0) { $0 + $1 * $1 } }
        for _ in 0..<3 {
            errors = try Self.errors(scaled, nearest: errors, explainedShare)
        }
        let quartile = max(Statistics.quantile(errors, 0.75), 1e-12)
        let members = Dictionary(grouping: groups.isEmpty ? [] : all) { groups[$0] }
        let far = members.filter { _, rows in
            Statistics.median(rows.map { errors[$0] }) > Self.groupLimit * quartile
        }.keys.sorted()
        let isFar = Set(far)
        let found = all.filter {
            errors[$0] <= Self.rowLimit * quartile
                && (groups.isEmpty || !isFar.contains(groups[$0]))
        }
        let isFew = found.count * 4 >= all.count * 3
        (kept, groupsLeftOut) = isFew ? (found, far) : (all, [])
    }

    /// Values minus the medians, over the interquartile ranges, which far rows do not move.
    private static func scaled(_ rows: FeatureMatrix) -> FeatureMatrix {
        var result = rows
        for column in 0..<rows.columnCount {
            let values = rows.column(column)
            let median = Statistics.median(values)
            let range = Statistics.interquartileRange(values) / 1.349
            let spread = range > 0 ? range : Statistics.standardDeviation(values)
            for row in 0..<rows.rowCount {
                let distance = spread > 0 ? (values[row] - median) / spread : 0
                result[row, column] = min(max(distance, -farthest), farthest)
            }
        }
        return result
    }

    /// The squares of each row that the components of the rows with the smallest errors leave.
    private static func errors(
        _ scaled: FeatureMatrix, nearest errors: [Double], _ share: Double
    ) throws(AnalysisError) -> [Double] {
        let order = errors.indices.sorted { (errors[$0], $0) < (errors[$1], $1) }
        let nearest = scaled.selectingRows(order.prefix(errors.count * 3 / 4).sorted())
        var settings = PCAAutoencoder()
        settings.explainedShare = share
        let found = try PrincipalComponents(count: scaled.columnCount - 1).fit(nearest)
        let count = settings.enough(found.explainedVarianceRatios)
        return errors.indices.map { row in
            var rest = zip(scaled.row(row), found.means).map { $0 - $1 }
            for component in 0..<count {
                let loading = found.loadings.row(component)
                let along = zip(loading, rest).reduce(0) { $0 + $1.0 * $1.1 }
                for (place, weight) in loading.enumerated() { rest[place] -= along * weight }
            }
            return rest.reduce(0) { $0 + $1 * $1 }
        }
    }
}
