import Telemetry
import Values

/// What the columns of a table mean, as expressions of SQL: the place where roles become columns.
struct TableTerms: Sendable {
    /// Devices and times.
    let keys: TableKeys
    /// The readings of a row, null where one is missing, in the order of `FileSchema.readings`.
    let metrics: [String]
    /// The codes of a row, empty where it has none.
    let codes: [String]
    /// By code, the column of text that is empty where a row has none; `nil` for other columns.
    let codeTexts: [String?]
    /// Empty where a row has none; `nil` without a column.
    let severity: String?
    /// 1 for a row that is marked; `nil` without a column.
    let label: String?
    /// In the order of the schema.
    let attributes: [String]

    /// The terms of a table that can be summed up in the database.
    /// - Throws: why it cannot.
    init(_ schema: FileSchema, _ table: TableDescription) throws(RowsNeeded) {
        guard schema.shape == .telemetry, schema.end == nil else { throw RowsNeeded(.shape) }
        guard schema.qualities.isEmpty else { throw RowsNeeded(.qualities) }
        keys = try TableKeys(schema, table)
        metrics = try Self.metrics(schema, table)
        codes = try schema.columns(.code).map { code throws(RowsNeeded) in
            Self.code(code, try table.column(code.index))
        }
        codeTexts = try schema.columns(.code).map { code throws(RowsNeeded) in
            let column = try table.column(code.index)
            return column.type == "String" ? SQL.name(column.name) : nil
        }
        let text = { (column: ColumnSchema) throws(RowsNeeded) -> String in
            CellText(column: try table.column(column.index)).expression
        }
        severity = try schema.columns(.severity).first.map(text)
        attributes = try schema.columns(.attribute).map(text)
        label = try schema.columns(.label).first.map { label throws(RowsNeeded) in
            Self.label(label, try table.column(label.index))
        }
    }
}

extension TableTerms {
    private static func metrics(
        _ schema: FileSchema, _ table: TableDescription
    ) throws(RowsNeeded) -> [String] {
        let values = try schema.columns(.metric).map { metric throws(RowsNeeded) in
            try value(metric, try table.column(metric.index))
        }
        guard let signals = schema.signals else { return values }
        let name = CellText(column: try table.column(signals.column)).expression
        return signals.signals.flatMap { signal in
            values.map { "if(\(name) = \(SQL.text(signal.name)), \($0), NULL)" }
        }
    }

    private static func value(
        _ metric: ColumnSchema, _ column: TableDescription.Column
    ) throws(RowsNeeded) -> String {
        if metric.isCounter { throw RowsNeeded(.counter(column: metric.name)) }
        guard column.kind == .number else {
            throw RowsNeeded(.textNumbers(column: metric.name))
        }
        var sentinels: [Double] = []
        if case .number(let notation) = metric.type { sentinels = notation.sentinels }
        let name = SQL.name(column.name)
        var conditions: [String] = []
        if column.type.contains("Float") { conditions.append("isFinite(\(name))") }
        if !sentinels.isEmpty {
            let values = sentinels.map(SQL.number).joined(separator: ", ")
            conditions.append("toFloat64(\(name)) NOT IN (\(values))")
        }
        guard !conditions.isEmpty else { return "toNullable(toFloat64(\(name)))" }
        return "if(\(conditions.joined(separator: " AND ")), toFloat64(\(name)), NULL)"
    }

    static func code(_ schema: ColumnSchema, _ column: TableDescription.Column) -> String {
        let text = CellText(column: column).expression
        if case .flag = schema.type {
            return
                "if(lower(\(text)) IN \(SQL.list(TruthTexts.yes)), \(SQL.text(schema.name)), '')"
        }
        return "if(\(isAbsent(text, schema)), '', \(text))"
    }

    private static func isAbsent(_ text: String, _ schema: ColumnSchema) -> String {
        let usual = "lower(\(text)) IN \(SQL.list(TruthTexts.absent))"
        guard !schema.absentValues.isEmpty else { return usual }
        return "\(usual) OR \(text) IN \(SQL.list(schema.absentValues))"
    }

    private static func label(_ schema: ColumnSchema, _ column: TableDescription.Column) -> String {
        let text = CellText(column: column).expression
        let low = "lower(\(text))"
        let isSet = "\(low) IN \(SQL.list(TruthTexts.yes))"
        let isNot = "\(low) IN \(SQL.list(TruthTexts.no)) OR \(isAbsent(text, schema))"
        return "toUInt8(\(isSet) OR NOT (\(isNot)))"
    }
}
