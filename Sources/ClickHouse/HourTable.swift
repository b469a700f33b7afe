import Telemetry
import Values

/// Partial sums of a table by device and hour, kept by the database itself: reading them instead of
/// the rows takes a fraction of the time where rows come every minute.
///
/// Names in statements begin with `pm_`: where an alias has the name of a column of the table, an
/// old server takes it for the column. The table's name holds a hash of what is summed up, so that
/// sums of other columns, or of a column in another role, are never taken for these.
struct HourTable: Sendable {
    /// The sums of all shards.
    let name: TableName
    /// The sums of one server.
    let local: TableName
    /// Fills the sums with each insert.
    let view: TableName

    /// To be changed with the columns of the table.
    private static let layout = "1"
    /// Seconds of a bucket.
    static let width = 3_600.0

    init(of table: TableDescription, _ terms: TableTerms) {
        let hash = Self.hash(terms)
        let stem = "\(table.name.table)_1h_\(hash)"
        name = TableName(database: table.name.database, table: stem)
        let isLocal = table.local == table.name
        local = isLocal ? name : TableName(database: table.local.database, table: stem + "_local")
        view = TableName(database: table.local.database, table: stem + "_fill")
    }

    private static func hash(_ terms: TableTerms) -> String {
        var hash = ContentHash()
        let parts =
            [
                layout, terms.keys.isUsable, terms.keys.device ?? "", terms.keys.time,
                terms.label ?? "",
            ]
            + terms.metrics
        for part in parts {
            let bytes = Array(part.utf8) + [0]
            hash.append(bytes.span)
        }
        let text = String(hash.value, radix: 16)
        return String((String(repeating: "0", count: 16 - text.count) + text).prefix(8))
    }

    /// Whether its buckets make up those of a grid.
    static func fits(_ planned: PlannedTable) -> Bool {
        let parts = [planned.width / width, planned.anchor / width]
        return parts.allSatisfy { abs($0 - $0.rounded()) < 1e-9 } && planned.width >= width
    }
}

// MARK: - What the database is to do

extension HourTable {
    /// Statements that make the sums and keep them, to be run on each server of a cluster. Nothing may be inserted while they run, or its rows would be counted twice or never.
    func statements(
        _ table: TableDescription, _ terms: TableTerms, centres: [Double]
    ) -> [String] {
        let columns = terms.metrics.indices.map { place in
            """
            pm_n_\(place) UInt64, pm_s_\(place) Float64, pm_q_\(place) Float64, pm_min_\(place) Float64, \
            pm_max_\(place) Float64, pm_last_\(place) Float64, pm_c_\(place) Float64
            """
        }
        let sums = sums(table, terms, centres)
        var statements = [
            """
            CREATE TABLE IF NOT EXISTS \(SQL.name(local))
            (pm_device String, pm_bucket Int64, pm_rows UInt64, pm_labelled UInt64, pm_first Float64,
            pm_end Float64, \(columns.joined(separator: ",\n")))
            ENGINE = MergeTree ORDER BY (pm_device, pm_bucket)
            """,
            "INSERT INTO \(SQL.name(local)) \(sums)",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS \(SQL.name(view)) TO \(SQL.name(local)) AS \(sums)",
        ]
        if local != name {
            statements.append(
                """
                CREATE TABLE IF NOT EXISTS \(SQL.name(name)) AS \(SQL.name(local))
                ENGINE = Distributed(\(table.cluster), \(local.database), \(local.table), \
                cityHash64(pm_device))
                """)
        }
        return statements
    }

    private func sums(
        _ table: TableDescription, _ terms: TableTerms, _ centres: [Double]
    ) -> String {
        let time = terms.keys.time
        let fields = zip(terms.metrics, centres).enumerated().map { place, metric in
            let (value, centre) = metric
            let above = "(\(value) - \(SQL.number(centre)))"
            return """
                toUInt64(count(\(value))) AS pm_n_\(place), ifNull(sum(\(above)), 0) AS pm_s_\(place),
                ifNull(sum(\(above) * \(above)), 0) AS pm_q_\(place),
                ifNull(toFloat64(min(\(value))), 0) AS pm_min_\(place),
                ifNull(toFloat64(max(\(value))), 0) AS pm_max_\(place),
                ifNull(toFloat64(argMax(\(value), \(time))), 0) AS pm_last_\(place),
                toFloat64(\(SQL.number(centre))) AS pm_c_\(place)
                """
        }
        let label = terms.label.map { "toUInt64(sum(\($0)))" } ?? "toUInt64(0)"
        let all =
            [
                "\(terms.keys.device ?? "''") AS pm_device",
                "toInt64(floor(\(time) / \(SQL.number(Self.width)))) AS pm_bucket",
                "toUInt64(count()) AS pm_rows", "\(label) AS pm_labelled",
                "min(\(time)) AS pm_first", "max(\(time)) AS pm_end",
            ] + fields
        return """
            SELECT \(all.joined(separator: ",\n"))
            FROM \(SQL.name(table.local)) WHERE \(terms.keys.isUsable) GROUP BY pm_device, pm_bucket
            """
    }
}
