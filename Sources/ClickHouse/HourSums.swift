import Telemetry
import Values

/// Sums by hour that the database keeps, as far as they are there and hold every row.
struct HourSums: Sendable {
    let table: HourTable
    let units: TableUnits
    /// The number that each reading's sums are above.
    let centres: [Double]

    /// `nil` where there are none, or where they lack rows of the table.
    /// - Throws: `SourceFault`.
    init?(
        of table: TableDescription, _ terms: TableTerms, rows: Int, _ client: QueryClient
    ) throws(SourceFault) {
        let hours = HourTable(of: table, terms)
        var known = try client.rows(
            """
            SELECT count() FROM system.tables
            WHERE database = \(SQL.text(hours.name.database)) AND name = \(SQL.text(hours.name.table))
            """)
        guard try known.count() > 0 else { return nil }
        let units = try TableUnits(
            TableUnits.Origin(
                table: hours.name, key: "pm_device", isText: true,
                fields: "sum(pm_rows), min(pm_first), max(pm_end)", condition: "1"), client)
        if units.rows != rows {
            var usable = try client.rows(
                "SELECT count() FROM \(SQL.name(table.name)) WHERE \(terms.keys.isUsable)")
            guard try usable.count() == units.rows else { return nil }
        }
        self.table = hours
        self.units = units
        centres = try Self.centres(hours, count: terms.metrics.count, client)
    }

    private static func centres(
        _ table: HourTable, count: Int, _ client: QueryClient
    ) throws(SourceFault) -> [Double] {
        guard count > 0 else { return [] }
        let fields = (0..<count).map { "any(pm_c_\($0))" }.joined(separator: ", ")
        var answer = try client.rows(
            "SELECT \(fields) FROM (SELECT * FROM \(SQL.name(table.name)) LIMIT 1)")
        var centres: [Double] = []
        for _ in 0..<count { centres.append(try answer.double()) }
        return centres
    }

    /// The statement of `CellQuery` over these sums; its answer has the same columns.
    func statement(_ planned: PlannedTable, _ slice: Slice) -> String {
        let time = "(pm_bucket * \(SQL.number(HourTable.width)))"
        let anchor = SQL.number(planned.anchor)
        let width = SQL.number(planned.width)
        let fields = centres.indices.map { place in
            """
            sum(pm_n_\(place)), sum(pm_s_\(place)), sum(pm_q_\(place)),
            minIf(pm_min_\(place), pm_n_\(place) > 0),
            maxIf(pm_max_\(place), pm_n_\(place) > 0),
            argMaxIf(pm_last_\(place), pm_end, pm_n_\(place) > 0)
            """
        }
        let all =
            [
                "pm_device",
                "toInt32(floor((\(time) - \(anchor)) / \(width) + 0.000001)) AS pm_cell",
                "sum(pm_rows)", "sum(pm_labelled)", "min(pm_first)", "max(pm_end)",
            ] + fields
        let conditions = conditions(slice)
        return """
            SELECT \(all.joined(separator: ",\n")) FROM \(SQL.name(table.name))
            WHERE \(conditions.isEmpty ? "1" : conditions.joined(separator: " AND "))
            GROUP BY pm_device, pm_cell ORDER BY pm_device, pm_cell
            """
    }

    private func conditions(_ slice: Slice) -> [String] {
        var conditions = units.conditions(slice)
        if let times = slice.times {
            conditions.append("pm_bucket >= \(SQL.number(times.lowerBound / HourTable.width))")
            conditions.append("pm_bucket < \(SQL.number(times.upperBound / HourTable.width))")
        }
        return conditions
    }
}
