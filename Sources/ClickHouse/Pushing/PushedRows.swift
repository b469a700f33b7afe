import Telemetry
import Values

/// What a table holds of earlier batches.
struct PushedRows {
    let table: TableDescription
    let columns: [PushColumn]
    let client: QueryClient

    /// How many rows there are of each batch.
    func counts() throws(SourceFault) -> [UInt64: Int] {
        var answer = try client.rows(
            """
            SELECT \(PushTable.batchColumn), count() FROM \(SQL.name(table.name))
            GROUP BY \(PushTable.batchColumn)
            """)
        var counts: [UInt64: Int] = [:]
        while !answer.isAtEnd { counts[try answer.uint64()] = try answer.count() }
        return counts
    }

    /// What a row is found by: its time, and all its texts.
    struct Key: Sendable {
        fileprivate let condition: String

        init(_ row: Int, _ rows: TypedRows, _ layout: TypedLayout, _ columns: [PushColumn]) {
            var conditions: [String] = []
            for (place, column) in columns.enumerated() {
                switch rows.columns[place] {
                case .texts(let texts):
                    let text = texts.names[Int(texts.indices[row])]
                    conditions.append("\(SQL.name(column.name)) = \(SQL.text(text))")
                case .numbers(let values) where place == layout.time:
                    let name = SQL.name(column.name)
                    let stored = column.form == .moment ? "toUInt32(\(name))" : "toFloat64(\(name))"
                    conditions.append("\(stored) = \(SQL.number(values[row]))")
                case .numbers: break
                }
            }
            condition = conditions.joined(separator: " AND ")
        }
    }

    /// Whether most of these rows are there, and came with other batches than those.
    func has(_ keys: [Key], but batches: some Collection<UInt64>) throws(SourceFault) -> Bool {
        guard !keys.isEmpty else { return false }
        let counts = keys.map { "max(\($0.condition))" }.joined(separator: " + ")
        let others =
            batches.isEmpty
            ? ""
            : " AND \(PushTable.batchColumn) NOT IN (\(batches.map(String.init).joined(separator: ", ")))"
        var answer = try client.rows(
            """
            SELECT toUInt64(\(counts)) FROM \(SQL.name(table.name))
            WHERE (\(keys.map { "(\($0.condition))" }.joined(separator: " OR ")))\(others)
            """)
        return try answer.uint64() * 2 > UInt64(keys.count)
    }

    /// The rows of a batch, as they were sent.
    func rows(of batch: UInt64) throws(SourceFault) -> [ArraySlice<UInt8>] {
        let names = columns.map { SQL.name($0.name) }.joined(separator: ", ")
        var answer = try client.rows(
            """
            SELECT \(names) FROM \(SQL.name(table.name))
            WHERE \(PushTable.batchColumn) = \(batch)
            """)
        var rows: [ArraySlice<UInt8>] = []
        while !answer.isAtEnd {
            rows.append(
                try answer.slice { row throws(SourceFault) in
                    for column in columns { try row.skip(column.form) }
                })
        }
        return rows
    }

    /// Writes the rows of a batch that are not there, and tells how many these were.
    func add(_ batch: PushBatch, present: Int) throws -> Int {
        if present == batch.rows { return 0 }
        guard present < batch.rows else {
            throw PushFault.foreignRows(
                table: table.title, found: present, expected: batch.rows)
        }
        let known = present == 0 ? [] : try rows(of: batch.number)
        let (body, rows) = batch.body(without: known)
        let names = (columns.map(\.name) + [PushTable.batchColumn]).map(SQL.name)
        try client.insert(
            "INSERT INTO \(SQL.name(table.name)) (\(names.joined(separator: ", "))) FORMAT RowBinary",
            body)
        return rows
    }
}

extension RowBinary {
    fileprivate mutating func skip(_ form: PushColumn.Form) throws(SourceFault) {
        switch form {
        case .moment: _ = try uint32()
        case .ticks, .number: _ = try uint64()
        case .numberOrNone: if try byte() == 0 { _ = try uint64() }
        case .text: _ = try text()
        }
    }
}
