import Values

/// Series measured at the same rows: one column per signal, NaN where a value is missing.
public struct Signals: Sendable, Equatable {
    /// One array per signal, all equally long.
    public let columns: [[Double]]
    /// Seconds of each row on a local clock counted from 1970-01-01 (for daily and weekly
    /// patterns), or nil where the rows have no time.
    public let times: [Double]?

    /// Signals from their columns; infinite values become missing.
    ///
    /// - Throws: `AnalysisError.ragged` when columns differ in length, `AnalysisError.length`
    ///   unless there is a time for each row.
    public init(_ columns: [[Double]], times: [Double]? = nil) throws {
        let rows = columns.first?.count ?? times?.count ?? 0
        for (index, column) in columns.enumerated() where column.count != rows {
            throw AnalysisError.ragged(index: index, expected: rows, found: column.count)
        }
        if let times, times.count != rows {
            throw AnalysisError.length(expected: rows, found: times.count)
        }
        self.init(checked: columns.map { $0.map { $0.isFinite ? $0 : .nan } }, times: times)
    }

    private init(checked columns: [[Double]], times: [Double]?) {
        self.columns = columns
        self.times = times
    }

    /// Number of rows.
    public var rowCount: Int { columns.first?.count ?? times?.count ?? 0 }

    /// The first `count` rows, or all where there are fewer.
    public func prefix(_ count: Int) -> Signals {
        Signals(
            checked: columns.map { Array($0.prefix(max(0, count))) },
            times: times.map { Array($0.prefix(max(0, count))) })
    }
}
