/// A column that says whether the values of its row can be trusted, as historians and process
/// control systems write it (OPC: `Good`, `Bad`, 192, 0).
public struct RowQuality: Sendable, Hashable, Codable {
    /// Index of the quality column.
    public var column: Int
    /// Texts that make the row's values count as missing, as written.
    public var bad: [String]

    /// Index of the value column that it refers to; `nil` = all values of the row.
    public var value: Int?

    /// By default the column speaks of all values of its row.
    public init(column: Int, bad: [String], value: Int? = nil) {
        self.column = column
        self.bad = bad
        self.value = value
    }
}
