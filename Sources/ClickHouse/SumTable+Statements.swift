import Telemetry
import Values

extension SumTable {
    /// Statements that make the sums and keep them, to be run on each server of a cluster. Nothing
    /// may be inserted while they run, or its rows would be counted twice or never.
    func statements(
        _ table: TableDescription, _ terms: TableTerms, centres: [Double]
    ) -> [String] {
        let sums = sums(table, terms, centres)
        // A view over sums that another view fills gets nothing from an old server.
        let first = width.finer.map {
            folded(SumTable($0, of: table, terms), metrics: centres.count)
        }
        var statements = [
            creation(metrics: centres.count),
            "INSERT INTO \(SQL.name(local)) \(first ?? sums)",
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

    private func creation(metrics: Int) -> String {
        let columns = (0..<metrics).map { place in
            """
            pm_n_\(place) UInt64, pm_s_\(place) Float64, pm_q_\(place) Float64, \
            pm_min_\(place) Float64, pm_max_\(place) Float64, \
            pm_last_\(place) Float64, pm_c_\(place) Float64
            """
        }
        let keys = """
            pm_device String, pm_bucket Int64, pm_rows UInt64, \
            pm_labelled UInt64, pm_coded UInt64, pm_first Float64, pm_end Float64
            """
        return """
            CREATE TABLE IF NOT EXISTS \(SQL.name(local))
            (\(([keys] + columns).joined(separator: ",\n")))
            ENGINE = MergeTree ORDER BY (pm_device, pm_bucket)
            """
    }

    /// The sums of rows. A bucket without values has an infinite least and greatest one, so that
    /// these can be compared without a look at the count.
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
                ifNull(toFloat64(min(\(value))), inf) AS pm_min_\(place),
                ifNull(toFloat64(max(\(value))), -inf) AS pm_max_\(place),
                ifNull(toFloat64(argMax(\(value), \(time))), 0) AS pm_last_\(place),
                toFloat64(\(SQL.number(centre))) AS pm_c_\(place)
                """
        }
        let label = terms.label.map { "toUInt64(sum(\($0)))" } ?? "toUInt64(0)"
        let coded = terms.coded.map { "toUInt64(countIf(\($0)))" } ?? "toUInt64(0)"
        let all =
            [
                "\(terms.keys.device ?? "''") AS pm_device",
                "toInt64(floor(\(time) / \(SQL.number(width.seconds)))) AS pm_bucket",
                "toUInt64(count()) AS pm_rows", "\(label) AS pm_labelled",
                "\(coded) AS pm_coded",
                "min(\(time)) AS pm_first", "max(\(time)) AS pm_end",
            ] + fields
        return """
            SELECT \(all.joined(separator: ",\n"))
            FROM \(SQL.name(table.local)) WHERE \(terms.keys.isUsable) GROUP BY pm_device, pm_bucket
            """
    }

    /// The sums of narrower buckets, in the order of the columns.
    private func folded(_ finer: SumTable, metrics: Int) -> String {
        let factor = SQL.number(width.seconds / finer.width.seconds)
        let fields = (0..<metrics).map { place in
            """
            sum(pm_n_\(place)), sum(pm_s_\(place)), sum(pm_q_\(place)), min(pm_min_\(place)),
            max(pm_max_\(place)), argMaxIf(pm_last_\(place), pm_end, pm_n_\(place) > 0),
            any(pm_c_\(place))
            """
        }
        let all =
            [
                "pm_device", "toInt64(floor(pm_bucket / \(factor))) AS pm_cell", "sum(pm_rows)",
                "sum(pm_labelled)", "sum(pm_coded)", "min(pm_first)", "max(pm_end)",
            ] + fields
        return """
            SELECT \(all.joined(separator: ",\n"))
            FROM \(SQL.name(finer.local)) GROUP BY pm_device, pm_cell
            """
    }
}
