import Telemetry
import Values

/// The rows of a table that have a code, kept by the database itself beside its sums: they are found
/// without a look at all other rows.
///
/// Its columns are those of the table that events are made of, so that it answers the same questions.
struct EventTable: Sendable {
    /// The rows of all shards; columns as far as events are made of them.
    let table: TableDescription
    /// Fills it with each insert.
    private let view: TableName
    /// What holds for rows that have a code and can be used.
    private let condition: String

    /// `nil` where no row has a code.
    init?(of table: TableDescription, _ terms: TableTerms, columns: [TableDescription.Column]) {
        guard let coded = terms.coded else { return nil }
        let names = SumTable.Names("events", of: table, terms)
        var kept = table
        (kept.name, kept.local, kept.columns) = (names.all, names.local, columns)
        (kept.order, kept.partition, kept.hasParts) = ([], "", true)
        self.table = kept
        view = names.view
        condition = "\(terms.keys.isUsable) AND (\(coded))"
    }

    /// Statements that make and keep it; see `SumTable.statements`.
    func statements(of origin: TableDescription) -> [String] {
        let names = table.columns.map { SQL.name($0.name) }
        let types = zip(names, table.columns).map { "\($0) \($1.type)" }
        let rows = """
            SELECT \(names.joined(separator: ", "))
            FROM \(SQL.name(origin.local)) WHERE \(condition)
            """
        var statements = [
            """
            CREATE TABLE IF NOT EXISTS \(SQL.name(table.local))
            (\(types.joined(separator: ",\n")))
            ENGINE = MergeTree ORDER BY tuple()
            """,
            "INSERT INTO \(SQL.name(table.local)) \(rows)",
            """
            CREATE MATERIALIZED VIEW IF NOT EXISTS \(SQL.name(view)) TO \(SQL.name(table.local)) \
            AS \(rows)
            """,
        ]
        if table.local != table.name {
            statements.append(
                """
                CREATE TABLE IF NOT EXISTS \(SQL.name(table.name)) AS \(SQL.name(table.local))
                ENGINE = Distributed(\(table.cluster), \(table.local.database), \
                \(table.local.table), rand())
                """)
        }
        return statements
    }
}

extension TableTerms {
    /// What holds for rows that have a code; `nil` where there are no codes.
    var coded: String? {
        codes.isEmpty ? nil : codes.map { "notEmpty(\($0))" }.joined(separator: " OR ")
    }

    /// The columns of a table that its events are made of.
    /// - Throws: where the schema has others than the table.
    static func eventColumns(
        _ schema: FileSchema, _ table: TableDescription
    ) throws(RowsNeeded) -> [TableDescription.Column] {
        let keys = try TableKeys(schema, table)
        var places = schema.columns(.code).map(\.index) + schema.columns(.severity).map(\.index)
        if case .column(let device) = schema.device { places.append(device) }
        let others = try Set(places).sorted().map { place throws(RowsNeeded) in
            try table.column(place)
        }
        return [keys.timeColumn] + others.filter { $0 != keys.timeColumn }
    }
}
