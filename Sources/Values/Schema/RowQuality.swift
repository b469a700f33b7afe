/// A column that says whether the values of its row can be trusted, as historians and process
/// control systems write it (OPC: `Good`, `Bad`, 192, 0).
public struct RowQuality: Sendable, Hashable, Codable {
    /// The column, by its place.
    public var column: Int
    /// Texts of rows whose values count as missing, as written.
    public var bad: [String]

    /// The column of the values that it is about; `nil`: all of the row.
    public var value: Int?

    /// A quality column with the texts that rule a row's values out.
    public init(column: Int, bad: [String], value: Int? = nil) {
        self.column = column
        self.bad = bad
        self.value = value
    }
}
