import Analysis
import Reports

/// Features ready to be compared: useless columns dropped, gaps filled, counts in logarithms, far
/// values limited, all on one scale.
struct PreparedFeatures {
    /// The features that were kept, in the order of the matrix' columns.
    let features: [FeatureKind]
    /// Their values before scaling, NaN where missing; one row per unit.
    let raw: [[Double]]
    /// Scaled values, one row per unit.
    let matrix: FeatureMatrix
    let dropped: [ClusterReport.Dropped]
    /// Missing values filled with the median.
    let filled: Int
    /// Whether features with gaps were checked for duplicates only among those with the same gaps,
    /// as there are many.
    let comparesEqualGapsOnly: Bool

    /// - Throws: `AnalysisError` for values that cannot be used.
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
        // A single far value must not squeeze all others together.
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

    /// The columns that say how units behave, not what somebody wrote of them.
    var behaviours: [Int] {
        features.indices.filter {
            if case .attribute = features[$0] { false } else { true }
        }
    }

    private static func isCount(_ feature: FeatureKind) -> Bool {
        switch feature {
        case .eventRate, .codeRate, .excursions, .missing: true
        case .mean, .spread, .slope, .sends, .attribute: false
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
