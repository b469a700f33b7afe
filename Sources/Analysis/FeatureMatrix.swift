public import Values

/// A table of numbers: one row per observation, one column per feature, NaN for a missing value.
///
/// The values lie row by row in one contiguous array, so that a row is a slice of it.
/// Either count may be 0, or both.
public struct FeatureMatrix: Sendable, Hashable {
    /// Rows, one per observation.
    public let rowCount: Int

    /// Columns, one per feature.
    public let columnCount: Int

    /// All values, row after row; `rowCount * columnCount` of them.
    public private(set) var values: [Double]

    /// Wraps values that already lie row after row.
    ///
    /// - Throws: `AnalysisError.shape` unless there are exactly `rowCount * columnCount` values.
    /// - Complexity: O(1).
    public init(rowCount: Int, columnCount: Int, values: [Double]) throws(AnalysisError) {
        let (expected, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
        guard rowCount >= 0, columnCount >= 0, !overflow, expected == values.count else {
            throw .shape(rows: rowCount, columns: columnCount, values: values.count)
        }
        self.init(uncheckedRows: rowCount, columns: columnCount, values: values)
    }

    /// Copies rows of equal length; no rows at all give a matrix without columns.
    ///
    /// - Throws: `AnalysisError.ragged` naming the first row whose length differs.
    /// - Complexity: O(rows × columns).
    public init(rows: [[Double]]) throws(AnalysisError) {
        let columnCount = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != columnCount {
            throw .ragged(index: index, expected: columnCount, found: row.count)
        }
        self.init(uncheckedRows: rows.count, columns: columnCount, values: rows.flatMap { $0 })
    }

    /// Copies columns of equal length; no columns at all give a matrix without rows.
    ///
    /// - Throws: `AnalysisError.ragged` naming the first column whose length differs.
    /// - Complexity: O(rows × columns).
    public init(columns: [[Double]]) throws(AnalysisError) {
        let rowCount = columns.first?.count ?? 0
        for (index, column) in columns.enumerated() where column.count != rowCount {
            throw .ragged(index: index, expected: rowCount, found: column.count)
        }
        var values: [Double] = []
        values.reserveCapacity(rowCount * columns.count)
        for row in 0..<rowCount {
            for column in columns { values.append(column[row]) }
        }
        self.init(uncheckedRows: rowCount, columns: columns.count, values: values)
    }

    /// For callers inside the target, whose values fill the matrix by construction; others trap.
    init(uncheckedRows rowCount: Int, columns columnCount: Int, values: [Double]) {
        precondition(values.count == rowCount * columnCount, "values must fill the matrix")
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.values = values
    }

    /// The value in one place; both indices must be in range.
    public subscript(row: Int, column: Int) -> Double {
        get {
            precondition(column >= 0 && column < columnCount, "column out of range")
            return values[row * columnCount + column]
        }
        set {
            precondition(column >= 0 && column < columnCount, "column out of range")
            values[row * columnCount + column] = newValue
        }
    }

    /// One observation, without a copy.
    ///
    /// Its indices start at `index * columnCount`, as those of every slice.
    public func row(_ index: Int) -> ArraySlice<Double> {
        values[index * columnCount..<(index + 1) * columnCount]
    }

    /// One feature of all observations, copied.
    ///
    /// - Complexity: O(rows).
    public func column(_ index: Int) -> [Double] {
        (0..<rowCount).map { self[$0, index] }
    }
}

extension FeatureMatrix {
    /// The given rows in the given order; a row may be taken more than once.
    ///
    /// - Complexity: O(indices × columns).
    public func selectingRows(_ indices: [Int]) -> FeatureMatrix {
        var taken: [Double] = []
        taken.reserveCapacity(indices.count * columnCount)
        for index in indices { taken.append(contentsOf: row(index)) }
        return FeatureMatrix(uncheckedRows: indices.count, columns: columnCount, values: taken)
    }

    /// The given columns in the given order; a column may be taken more than once.
    ///
    /// - Complexity: O(rows × indices).
    public func selectingColumns(_ indices: [Int]) -> FeatureMatrix {
        var taken: [Double] = []
        taken.reserveCapacity(rowCount * indices.count)
        for row in 0..<rowCount {
            for index in indices { taken.append(self[row, index]) }
        }
        return FeatureMatrix(uncheckedRows: rowCount, columns: indices.count, values: taken)
    }

    /// Does nothing when all values are finite, else names the first that is not.
    ///
    /// - Throws: `AnalysisError.notFinite` with row and column of the first NaN or infinity.
    /// - Complexity: O(rows × columns).
    public func requireFinite() throws(AnalysisError) {
        guard let index = values.firstIndex(where: { !$0.isFinite }) else { return }
        throw .notFinite(row: index / columnCount, column: index % columnCount)
    }

    /// Does nothing when there are at least `needed` rows.
    ///
    /// - Throws: `AnalysisError.tooFew`.
    public func requireRows(_ needed: Int) throws(AnalysisError) {
        guard rowCount >= needed else { throw .tooFew(found: rowCount, needed: needed) }
    }
}
