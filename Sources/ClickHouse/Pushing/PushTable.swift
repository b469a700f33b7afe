import Telemetry
import Values

/// A table for the rows of a file, as statements that make it.
///
/// Rows lie by device and time, so that the rows of a device are read together, in partitions of a
/// month, or of a year where they reach over more than eight.
struct PushTable {
    let name: TableName
    let layout: TypedLayout
    /// What times of the file need.
    let times: PushTimes

    /// The number of the batch that brought a row; no reading.
    static let batchColumn = "perfmon_batch"

    /// The statements, each to be run once on every server of the cluster, or on the only one.
    func statements(cluster: String?) -> [String] {
        let local = cluster == nil ? name.table : name.table + "_local"
        let columns = layout.columns.map { column in
            "    \(SQL.name(column.name)) \(PushColumn.type(column.kind, decimals: times.decimals))"
        }
        let stored = TableName(database: name.database, table: local)
        var result = [
            "CREATE DATABASE IF NOT EXISTS \(SQL.name(name.database))",
            """
            CREATE TABLE IF NOT EXISTS \(SQL.name(stored))
            (
            \((columns + ["    \(Self.batchColumn) UInt64"]).joined(separator: ",\n"))
            )
            ENGINE = MergeTree\(partition)
            ORDER BY (\(order.joined(separator: ", ")))
            """,
        ]
        if let cluster {
            result.append(
                """
                CREATE TABLE IF NOT EXISTS \(SQL.name(name)) AS \(SQL.name(stored))
                ENGINE = Distributed(\(SQL.text(cluster)), \(SQL.text(name.database)), \(SQL.text(local)), \(sharding))
                """)
        }
        return result
    }

    private var order: [String] {
        (layout.device + [layout.time].compactMap(\.self)).map {
            SQL.name(layout.columns[$0].name)
        }
    }

    private var partition: String {
        guard let time = layout.time, layout.columns[time].kind == .moment else { return "" }
        let unit = times.isLong ? "toYear" : "toYYYYMM"
        return "\nPARTITION BY \(unit)(\(SQL.name(layout.columns[time].name)))"
    }

    /// All rows of a device lie on one server.
    private var sharding: String {
        let names = layout.device.map { SQL.name(layout.columns[$0].name) }
        return "cityHash64(\(names.joined(separator: ", ")))"
    }
}

/// What the times of a file need to be kept.
struct PushTimes {
    /// Decimals of a second: 0, 3 or 6.
    private(set) var decimals = 0
    private var first = Double.infinity
    private var last = -Double.infinity

    private static let year = 366.0 * 86_400

    /// Whether they reach over more years than a partition a month is good for.
    var isLong: Bool { last - first > 8 * Self.year }

    mutating func add(_ times: [Double]) {
        for time in times {
            first = min(first, time)
            last = max(last, time)
            guard decimals < 6, time != time.rounded() else { continue }
            let thousandths = time * 1_000
            // A second since 1970 has about six decimals as a number of 64 bits.
            decimals = abs(thousandths - thousandths.rounded()) < 0.001 ? 3 : 6
        }
    }
}
