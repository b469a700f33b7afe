import Telemetry
import Values

/// Asks for the readings of a table by device and bucket.
///
/// A reading comes as count, sum and sum of squares of what it is above a number near its mean,
/// since plain sums of squares lose the digits of large values, and as least, greatest and last.
struct CellQuery {
    let planned: PlannedTable
    let terms: TableTerms
    let table: TableDescription
    /// A number near the mean of each reading.
    let centres: [Double]

    /// Bytes of one cell in an answer, about.
    var cellSize: Int { 40 + 48 * terms.metrics.count }

    func statement(_ conditions: [String]) -> String {
        let width = SQL.number(planned.width)
        let bucket =
            "toInt32(floor((\(terms.keys.time) - \(SQL.number(planned.anchor))) / \(width) + 0.000001))"
        let fields =
            [
                "\(terms.keys.device ?? "''") AS pm_device", "\(bucket) AS pm_bucket",
                "toUInt64(count())", terms.label.map { "toUInt64(sum(\($0)))" } ?? "toUInt64(0)",
                "min(\(terms.keys.time))", "max(\(terms.keys.time))",
            ] + zip(terms.metrics, centres).flatMap(fields)
        return """
            SELECT \(fields.joined(separator: ",\n"))
            FROM \(SQL.name(table.name))
            WHERE \(([terms.keys.isUsable] + wanted + conditions).joined(separator: " AND "))
            GROUP BY pm_device, pm_bucket
            """
    }

    private var wanted: [String] {
        terms.keys.within(from: planned.from.map(planned.start), to: nil)
    }

    private func fields(_ value: String, _ centre: Double) -> [String] {
        let above = "(\(value) - \(SQL.number(centre)))"
        return [
            "toUInt64(count(\(value)))", "ifNull(sum(\(above)), 0)",
            "ifNull(sum(\(above) * \(above)), 0)", "ifNull(toFloat64(min(\(value))), 0)",
            "ifNull(toFloat64(max(\(value))), 0)",
            "ifNull(toFloat64(argMax(\(value), \(terms.keys.time))), 0)",
        ]
    }

    /// Reads an answer.
    func cells(_ answer: RowBinary) throws(SourceFault) -> TableCells {
        try CellAnswer(answer, centres: centres).cells(of: planned)
    }
}
