/// A text column of a batch: texts in a dictionary, and an index into it per row.
public struct DictionaryColumn: Sendable, Hashable {
    /// The different texts; entry 0 is always the empty one, which means that nothing is given.
    public var names: [String] = [""]
    /// One entry of `names` per row.
    public var indices: [UInt32] = []
}

extension DictionaryColumn {
    /// A column of texts, one per row.
    public init(texts: [String]) {
        self.init()
        var table: [String: UInt32] = ["": 0]
        for text in texts {
            if table[text] == nil {
                table[text] = UInt32(clamping: names.count)
                names.append(text)
            }
            indices.append(table[text] ?? 0)
        }
    }
}

/// A chunk of rows in file order, in typed columns of `count` entries each.
public struct RecordBatch: Sendable {
    /// How many rows there are.
    public var count: Int
    /// The number of the first row among the file's data rows, refused ones included, from 0.
    public var firstRow: Int
    /// The line on which each row starts, from 1.
    public var lines: RowNumbers
    /// Epoch seconds (UTC), cycle or row number by the schema's time origin; NaN where missing.
    public var times: [Double]
    /// The device of each row; the empty text where the file is the device.
    public var devices: DictionaryColumn
    /// One array per entry of `FileSchema.readings`, in that order: rates where a column is a
    /// counter, NaN where a value is missing or refused.
    public var metrics: [[Double]]
    /// One per code column of the schema, in its order. A flag's code is the column's name.
    public var codes: [DictionaryColumn]
    /// The severity of each row as written; `nil` without such a column.
    public var severity: DictionaryColumn?
    /// Whether a label column marks the row; `nil` without a label column.
    public var labels: [Bool]?
    /// One per attribute column of the schema, in its order.
    public var attributes: [DictionaryColumn]

    /// A batch without rows, for that many columns of each kind.
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
