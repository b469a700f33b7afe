import Foundation
import Synchronization
import Telemetry
import Values

/// Answers about the tables of one data set, over HTTP.
final class ClusterReader: TableReader {
    /// What was found out about a table when the set was planned.
    private struct Known: Sendable {
        var table: TableDescription
        var keys: TableKeys?
        /// What it takes to sum it up, or why that is not possible.
        var terms: Result<TableTerms, RowsNeeded>
        /// What the database has summed up itself.
        var kept: KeptSums?
        /// The devices as the rows have them; not asked for where there are sums.
        var units: TableUnits?
    }

    /// Seconds for what a page can do without.
    private static let patience = 1

    private let client: QueryClient
    private let settings: SourceSettings
    private let known = Mutex<[String: Known]>([:])

    init(_ settings: SourceSettings, _ client: QueryClient) {
        self.settings = settings
        self.client = client
    }

    func facts(of name: String, _ schema: FileSchema) throws -> TableFacts {
        try asking {
            var known = try describe(name, schema)
            let rows = try client.count(of: known.table.name)
            if let signals = schema.signals, case .success(let terms) = known.terms,
                try hasOthers(than: signals, in: known.table, terms)
            {
                known.terms = .failure(RowsNeeded(.signals))
            }
            if case .success(let terms) = known.terms {
                known.kept = try KeptSums(
                    of: known.table, terms,
                    events: EventTable(
                        of: known.table, terms,
                        columns: TableTerms.eventColumns(schema, known.table)), rows: rows, client)
            }
            if known.kept == nil, let keys = known.keys {
                known.units = try TableUnits(keys, known.table, client)
            }
            self.known.withLock { [known] in $0[name] = known }
            return TableFacts(rows: rows, times: known.kept?.units.times ?? known.units?.times)
        }
    }

    func read(_ planned: PlannedTable, _ take: (TablePart) throws -> Void) throws -> TableReports {
        let (before, start) = (client.received, ContinuousClock.now)
        var report = try readTable(planned, take)
        let received = client.received
        report.transfer = TableTransfer(
            answers: received.answers - before.answers, bytes: received.bytes - before.bytes,
            seconds: (ContinuousClock.now - start) / .seconds(1),
            at: Date().timeIntervalSince1970, since: planned.from)
        return report
    }

    func content(of planned: PlannedTable, before time: Double) throws -> TableContent? {
        try asking {
            let known =
                try self.known.withLock { $0[planned.name] }
                ?? describe(planned.name, planned.schema)
            guard let keys = known.keys else { return nil }
            if let (_, fitting) = try kept(known, planned) {
                return TableContent(rows: try fitting.rows(before: time, client), hash: 0)
            }
            // Of more rows it would take as long as a page may.
            guard planned.facts.rows <= 10 * settings.limits.rows else { return nil }
            return try ContentQuery(table: known.table, keys: keys)
                .content(before: planned.start(of: time), client)
        }
    }

    private func readTable(
        _ planned: PlannedTable, _ take: (TablePart) throws -> Void
    ) throws -> TableReports {
        var known = try asking {
            try self.known.withLock { $0[planned.name] } ?? describe(planned.name, planned.schema)
        }
        guard planned.facts.rows > 0 else { throw LoadError.noRows(file: planned.name) }
        if let sums = try sums(planned, &known) { return try sums.read(take) }
        if case .failure(let reason) = known.terms, planned.facts.rows > settings.limits.rows {
            throw LoadError.database(
                .tooManyRows(
                    table: planned.name, rows: planned.facts.rows, limit: settings.limits.rows,
                    reason.reason))
        }
        return try TableRows(
            planned: planned, query: RowQuery(table: known.table, keys: known.keys),
            units: known.units, client: client
        ).read(take)
    }

    func cells(
        _ question: TableQuestion, anchor: Double, width: Double
    ) throws -> TableCells? {
        try asking {
            let known =
                try self.known.withLock { $0[question.table] }
                ?? describe(question.table, question.schema)
            guard case .success(let terms) = known.terms,
                let conditions = RowQuery(table: known.table, keys: terms.keys)
                    .conditions(question)
            else { return nil }
            let query = CellQuery(
                planned: PlannedTable(
                    name: question.table, schema: question.schema, facts: TableFacts(rows: 0),
                    anchor: anchor, width: width, exactEvents: 0, scratch: ""),
                terms: terms, table: known.table, centres: terms.metrics.map { _ in 0 })
            return try query.cells(
                client.rows(query.statement(conditions), seconds: Self.patience, grace: 0))
        }
    }

    func rows(_ question: TableQuestion) throws -> RowPage {
        try asking {
            let known = self.known.withLock { $0[question.table] }
            let table =
                try known?.table ?? TableDescription(named: question.table, settings, client)
            let query = RowQuery(table: table, keys: try? TableKeys(question.schema, table))
            var page = RowPage(
                file: question.table, header: table.columns.map(\.name), rows: [], total: 0,
                files: [])
            guard let conditions = query.conditions(question) else { return page }
            var count = try client.rows(query.count(conditions))
            page.total = try count.count()
            guard page.total > question.offset, question.limit > 0 else { return page }
            var answer = try client.rows(
                query.page(conditions, offset: question.offset, limit: question.limit))
            var line = question.offset
            while !answer.isAtEnd {
                line += 1
                var cells: [String] = []
                for _ in table.columns { cells.append(try answer.text()) }
                page.rows.append(RowPage.RawRow(line: line, cells: cells))
            }
            return page
        }
    }

    /// How a table is summed up, from the sums that are kept where its buckets are made of theirs;
    /// `nil` where its rows are to be read one by one.
    private func sums(_ planned: PlannedTable, _ known: inout Known) throws -> TableSums? {
        if case .success(let terms) = known.terms,
            let (kept, fitting) = try asking({ try kept(known, planned) })
        {
            return TableSums(
                planned: planned, terms: terms, table: known.table,
                units: kept.units.units(from: planned.from), kept: fitting,
                events: kept.events ?? known.table, client: client)
        }
        if known.units == nil, let keys = known.keys {
            let table = known.table
            known.units = try asking { try TableUnits(keys, table, client) }
        }
        guard case .success(let terms) = known.terms, let units = known.units,
            isWorthSumming(units, planned)
        else { return nil }
        return TableSums(
            planned: planned, terms: terms, table: known.table,
            units: units.units(from: planned.from), kept: nil, events: known.table, client: client)
    }

    /// The sums of the database that a table is read from; `nil` where it is read from its rows.
    private func kept(
        _ known: Known, _ planned: PlannedTable
    ) throws(SourceFault) -> (KeptSums, KeptSums.Fitting)? {
        guard let kept = known.kept, isWorthSumming(kept.units, planned) else { return nil }
        return try kept.fitting(planned, client).map { (kept, $0) }
    }

    /// Rows that come one to a cell are fewer bytes than their sums.
    private func isWorthSumming(_ units: TableUnits, _ planned: PlannedTable) -> Bool {
        units.cells(width: planned.width) * 2 <= Double(units.rows)
            || units.rows > settings.limits.rows
    }

    /// Whether rows of a long table name signals that its sample lacks, which would be lost in sums.
    private func hasOthers(
        than signals: SignalNames, in table: TableDescription, _ terms: TableTerms
    ) throws -> Bool {
        let name = CellText(column: try table.column(signals.column)).expression
        var answer = try client.rows(
            """
            SELECT count() FROM \(SQL.name(table.name)) WHERE \(terms.keys.isUsable)
            AND \(name) NOT IN \(SQL.list(signals.signals.map(\.name)))
            """)
        return try answer.count() > 0
    }

    private static func terms(
        _ schema: FileSchema, _ table: TableDescription
    ) -> Result<TableTerms, RowsNeeded> {
        do { return .success(try TableTerms(schema, table)) } catch { return .failure(error) }
    }

    private func describe(_ name: String, _ schema: FileSchema) throws(SourceFault) -> Known {
        let table = try TableDescription(named: name, settings, client)
        let keys = try? TableKeys(schema, table)
        return Known(table: table, keys: keys, terms: Self.terms(schema, table))
    }
}

extension TableUnits {
    /// Buckets that the rows of all can fill at most.
    func cells(width: Double) -> Double { units.reduce(0) { $0 + $1.cells(width: width) } }
}

extension TableUnits.Unit {
    /// Buckets that its rows can fill at most.
    func cells(width: Double) -> Double {
        min(Double(rows), ((last - first) / width).rounded(.down) + 1)
    }
}
