public import Foundation

/// A whole file as text cells, for export and checking; not for large files.
public struct CSVTable: Sendable, Hashable {
    /// The header's names as written; `nil` where the file has none.
    public var header: [String]?
    /// All rows as written, blank and comment lines left out. Rows may be ragged.
    public var rows: [[String]]
    /// How the file was taken.
    public var schema: FileSchema

    /// A typed column: numbers, or epoch seconds (cycles) for the time; `nil` where missing or refused.
    public struct TypedColumn: Sendable, Hashable {
        /// The column's unique name.
        public var name: String
        /// One entry per row that was kept.
        public var values: [Double?]

        /// Makes a column.
        public init(name: String, values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// Reads all cells of a file.
    public static func cells(
        url: URL, correction: SchemaCorrection? = nil, options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> CSVTable {
        throw .noRows(file: url.lastPathComponent)
    }

    /// Reads all cells of bytes at hand.
    public static func cells(
        bytes: [UInt8], fileName: String, correction: SchemaCorrection? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> CSVTable {
        throw .noRows(file: fileName)
    }

    /// Time, number and flag columns as values, one per row.
    public func typed(options: ReadOptions = ReadOptions()) -> [TypedColumn] {
        []
    }
}
