import Telemetry
import Values

/// Reads a table as sums by device and bucket, its events beside them.
struct TableSums {
    let planned: PlannedTable
    let terms: TableTerms
    let table: TableDescription
    let units: TableUnits
    /// The sums that the database keeps and cells are made of; `nil` where they are made of rows.
    let kept: KeptSums.Fitting?
    /// Where the rows with a code are looked for: the table, or what the database keeps of it.
    let events: TableDescription
    let client: QueryClient

    /// Rows of an answer at most, and bytes.
    private static let rowLimit = 150_000
    private static let byteLimit = 8 << 20
    /// Questions that are asked at once: the next answer is made while one is taken in.
    private static let questions = 2

    func read(_ take: (TablePart) throws -> Void) throws -> TableReports {
        let query = CellQuery(
            planned: planned, terms: terms, table: table,
            centres: try kept?.centres
                ?? asking { try TableCentres(terms, table).asked(client) })
        var report = TableReport(planned)
        var pieces = pieces(query)[...]
        var manyCodes: [Int] = []
        try OrderedWorkers<Piece, Result<Answer, any Error>>(workers: Self.questions) { piece in
            Result { try answer(piece, query) }
        }.run(next: { pieces.popFirst() }) { result in
            switch try result.get() {
            case .cells(let parts):
                for cells in parts {
                    report.add(cells)
                    try take(.cells(cells))
                }
            case .events(let events): try take(.events(events))
            case .tooMany(let code): manyCodes.append(code)
            }
        }
        try readRest(manyCodes, take)
        return TableReports(
            way: kept.map { .keptSums(width: $0.table.width.seconds) } ?? .sums,
            isSplit: planned.checkpoint != nil, sides: report.finished)
    }

    /// What is asked at once.
    private enum Piece: Sendable {
        /// The events of a code column, which take longest to find.
        case codes(Int)
        case slice(Slice)
    }

    private enum Answer: Sendable {
        case cells([TableCells])
        case events(TableEvents)
        /// There are more events of that code column than an answer holds.
        case tooMany(code: Int)
    }

    private func pieces(_ query: CellQuery) -> [Piece] {
        let limit = max(1_000, min(Self.rowLimit, Self.byteLimit / query.cellSize))
        let slices = cut.slices(limit: limit, anchor: planned.anchor, width: planned.width) {
            $0.cells(width: planned.width)
        }
        return terms.codes.indices.map(Piece.codes) + slices.map(Piece.slice)
    }

    private func answer(_ piece: Piece, _ query: CellQuery) throws -> Answer {
        switch piece {
        case .codes(let code):
            // Most tables have few events: then counting them beforehand takes as long as they do.
            return try allEvents(of: code).map(Answer.events) ?? .tooMany(code: code)
        case .slice(let slice):
            let (cut, sums) = (cut, kept.map { SumQuery(planned: planned, kept: $0, units: units) })
            var parts: [TableCells] = []
            try each(slice, of: cut) { slice in
                let statement =
                    sums?.statement(slice)
                    ?? query.statement(cut.conditions(slice, terms.keys))
                parts.append(try asking { try query.cells(client.rows(statement)) })
            }
            return .cells(parts)
        }
    }

    private func readRest(
        _ manyCodes: [Int], _ take: (TablePart) throws -> Void
    ) throws {
        let query = EventQuery(planned: planned, terms: terms, table: table)
        for code in manyCodes { try manyEvents(of: code, take) }
        if let severity = terms.severity {
            for side in planned.sides {
                let words = try asking { try query.severities(severity, side, client) }
                try take(.severities(words, side))
            }
        }
        guard !terms.attributes.isEmpty else { return }
        let devices = rowUnits
        let slices = devices.slices(
            limit: Self.rowLimit, anchor: planned.anchor, width: .infinity,
            weight: {
                devices.isHashed ? min(Double($0.rows), Double(Self.rowLimit)) : 1
            })
        for slice in slices {
            try each(slice, of: devices) { slice in
                let part = try asking {
                    try query.attributes(
                        client.rows(query.attributes(devices.conditions(slice, terms.keys))))
                }
                try take(part)
            }
        }
    }

    private var eventQuery: EventQuery {
        EventQuery(planned: planned, terms: terms, table: events)
    }

    /// The events of a code column, where they fit into one answer.
    private func allEvents(of code: Int) throws -> TableEvents? {
        let query = eventQuery
        do {
            return try query.events(client.rows(query.statement(code, [], isExact: true)))
        } catch {
            if error.isTooMuch { return nil }
            throw LoadError.database(error)
        }
    }

    private func manyEvents(
        of code: Int, _ take: (TablePart) throws -> Void
    ) throws {
        let query = eventQuery
        let count = try asking { try query.count(code, client) }
        // Halves are asked for where a device has more than its share.
        let share = min(1, 2 * Double(count) / Double(max(units.rows, 1)))
        let cut = kept == nil ? cut : rowUnits
        let slices = cut.slices(
            limit: Self.rowLimit, anchor: planned.anchor, width: planned.width,
            weight: { Double($0.rows) * share })
        for slice in slices {
            try each(slice, of: cut) { slice in
                let conditions = cut.conditions(slice, terms.keys)
                let events = try asking {
                    try query.events(
                        client.rows(
                            query.statement(
                                code, conditions, isExact: count <= planned.exactEvents)))
                }
                try take(.events(events))
            }
        }
    }

    /// The devices as rows name them, where those of sums are known.
    private var rowUnits: TableUnits {
        guard kept != nil, let device = terms.keys.device else { return units }
        return units.named(by: device)
    }

    /// Where rows lie in order of time, stretches of time are read, not all rows for some devices.
    private var cut: TableUnits {
        let isByTime = table.order.first?.contains(terms.keys.timeColumn.name) == true
        guard kept == nil, isByTime else { return units }
        return units.joined
    }

    /// Runs a query on a slice, and on its halves where the answer is too large or too slow.
    private func each(
        _ slice: Slice, of units: TableUnits, _ work: (Slice) throws -> Void
    ) throws {
        do { try work(slice) } catch {
            guard let fault = (error as? LoadError)?.database, fault.isTooMuch,
                let halves = units.halves(slice, anchor: planned.anchor, width: planned.width)
            else { throw error }
            for half in halves { try each(half, of: units, work) }
        }
    }
}

extension LoadError {
    /// What a database has to do with it.
    var database: SourceFault? {
        if case .database(let fault) = self { fault } else { nil }
    }
}

extension SourceFault {
    /// Whether a smaller question may have an answer.
    var isTooMuch: Bool {
        switch self {
        case .tooLarge, .memory, .slow: true
        default: false
        }
    }
}

extension TableUnits {
    /// All of them as one, for cutting by time alone.
    var joined: TableUnits {
        guard let times else { return self }
        return TableUnits(
            order: nil,
            units: [
                Unit(key: "''", rows: rows, first: times.lowerBound, last: times.upperBound)
            ])
    }
}
