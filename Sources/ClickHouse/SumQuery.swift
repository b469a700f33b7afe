import Telemetry
import Values

/// Asks for the sums that a database keeps; its answers have the columns of those of `CellQuery`.
struct SumQuery {
    let planned: PlannedTable
    let kept: KeptSums.Fitting
    let units: TableUnits

    /// The devices by the names of these sums' columns.
    private var order: TableUnits { units.named(by: "pm_device") }

    func statement(_ slice: Slice) -> String {
        let isGrouped = kept.isGrouped
        let call = { (function: String, column: String) in
            isGrouped ? "\(function)(pm_\(column))" : "pm_\(column)"
        }
        let fields = kept.centres.indices.flatMap { place in
            [
                call("sum", "n_\(place)"), call("sum", "s_\(place)"), call("sum", "q_\(place)"),
                call("min", "min_\(place)"), call("max", "max_\(place)"),
                isGrouped
                    ? "argMaxIf(pm_last_\(place), pm_end, pm_n_\(place) > 0)"
                    : "pm_last_\(place)",
            ]
        }
        let all =
            [
                "pm_device", "\(cell) AS pm_cell", call("sum", "rows"), call("sum", "labelled"),
                call("min", "first"), call("max", "end"),
            ] + fields
        let conditions = conditions(slice)
        return """
            SELECT \(all.joined(separator: ",\n")) FROM \(SQL.name(kept.table.name))
            WHERE \(conditions.isEmpty ? "1" : conditions.joined(separator: " AND "))
            """ + (isGrouped ? "\nGROUP BY pm_device, pm_cell" : "")
    }

    /// The bucket of a sum on the grid.
    private var cell: String {
        let time = "(pm_bucket * \(SQL.number(kept.table.width.seconds)))"
        let (anchor, width) = (SQL.number(planned.anchor), SQL.number(planned.width))
        return "toInt32(floor((\(time) - \(anchor)) / \(width) + 0.000001))"
    }

    private func conditions(_ slice: Slice) -> [String] {
        var conditions = order.conditions(slice)
        let bucket = "pm_bucket"
        let width = kept.table.width.seconds
        if let from = planned.from {
            conditions.append("\(bucket) >= \(SQL.number((from / width).rounded()))")
        }
        if let times = slice.times {
            conditions.append("\(bucket) >= \(SQL.number(times.lowerBound / width))")
            conditions.append("\(bucket) < \(SQL.number(times.upperBound / width))")
        }
        return conditions
    }
}
