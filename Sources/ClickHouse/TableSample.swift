import Values

/// A few thousand rows of a table as CSV, from which its columns are understood: all of a small one
/// in order of time; else the first and the last rows of some devices, one device after the other,
/// and rows with something in each column of text, as most have none in columns of codes.
struct TableSample {
    let table: TableDescription
    let client: QueryClient

    private static let devices = 24
    private static let rowsOfEnd = 80
    private static let rowsOfColumn = 100
    /// Rows of a table that is taken whole.
    private static let most = 2 * devices * rowsOfEnd

    /// - Throws: `SourceFault`.
    func bytes() throws(SourceFault) -> [UInt8] {
        var bytes = header
        guard let device = deviceColumn, let time = timeColumn else {
            // Any row twice would make a list of devices one of something else.
            return bytes + (try client.answer(statement("LIMIT \(Self.most)")))
        }
        if try client.count(of: table.name) <= Self.most {
            let order = [time, device].map { SQL.name($0.name) }.joined(separator: ", ")
            return bytes + (try client.answer(statement("ORDER BY \(order)")))
        }
        for name in try names(device) { bytes += try rows(of: name, device, time) }
        for column in table.columns where column.kind == .text && column != device {
            let text = CellText(column: column).expression
            bytes += try client.answer(
                statement("WHERE notEmpty(\(text)) LIMIT \(Self.rowsOfColumn)"))
        }
        return bytes
    }

    /// The names of the columns as the first line of a CSV file.
    var header: [UInt8] {
        let names = table.columns.map { column in
            "\""
                + column.name.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }
        return Array((names.joined(separator: ",") + "\n").utf8)
    }

    private func statement(_ rest: String) -> String {
        let fields = table.columns.map { CellText(column: $0).field }.joined(separator: ", ")
        return "SELECT \(fields) FROM \(SQL.name(table.name)) \(rest) FORMAT CSV"
    }

    private func names(_ device: TableDescription.Column) throws(SourceFault) -> [String] {
        var answer = try client.rows(
            """
            SELECT DISTINCT \(CellText(column: device).expression)
            FROM \(SQL.name(table.name)) LIMIT \(Self.devices)
            """)
        var names: [String] = []
        while !answer.isAtEnd { names.append(try answer.text()) }
        return names.sorted()
    }

    /// The first and the last rows of a device, in order of time. Rows that follow each other are
    /// needed for the usual time between them, late ones for what came only with the years.
    private func rows(
        of name: String, _ device: TableDescription.Column, _ time: TableDescription.Column
    ) throws(SourceFault) -> [UInt8] {
        let order = SQL.name(time.name)
        let isDevice = "\(CellText(column: device).expression) = \(SQL.text(name))"
        let first = "WHERE \(isDevice) ORDER BY \(order) LIMIT \(Self.rowsOfEnd)"
        let all = try client.answer(statement(first))
        let last = """
            SELECT \(order) FROM \(SQL.name(table.name)) WHERE \(isDevice)
            ORDER BY \(order) DESC LIMIT \(2 * Self.rowsOfEnd)
            """
        var ends = try client.rows(
            "SELECT count(), toString(assumeNotNull(min(\(order)))) FROM (\(last))")
        let count = try ends.count()
        guard count == 2 * Self.rowsOfEnd else { return all }
        let from = "CAST(\(SQL.text(try ends.text())), \(SQL.text(time.type)))"
        return all
            + (try client.answer(
                statement(
                    """
                    WHERE \(isDevice) AND \(order) >= \(from)
                    ORDER BY \(order) LIMIT \(Self.rowsOfEnd), \(Self.rowsOfEnd)
                    """)))
    }

    /// The column of time by its type; among several the one by which rows are sorted.
    private var timeColumn: TableDescription.Column? {
        let times = table.columns.filter { column in
            switch column.kind {
            case .moment, .fineMoment: true
            default: false
            }
        }
        return times.first { column in table.order.contains { $0.contains(column.name) } }
            ?? times.first
    }

    /// The first column by which rows are sorted or given to shards, and that is no time.
    private var deviceColumn: TableDescription.Column? {
        let keys = table.order + [table.sharding]
        return keys.lazy.compactMap { key in
            table.columns.first { column in
                [.text, .named, .number].contains(column.kind)
                    && (key == column.name || key.hasSuffix("(\(column.name))"))
            }
        }.first
    }
}
