import Telemetry
import Values

/// Asks for a number that changes with any row of a table: a sum of hashes of its cells, each
/// together with the row's device and time, whatever the order of rows.
struct ContentQuery {
    let table: TableDescription
    let keys: TableKeys

    /// The rows before a time; `nil` where the server cannot hash some column, or not in its time.
    /// - Throws: `SourceFault`, but for what the statement itself may be at fault for.
    func content(
        before time: Double, _ client: QueryClient
    ) throws(SourceFault) -> TableContent? {
        do {
            var answer = try client.rows(statement(before: time))
            return TableContent(rows: try answer.count(), hash: try answer.uint64())
        } catch {
            if case .server = error { return nil }
            if error.isTooMuch { return nil }
            throw error
        }
    }

    private func statement(before time: Double) -> String {
        let row = "cityHash64(\(keys.device ?? "''"), \(keys.time))"
        // A cell that is NULL has no hash.
        let cells = table.columns.map { "ifNull(cityHash64(\(row), \(SQL.name($0.name))), 0)" }
        let conditions = [keys.isUsable] + keys.within(from: nil, to: time)
        return """
            SELECT count(), toUInt64(sum(\(cells.joined(separator: " + "))))
            FROM \(SQL.name(table.name)) WHERE \(conditions.joined(separator: " AND "))
            """
    }
}
