import Values

/// A text that changes with every row that a table gets or loses, from the list of its parts: a few
/// milliseconds, whatever its size. Without such a list over all shards rows are counted.
struct TableState {
    let table: TableDescription
    let client: QueryClient

    /// - Throws: `SourceFault`.
    func text() throws(SourceFault) -> String {
        guard let parts = try parts() else { return try counted() }
        var answer = try client.rows(
            """
            SELECT toString(partition), max(max_block_number), sum(rows) FROM \(parts)
            WHERE active AND database = \(SQL.text(table.local.database))
            AND table = \(SQL.text(table.local.table))
            GROUP BY partition ORDER BY partition
            """)
        var lines: [String] = []
        while !answer.isAtEnd {
            let partition = try answer.text()
            lines.append("\(partition) \(try answer.uint64()) \(try answer.uint64())")
        }
        return lines.joined(separator: "\n")
    }

    /// The list of parts of this server, or of all shards where there is a table over all.
    private func parts() throws(SourceFault) -> String? {
        guard table.hasParts else { return nil }
        guard table.local != table.name else { return "system.parts" }
        var answer = try client.rows(
            "SELECT database, name, engine_full FROM system.tables WHERE engine = 'Distributed'")
        while !answer.isAtEnd {
            let name = TableName(database: try answer.text(), table: try answer.text())
            let parts = TableDescription.arguments(try answer.text())
            if parts.prefix(3) == [table.cluster, "system", "parts"] { return SQL.name(name) }
        }
        return nil
    }

    private func counted() throws(SourceFault) -> String {
        "\(try client.count(of: table.name)) rows"
    }
}
