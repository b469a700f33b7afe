import Foundation
import Values

/// The reading of one table into a rollup.
struct TableReading {
    private let tables: any TableReader
    private let file: PlannedFile
    private let facts: TableFacts

    /// Rows shown of a table on Import.
    private static let previewRows = 20

    /// What was read before a time and is in the rollup; `nil` where all is to be read.
    var known: TableCheckpoint?
    /// Where the next reading may begin; `nil` where it has to read all.
    var checkpoint: Double?

    init(_ tables: any TableReader, _ file: PlannedFile, _ facts: TableFacts) {
        self.tables = tables
        self.file = file
        self.facts = facts
    }

    /// A report, and what the next reading can go on from.
    struct Outcome {
        var report: FileReport
        var checkpoint: TableCheckpoint?
    }

    /// Reads the table of the file that the builder was told of last; `counted` is told of rows.
    func read(
        into builder: inout RollupBuilder, _ counted: (Int) throws -> Void
    ) throws -> Outcome {
        if let times = facts.times {
            builder.cells.widen(toFit: [times.lowerBound, times.upperBound])
        }
        let planned = planned(builder)
        let content = try content(planned)
        var sides: [TableSide: FileReport] = [:]
        var severities: [String: Int] = [:]
        let reports = try tables.read(planned) { part in
            let known = builder.events.severityCounts
            if case .rows(let path, let side) = part {
                sides[side] = try readRows(path, into: &builder, counted)
            } else {
                builder.fold(part)
            }
            if case .cells(let cells) = part { try counted(cells.rowCount) }
            if part.side == .rest {
                severities.merge(builder.events.severities(since: known)) { $0 + $1 }
            }
        }
        sides.merge(reports.sides) { $1 }
        let before = FileReport.sum([known?.report, sides[.before]])
        guard var report = FileReport.sum([before, sides[.rest]]) else {
            throw LoadError.noRows(file: file.file.name)
        }
        report.way = reports.way
        report.transfer = reports.transfer
        var outcome = Outcome(report: described(report))
        if reports.isSplit, let time = planned.checkpoint, let content,
            content.rows == before?.rowsRead ?? 0
        {
            outcome.checkpoint = TableCheckpoint(
                time: time, content: content, report: before, severities: severities,
                rowsAtFirst: known?.rowsAtFirst ?? facts.rows)
        }
        return outcome
    }

    /// What lies before the next checkpoint. Asked before anything else: rows that come meanwhile
    /// make it differ from what is read.
    private func content(_ planned: PlannedTable) throws -> TableContent? {
        guard let time = planned.checkpoint else { return nil }
        if let known, known.time == time { return known.content }
        return try tables.content(of: planned, before: time)
    }

    private func planned(_ builder: RollupBuilder) -> PlannedTable {
        let grid = builder.cells.grid
        let folder = file.file.url.deletingLastPathComponent()
        return PlannedTable(
            name: file.file.name, schema: file.schema, facts: facts, anchor: grid.anchor,
            width: grid.width, exactEvents: builder.options.exactEventLimit,
            scratch: folder.appendingPathComponent(".rows." + UUID().uuidString).path,
            from: known?.time,
            checkpoint: checkpoint.flatMap {
                file.hasFixedColumns && grid.isEdge($0) ? $0 : nil
            })
    }

    private func readRows(
        _ path: String, into builder: inout RollupBuilder, _ counted: (Int) throws -> Void
    ) throws -> FileReport {
        let reader = CSVReader(
            url: URL(fileURLWithPath: path), schema: file.schema, options: file.options)
        return try reader.read(grid: builder.foldingGrid) { batch, cells in
            builder.fold(batch, cells)
            try counted(batch.count)
        }
    }

    /// What rows without a time or a device come to is known of the table alone, and what has grown
    /// cannot be read on from where it ended.
    private func described(_ report: FileReport) -> FileReport {
        var report = report
        report.name = file.file.name
        report.rowsRead = max(report.rowsRead, facts.rows)
        report.resume = nil
        if report.preview.isEmpty { report.preview = preview }
        var hash = ContentHash()
        let state = Array((file.file.state ?? "").utf8)
        hash.append(state.span)
        report.contentHash = hash.value
        return report
    }

    /// Header and first rows of the sample.
    private var preview: [[String]] {
        let page = try? file.reader.rawRows(limit: Self.previewRows)
        return page.map { [$0.header] + $0.rows.map(\.cells) } ?? []
    }
}

extension TablePart {
    /// Which rows it is about; `nil` for parts about all that are asked for.
    fileprivate var side: TableSide? {
        switch self {
        case .rows(_, let side), .severities(_, let side): side
        default: nil
        }
    }
}

extension FileReport {
    /// One report on the rows of several; `nil` without any.
    fileprivate static func sum(_ reports: [FileReport?]) -> FileReport? {
        let given = reports.compactMap(\.self)
        guard var sum = given.first else { return nil }
        for report in given.dropFirst() { sum.add(report) }
        return sum
    }
}
