/// A text column of a batch: each row's entry in a dictionary of the batch.
public struct DictionaryColumn: Sendable, Hashable {
    /// The different texts; entry 0 is always the empty text (nothing given).
    public var names: [String] = [""]
    /// One entry of `names` per row.
    public var indices: [UInt32] = []
}

/// A chunk of rows in typed columns, in file order. All columns have `count` entries.
public struct RecordBatch: Sendable {
    /// Rows in the batch.
    public var count: Int
    /// The number of the first row among the file's data rows, from 0.
    public var firstRow: Int
    /// The line on which each row starts, from 1.
    public var lines: RowNumbers
    /// Epoch seconds (UTC), cycle or row number by the schema's time origin; NaN where missing.
    public var times: [Double]
    /// The device of each row. Empty text: the file is the device.
    public var devices: DictionaryColumn
    /// One array per metric column of the schema, in its order; NaN where missing or refused.
    public var metrics: [[Double]]
    /// One per code column of the schema, in its order. A flag's code is the column's name.
    public var codes: [DictionaryColumn]
    /// How grave each row is; `nil` without such a column.
    public var severity: DictionaryColumn?
    /// Whether a label column marks the row; `nil` without a label column.
    public var labels: [Bool]?
    /// One per attribute column of the schema, in its order.
    public var attributes: [DictionaryColumn]

    /// Makes a batch without rows for a number of metric, code and attribute columns.
    public init(firstRow: Int = 0, metrics: Int = 0, codes: Int = 0, attributes: Int = 0) {
        count = 0
        self.firstRow = firstRow
        lines = RowNumbers()
        times = []
        devices = DictionaryColumn()
        self.metrics = Array(repeating: [], count: metrics)
        self.codes = Array(repeating: DictionaryColumn(), count: codes)
        self.attributes = Array(repeating: DictionaryColumn(), count: attributes)
    }
}
