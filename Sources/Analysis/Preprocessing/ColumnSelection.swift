public import Values

/// Drops columns that carry no information: without values, constant, or a copy of an earlier one.
public struct ColumnSelection: Sendable, Hashable {
    /// The correlation (Pearson, either sign) from which two columns count as one.
    public let duplicateCorrelation: Double
    /// The share of missing values above which a column is dropped.
    public let maximumMissingShare: Double

    /// By default drops copies up to a change of unit, and columns of which more than half is
    /// missing; empty and constant columns go whatever the settings.
    public init(duplicateCorrelation: Double = 0.999_999, maximumMissingShare: Double = 0.5) {
        self.duplicateCorrelation = duplicateCorrelation
        self.maximumMissingShare = maximumMissingShare
    }

    /// Up to this many columns, copies are looked for among all columns with missing values;
    /// beyond, only among those that miss the same rows.
    public static let gapColumns = 200

    /// Decides which columns stay; no rows keep none.
    ///
    /// Copies are measured on the rows that both columns have; fewer than three say nothing.
    ///
    /// - Complexity: O(rows × columns) where few columns are nearly alike; O(rows × columns²) where
    ///   most are, or for up to `gapColumns` columns with values missing.
    public func fit(_ matrix: FeatureMatrix) -> SelectedColumns {
        var kept: [Int] = []
        var known = ColumnSketches(
            correlation: duplicateCorrelation, rows: matrix.rowCount,
            comparesAllGaps: matrix.columnCount <= Self.gapColumns)
        var dropped: [SelectedColumns.Dropped] = []
        for index in 0..<matrix.columnCount {
            let values = matrix.column(index)
            let sketch = known.sketch(of: values)
            if let reason = uselessness(of: values) ?? duplicate(sketch, of: known) {
                dropped.append(SelectedColumns.Dropped(column: index, reason: reason))
            } else {
                kept.append(index)
                known.add(sketch, column: index)
            }
        }
        return SelectedColumns(kept: kept, dropped: dropped)
    }

    private func uselessness(of values: [Double]) -> SelectedColumns.Reason? {
        let present = values.filter { !$0.isNaN }
        guard let least = present.min(), let greatest = present.max() else { return .empty }
        if least == greatest { return .constant(least) }
        let share = Double(values.count - present.count) / Double(values.count)
        return share > maximumMissingShare ? .missing(share: share) : nil
    }

    private func duplicate(
        _ sketch: ColumnSketch, of known: ColumnSketches
    ) -> SelectedColumns.Reason? {
        for (column, others) in known.candidates(for: sketch) {
            let shared = zip(sketch.values, others).count { !$0.isNaN && !$1.isNaN }
            guard shared > 2 else { continue }
            let correlation = Statistics.pearson(sketch.values, others)
            if abs(correlation) >= duplicateCorrelation {
                return .duplicate(of: column, correlation: correlation)
            }
        }
        return nil
    }
}

/// Which columns stay, and why the others do not.
public struct SelectedColumns: Sendable, Hashable {
    /// Why a column was dropped.
    public enum Reason: Sendable, Hashable {
        /// It has no value at all.
        case empty
        /// Every value present is this one.
        case constant(Double)
        /// This share of its values is missing, more than `maximumMissingShare`.
        case missing(share: Double)
        /// It says the same as an earlier column, up to a change of unit.
        case duplicate(of: Int, correlation: Double)
    }

    /// One column that was dropped.
    public struct Dropped: Sendable, Hashable {
        /// Its index in the matrix.
        public let column: Int
        /// Which of the tests it failed; the first one where several did.
        public let reason: Reason
    }

    /// The columns that stay, ascending.
    public let kept: [Int]
    /// The columns that do not, ascending.
    public let dropped: [Dropped]

    /// The matrix of the columns that stay.
    ///
    /// - Throws: `AnalysisError.columns` for another number of columns than decided on.
    public func apply(to matrix: FeatureMatrix) throws(AnalysisError) -> FeatureMatrix {
        try matrix.requireColumns(kept.count + dropped.count)
        return matrix.selectingColumns(kept)
    }
}
