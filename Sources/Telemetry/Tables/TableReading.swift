import Foundation
import Values

/// The reading of one table into a rollup.
struct TableReading {
    private let tables: any TableReader
    private let file: PlannedFile
    private let facts: TableFacts

    /// Rows shown of a table on Import.
    private static let previewRows = 20

    init(_ tables: any TableReader, _ file: PlannedFile, _ facts: TableFacts) {
        self.tables = tables
        self.file = file
        self.facts = facts
    }

    /// Reads the table of the file that the builder was told of last; `counted` is told of rows.
    func read(
        into builder: inout RollupBuilder, _ counted: (Int) throws -> Void
    ) throws -> FileReport {
        if let times = facts.times {
            builder.cells.widen(toFit: [times.lowerBound, times.upperBound])
        }
        var written: FileReport?
        var report = try tables.read(planned(builder)) { part in
            if case .rows(let path) = part {
                written = try readRows(path, into: &builder, counted)
            } else {
                builder.fold(part)
            }
            if case .cells(let cells) = part { try counted(cells.rowCount) }
        }
        if let written { report = written } else { report.preview = preview }
        report.way = report.way ?? .rows
        return described(report)
    }

    private func planned(_ builder: RollupBuilder) -> PlannedTable {
        let grid = builder.cells.grid
        let folder = file.file.url.deletingLastPathComponent()
        return PlannedTable(
            name: file.file.name, schema: file.schema, facts: facts, anchor: grid.anchor,
            width: grid.width, exactEvents: builder.options.exactEventLimit,
            scratch: folder.appendingPathComponent(".rows." + UUID().uuidString).path)
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
