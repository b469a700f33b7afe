import Telemetry
import Values

/// Sums that the database keeps of a table, as far as they are there and hold every row.
struct KeptSums: Sendable {
    /// Those that are there, the widest first.
    private let tables: [SumTable]
    /// The devices.
    let units: TableUnits
    /// The number that each reading's sums are above.
    private let centres: [Double]
    /// Where all rows with a code are kept too; `nil` where they are to be looked for.
    let events: TableDescription?

    /// Sums for one grid of buckets.
    struct Fitting: Sendable {
        let table: SumTable
        let centres: [Double]
        /// Whether several come to a bucket, so that it takes a database less time to put them
        /// together than to hand them over.
        let isGrouped: Bool
    }

    /// `nil` where there are none, or where they lack rows of the table.
    /// - Parameter events: Where the database may keep the rows with a code.
    /// - Throws: `SourceFault`.
    init?(
        of table: TableDescription, _ terms: TableTerms, events: EventTable?, rows: Int,
        _ client: QueryClient
    ) throws(SourceFault) {
        var tables = try Self.present(table, terms, client)
        guard let widest = tables.first else { return nil }
        var units = try Self.units(widest, client)
        if units.rows != rows {
            var usable = try client.rows(
                "SELECT count() FROM \(SQL.name(table.name)) WHERE \(terms.keys.isUsable)")
            let count = try usable.count()
            while units.rows != count {
                tables.removeFirst()
                guard let next = tables.first else { return nil }
                units = try Self.units(next, client)
            }
        }
        guard let first = tables.first else { return nil }
        self.tables = tables
        self.units = units
        centres = try Self.centres(first, count: terms.metrics.count, client)
        self.events = try events.flatMap { kept throws(SourceFault) in
            try Self.isWhole(kept, first, client) ? kept.table : nil
        }
    }

    /// Whether the rows that are kept are as many as the sums have counted.
    private static func isWhole(
        _ events: EventTable, _ sums: SumTable, _ client: QueryClient
    ) throws(SourceFault) -> Bool {
        let name = events.table.name
        guard try !Self.known([name], client).isEmpty else { return false }
        var answer = try client.rows("SELECT sum(pm_coded) FROM \(SQL.name(sums.name))")
        return try answer.count() == client.count(of: name)
    }

    /// The widest sums that make up the buckets of a grid and hold every row; `nil` where none do.
    /// - Throws: `SourceFault`.
    func fitting(_ planned: PlannedTable, _ client: QueryClient) throws(SourceFault) -> Fitting? {
        for table in tables where table.fits(planned) {
            var answer = try client.rows(
                "SELECT count(), sum(pm_rows) FROM \(SQL.name(table.name))")
            let count = try answer.count()
            if try answer.count() == units.rows {
                return Fitting(
                    table: table, centres: centres,
                    isGrouped: Double(count) > 2 * units.cells(width: planned.width))
            }
        }
        return nil
    }

    private static func present(
        _ table: TableDescription, _ terms: TableTerms, _ client: QueryClient
    ) throws(SourceFault) -> [SumTable] {
        let tables = SumTable.Width.allCases.map { SumTable($0, of: table, terms) }
        let names = try known(tables.map(\.name), client)
        return tables.filter { names.contains($0.name.table) }
    }

    /// Those of tables of one database that are there.
    private static func known(
        _ tables: [TableName], _ client: QueryClient
    ) throws(SourceFault) -> Set<String> {
        var answer = try client.rows(
            """
            SELECT name FROM system.tables WHERE database = \(SQL.text(tables[0].database))
            AND name IN \(SQL.list(tables.map(\.table)))
            """)
        var names: Set<String> = []
        while !answer.isAtEnd { names.insert(try answer.text()) }
        return names
    }

    private static func units(
        _ table: SumTable, _ client: QueryClient
    ) throws(SourceFault) -> TableUnits {
        return try TableUnits(
            TableUnits.Origin(
                table: table.name, key: "pm_device", isText: true,
                fields: "sum(pm_rows), min(pm_first), max(pm_end)", condition: "1"), client)
    }

    private static func centres(
        _ table: SumTable, count: Int, _ client: QueryClient
    ) throws(SourceFault) -> [Double] {
        guard count > 0 else { return [] }
        let fields = (0..<count).map { "any(pm_c_\($0))" }.joined(separator: ", ")
        var answer = try client.rows(
            "SELECT \(fields) FROM (SELECT * FROM \(SQL.name(table.name)) LIMIT 1)")
        var centres: [Double] = []
        for _ in 0..<count { centres.append(try answer.double()) }
        return centres
    }
}

extension KeptSums.Fitting {
    /// Rows of all devices before a time, an edge of the buckets that the sums make up.
    /// - Throws: `SourceFault`.
    func rows(before time: Double, _ client: QueryClient) throws(SourceFault) -> Int {
        let bucket = SQL.number((time / table.width.seconds).rounded())
        var answer = try client.rows(
            "SELECT sum(pm_rows) FROM \(SQL.name(table.name)) WHERE pm_bucket < \(bucket)")
        return try answer.count()
    }
}
