import Foundation
import Telemetry
import Values

/// Reads a table as rows: where each cell would hold one row, or where only the order of rows tells
/// what they mean. They come over in parts into one file of CSV.
struct TableRows {
    let planned: PlannedTable
    let query: RowQuery
    /// `nil` where the database knows no times or devices.
    let units: TableUnits?
    let client: QueryClient

    private static let rowLimit = 100_000

    /// Writes the file, hands it over and removes it; the report is for the reader of the file.
    func read(_ take: (TablePart) throws -> Void) throws -> TableReports {
        defer { try? FileManager.default.removeItem(atPath: planned.scratch) }
        let isSplit = units != nil && query.keys != nil && planned.checkpoint != nil
        for side in isSplit ? planned.sides : [.rest] {
            // A file without rows would be an error; a table without any has been one before.
            guard try write(side) || !isSplit else { continue }
            try take(.rows(path: planned.scratch, side))
        }
        return TableReports(way: .rows, isSplit: isSplit)
    }

    /// Whether there are rows of that side.
    private func write(_ side: TableSide) throws -> Bool {
        let sample = TableSample(table: query.table, client: client)
        guard
            FileManager.default.createFile(atPath: planned.scratch, contents: Data(sample.header)),
            let file = FileHandle(forWritingAtPath: planned.scratch)
        else { throw LoadError.cannotOpen(path: planned.scratch, errno: 0) }
        let start = try file.seekToEnd()
        defer { try? file.close() }
        guard let units = units?.units(from: planned.from), let keys = query.keys else {
            try writeParts(to: file)
            return try file.offset() > start
        }
        let slices = units.slices(
            limit: Self.rowLimit, anchor: planned.anchor, width: planned.width
        ) { Double($0.rows) }
        let wanted =
            keys.within(from: planned.from.map(planned.start), to: nil)
            + keys.within(side, of: planned)
        for slice in slices { try append(slice, units, keys, wanted, to: file) }
        return try file.offset() > start
    }

    private func writeParts(to file: FileHandle) throws {
        let parts = (planned.facts.rows + Self.rowLimit - 1) / Self.rowLimit
        // Rows of a counter have to come in order, which parts by a hash do not.
        if parts > 1, let counter = planned.schema.columns.first(where: \.isCounter) {
            throw LoadError.database(
                .tooManyRows(
                    table: planned.name, rows: planned.facts.rows, limit: Self.rowLimit,
                    .counter(column: counter.name)))
        }
        for part in 0..<max(parts, 1) {
            try append(query.lines(part: part, of: max(parts, 1)), to: file)
        }
    }

    private func append(
        _ slice: Slice, _ units: TableUnits, _ keys: TableKeys, _ wanted: [String],
        to file: FileHandle
    ) throws {
        do { try append(query.lines(units.conditions(slice, keys) + wanted), to: file) } catch {
            guard let fault = (error as? LoadError)?.database, fault.isTooMuch,
                let halves = units.halves(slice, anchor: planned.anchor, width: planned.width)
            else { throw error }
            for half in halves { try append(half, units, keys, wanted, to: file) }
        }
    }

    private func append(_ sql: String, to file: FileHandle) throws {
        let bytes: [UInt8]
        do { bytes = try client.answer(sql) } catch { throw LoadError.database(error) }
        do { try file.write(contentsOf: Data(bytes)) } catch {
            throw LoadError.cannotOpen(path: planned.scratch, errno: error.systemErrno)
        }
    }
}
