import Analysis
import Reports

/// Features ready for comparing: useless columns left out, gaps filled, counts in logarithms, all
/// on one scale.
struct PreparedFeatures {
    /// The features that stay, in the order of the matrix' columns.
    let features: [FeatureKind]
    /// Values of those features as they are, NaN where missing; one row per unit.
    let raw: [[Double]]
    /// Scaled values; one row per unit.
    let matrix: FeatureMatrix
    let dropped: [ClusterReport.Dropped]
    /// Missing values that were filled with the median.
    let filled: Int
    /// Features with gaps were compared only with those that have the same, as there are so many.
    let comparesEqualGapsOnly: Bool

    /// - Throws: `AnalysisError` where the numbers cannot be used.
    init(_ table: FeatureTable, scaling: ClusterChoice.Scaling) throws {
        let all = try FeatureMatrix(rows: table.values.map { $0.map { $0.isFinite ? $0 : .nan } })
        let selection = ColumnSelection().fit(all)
        let kept = try selection.apply(to: all)
        let imputation = Imputation().fit(kept)
        let complete = try imputation.apply(to: kept)
        let counts = LogScaling(suitableFor: complete).columns.filter {
            Self.isCount(table.features[selection.kept[$0]])
        }
        let logged = LogScaling(columns: counts).apply(to: complete)
        // A single far value must not squeeze all others into one point.
        let bounded = try Winsorizing.quantiles(lower: 0.005, upper: 0.995).fit(logged)
            .apply(to: logged)
        let method: Scaling = scaling == .standard ? .standard : .robust
        features = selection.kept.map { table.features[$0] }
        raw = table.values.map { row in selection.kept.map { row[$0] } }
        matrix = try method.fit(bounded).apply(to: bounded)
        filled = imputation.missingCounts.reduce(0, +)
        comparesEqualGapsOnly = filled > 0 && all.columnCount > ColumnSelection.gapColumns
        dropped = selection.dropped.map { entry in
            ClusterReport.Dropped(
                feature: table.features[entry.column],
                reason: Self.reason(entry.reason, table.features))
        }
    }

    private static func isCount(_ feature: FeatureKind) -> Bool {
        switch feature {
        case .eventRate, .codeRate, .excursions, .missing: true
        case .mean, .spread, .slope, .attribute: false
        }
    }

    private static func reason(
        _ reason: SelectedColumns.Reason, _ features: [FeatureKind]
    ) -> ClusterReport.Dropped.Reason {
        switch reason {
        case .empty: .missing(share: 1)
        case .constant: .constant
        case .missing(let share): .missing(share: share)
        case .duplicate(let column, _): .repeats(features[column])
        }
    }
}
