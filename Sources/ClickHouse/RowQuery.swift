import Telemetry
import Values

/// Asks for rows of a table, their cells as text.
struct RowQuery {
    let table: TableDescription
    /// `nil` where the database knows no times or devices of them.
    let keys: TableKeys?

    /// Rows as lines of CSV, devices one after the other.
    func lines(_ conditions: [String]) -> String {
        let order = keys.map { ([$0.deviceKey].compactMap(\.self) + [$0.time]) } ?? []
        return select(
            table.columns.map { CellText(column: $0).field },
            conditions + (keys.map { [$0.isUsable] } ?? []), order) + " FORMAT CSV"
    }

    /// A part of the rows where nothing is known of times and devices, in the order in which they
    /// are stored.
    func lines(part: Int, of parts: Int) -> String {
        let cells = table.columns.map { CellText(column: $0).expression }.joined(separator: ", ")
        let conditions = parts > 1 ? ["cityHash64(\(cells)) % \(parts) = \(part)"] : []
        return select(table.columns.map { CellText(column: $0).field }, conditions, table.order)
            + " FORMAT CSV"
    }

    /// A page of rows for people, in order of time.
    func page(_ conditions: [String], offset: Int, limit: Int) -> String {
        let order = keys.map { [$0.time] + [$0.deviceKey].compactMap(\.self) } ?? []
        return select(table.columns.map { CellText(column: $0).expression }, conditions, order)
            + " LIMIT \(max(offset, 0)), \(max(limit, 1))"
    }

    /// How many rows there are.
    func count(_ conditions: [String]) -> String { select(["count()"], conditions, []) }

    private func select(_ fields: [String], _ conditions: [String], _ order: [String]) -> String {
        var text = "SELECT \(fields.joined(separator: ", ")) FROM \(SQL.name(table.name))"
        if !conditions.isEmpty { text += " WHERE \(conditions.joined(separator: " AND "))" }
        if !order.isEmpty { text += " ORDER BY \(order.joined(separator: ", "))" }
        return text
    }

    /// The conditions of a question; `nil` where no row of the table can be meant.
    func conditions(_ question: TableQuestion) -> [String]? {
        var conditions: [String] = []
        guard let keys else {
            let isPlain =
                question.from == nil && question.to == nil && question.devices == nil
                && question.codes == nil
            return isPlain ? [] : nil
        }
        conditions.append(keys.isUsable)
        conditions += keys.within(from: question.from, to: question.to)
        if let devices = question.devices {
            guard let device = keys.device else { return nil }
            conditions.append("\(device) IN \(SQL.list(devices))")
        }
        if let codes = question.codes {
            let columns = question.schema.columns(.code).compactMap { code in
                (try? table.column(code.index)).map { TableTerms.code(code, $0) }
            }
            guard !columns.isEmpty else { return nil }
            let any = columns.map { "\($0) IN \(SQL.list(codes))" }.joined(separator: " OR ")
            conditions.append("(\(any))")
        }
        return conditions
    }
}
