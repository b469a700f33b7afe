import Values

/// A table as the server describes it.
struct TableDescription: Sendable, Hashable {
    struct Column: Sendable, Hashable {
        var name: String
        var type: String
        var kind: ColumnKind { ColumnKind(type) }
    }

    var name: TableName
    /// Those that a cell can hold.
    var columns: [Column]
    /// The local table of a table over all shards; itself otherwise.
    var local: TableName
    /// The columns by which rows lie on disk, the first first; empty where that is not known.
    var order: [String]
    /// Whether the server lists the parts of the rows.
    var hasParts: Bool
    /// The cluster of a table over all shards; empty otherwise.
    var cluster: String
    /// The expression by which rows are given to shards; empty without shards.
    var sharding: String
    /// The expression by which rows are kept in partitions; empty without.
    var partition = ""
    /// Whether each row says which batch of a push brought it; that column is none of `columns`.
    var hasBatches = false
}

extension TableDescription {
    /// Its name with its database, for people.
    var title: String { "\(name.database).\(name.table)" }

    /// The table that a set calls by this name.
    /// - Throws: `SourceFault`.
    init(
        named name: String, _ settings: SourceSettings, _ client: QueryClient
    ) throws(SourceFault) {
        guard let table = TableName(name, in: settings.database) else { throw .noTable(name) }
        try self.init(table, client)
    }

    /// Asks for a table's columns and how it is stored.
    /// - Throws: `SourceFault.noTable` where the server has no such table for this user.
    init(_ name: TableName, _ client: QueryClient) throws(SourceFault) {
        self.name = name
        columns = []
        local = name
        order = []
        hasParts = false
        (cluster, sharding) = ("", "")
        var answer = try client.rows(
            """
            SELECT name, type FROM system.columns
            WHERE database = \(SQL.text(name.database)) AND table = \(SQL.text(name.table))
            """)
        var isEmpty = true
        while !answer.isAtEnd {
            isEmpty = false
            let column = Column(name: try answer.text(), type: try answer.text())
            if column.name == PushTable.batchColumn {
                hasBatches = column.type == "UInt64"
            } else if column.kind != .other {
                columns.append(column)
            }
        }
        if isEmpty { throw .noTable("\(name.database).\(name.table)") }
        try readStorage(client)
    }

    private mutating func readStorage(_ client: QueryClient) throws(SourceFault) {
        guard var (engine, full, key, parts) = try Self.storage(name, client) else { return }
        if engine == "Distributed" {
            let arguments = Self.arguments(full)
            guard arguments.count >= 3 else { return }
            cluster = arguments[0]
            local = TableName(database: arguments[1], table: arguments[2])
            sharding = arguments.count > 3 ? arguments[3] : ""
            guard let stored = try Self.storage(local, client) else { return }
            (engine, full, key, parts) = stored
        }
        order = Self.split(key)
        partition = parts
        hasParts = engine.hasSuffix("MergeTree")
    }

    private static func storage(
        _ name: TableName, _ client: QueryClient
    ) throws(SourceFault) -> (engine: String, full: String, key: String, parts: String)? {
        var answer = try client.rows(
            """
            SELECT engine, engine_full, sorting_key, partition_key FROM system.tables
            WHERE database = \(SQL.text(name.database)) AND name = \(SQL.text(name.table))
            """)
        guard !answer.isAtEnd else { return nil }
        return (try answer.text(), try answer.text(), try answer.text(), try answer.text())
    }

    /// The arguments of `Distributed('fleet', 'fleet', 'rows_local', cityHash64(device_id))`.
    static func arguments(_ engine: String) -> [String] {
        guard let open = engine.firstIndex(of: "("), let close = engine.lastIndex(of: ")") else {
            return []
        }
        return split(String(engine[engine.index(after: open)..<close])).map { part in
            part.hasPrefix("'") ? String(part.dropFirst().dropLast()) : part
        }
    }

    /// Parts between commas outside parentheses.
    static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts.map { part in
            var rest = Substring(part)
            while rest.first == " " { rest = rest.dropFirst() }
            while rest.last == " " { rest = rest.dropLast() }
            if rest.hasPrefix("`"), rest.hasSuffix("`"), rest.count > 1 {
                rest = rest.dropFirst().dropLast()
            }
            return String(rest)
        }
    }
}
