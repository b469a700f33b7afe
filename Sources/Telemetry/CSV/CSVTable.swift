public import Foundation
public import Values

/// A whole file as text cells, for export and checking: it is held in memory several times over.
public struct CSVTable: Sendable, Hashable {
    /// The header's names as written; `nil` where the file has none.
    public var header: [String]?
    /// All rows as written, without blank and comment lines. Rows may be ragged.
    public var rows: [[String]]
    /// How the file was read, with reasons.
    public var schema: FileSchema

    /// Reads all cells of a file.
    /// - Throws: `LoadError` where the file cannot be read or is no table.
    public static func cells(
        url: URL, correction: SchemaCorrection? = nil, options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> CSVTable {
        let file = try InputFile(path: url.path)
        let bytes = try file.bytes(at: 0, count: file.size)
        return try cells(
            bytes: bytes, fileName: url.pathComponents.suffix(2).joined(separator: "/"),
            correction: correction, options: options)
    }

    /// Reads all cells of bytes in memory; `fileName` is a hint for the schema.
    /// - Throws: `LoadError` where they are no table.
    public static func cells(
        bytes: [UInt8], fileName: String, correction: SchemaCorrection? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> CSVTable {
        let sample = try TextSample(bytes: bytes, name: fileName, correction: correction?.dialect)
        let schema = try SchemaInference.infer(sample, correction: correction, options: options)
        let dialect = schema.dialect
        let form = CSVForm(dialect, fieldLengthLimit: options.fieldLengthLimit)
        let records = SampleRows(sample.head, form: form).rows
            .filter { dialect.isRow($0) }
            .map { $0.cells.map { String(decoding: $0, as: UTF8.self) } }
        let names = TableTitles(sample.head, dialect).names
        let header = dialect.hasHeader ? names.map { String(decoding: $0, as: UTF8.self) } : nil
        return CSVTable(header: header, rows: records, schema: schema)
    }
}

extension CSVTable {
    /// A column as values: numbers, flags as 0 and 1, times in epoch seconds.
    public struct TypedColumn: Sendable, Hashable {
        /// The column's name, which no other has.
        public var name: String
        /// One entry per row of the table; `nil` where the cell is missing, is no such value, or is
        /// a sentinel.
        public var values: [Double?]

        /// A column of `values`, one per row.
        public init(name: String, values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// The columns of numbers, flags and times as values, in file order. Times without a zone are
    /// taken in that of the schema, of the file's preamble or of `options`; times of day are
    /// seconds since midnight.
    /// - Throws: `LoadError.unknownTimeZone`.
    public func typed(options: ReadOptions = ReadOptions()) throws(LoadError) -> [TypedColumn] {
        let zone = try Zone(
            schema.timeZone ?? schema.facts.timeZone ?? options.timeZone)
        let missing = MissingMarkers(options.missingMarkers)
        return schema.columns.compactMap { column in
            guard let convert = Self.converter(column.type, zone: zone, missing: missing)
            else { return nil }
            let values = rows.map { row -> Double? in
                guard column.index < row.count else { return nil }
                return convert(Array(row[column.index].trimmingSpaces().utf8))
            }
            return TypedColumn(name: column.name, values: values)
        }
    }

    private static func converter(
        _ type: ColumnType, zone: Zone, missing: MissingMarkers
    ) -> (([UInt8]) -> Double?)? {
        switch type {
        case .text: return nil
        case .flag:
            return { cell in TruthWords.value(of: cell.span).map { $0 ? 1 : 0 } }
        case .number(let format):
            let parser = NumberParser(format, missing: missing)
            return { cell in
                guard case .value(let value) = parser.parse(cell.span) else { return nil }
                return format.sentinels.contains(value) ? nil : value
            }
        case .time(let format):
            let parser = TimestampParser(format)
            let zone = format.ownZone ?? zone
            return { cell in
                guard let time = parser.parse(cell.span) else { return nil }
                let isPlain = time.isAbsolute || format.isTimeOfDay
                return isPlain ? time.seconds : zone.time(ofWall: time.seconds)
            }
        }
    }
}
