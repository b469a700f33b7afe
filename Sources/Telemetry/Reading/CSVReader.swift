public import Foundation
public import Values

/// Reads one file in batches of rows, typed by a schema.
public struct CSVReader: Sendable {
    /// The file; opened again for every reading.
    public let url: URL
    /// How the file is written and what its columns are.
    public let schema: FileSchema
    /// Limits, missing markers, threads, and the zone of times that name none.
    public let options: ReadOptions

    /// A reader of the file by that schema; opens nothing yet.
    public init(url: URL, schema: FileSchema, options: ReadOptions = ReadOptions()) {
        self.url = url
        self.schema = schema
        self.options = options
    }

    /// Reads all rows, or those after `point`, and hands them over in batches, strictly in file
    /// order.
    ///
    /// Chunks are parsed on all cores, batches come one by one on the calling thread; they are the
    /// same whatever the number of cores. Memory is bounded by a few chunks.
    /// - Returns: what was read; when continued from a point, the counts of the new rows only.
    /// - Throws: `LoadError`, or what `body` throws. A file without a usable row is an error, but
    ///   not when nothing new came after a point.
    /// - Complexity: O(bytes).
    public func read(
        from point: ResumePoint? = nil, _ body: (RecordBatch) throws -> Void
    ) throws -> FileReport {
        try read(from: point, grid: nil) { batch, _ in try body(batch) }
    }

    /// The same; with a grid, rows also come folded into cells where that is possible.
    func read(
        from point: ResumePoint? = nil, grid: BucketGrid?,
        _ body: (RecordBatch, ChunkCells?) throws -> Void
    ) throws -> FileReport {
        let file = try InputFile(path: url.path)
        let plan = try ReadPlan(schema, options: options)
        var run = try ChunkRun(file: file, plan: plan, options: options, name: name, from: point)
        run.grid = canFold ? grid : nil
        var rates = CounterRates(schema)
        try run.forEachChunk { chunk, batch in
            guard batch.count > 0 else { return }
            guard rates != nil else { return try body(batch, chunk.cells) }
            var converted = batch
            rates?.convert(&converted)
            try body(converted, nil)
        }
        var report = run.report
        report.counterResets = rates?.resets ?? 0
        if point == nil, report.rowsKept == 0 {
            guard report.rowsRead > 0 else { throw LoadError.noRows(file: name) }
            throw LoadError.nothingUsable(
                file: name, rows: report.rowsRead, first: report.issues.first)
        }
        return report
    }

    /// Whether the file still begins with what was read up to `point`, so that `read(from:)` can
    /// continue. False for counters and for times that depend on the rows before.
    ///
    /// Up to 64 MiB all bytes before the point are compared by hash; beyond that the last 64 KiB
    /// before it stand for all.
    public func canResume(from point: ResumePoint) -> Bool {
        // The next rise of a counter needs the level before it.
        guard CounterRates(schema) == nil, !schema.needsOrder else { return false }
        guard let file = try? InputFile(path: url.path), file.size >= point.offset else {
            return false
        }
        let isSame =
            point.offset <= 64 << 20
            ? Self.hash(file, 0..<point.offset) == point.hash.value
            : Self.tailHash(file, end: point.offset) == point.tailHash
        guard isSame, point.endsInsideRow, file.size > point.offset else { return isSame }
        let next = try? file.bytes(at: point.offset, count: 1)
        return next == [0x0A] || next == [0x0D]
    }

    /// The hash of the last bytes before a point; `nil` where they cannot be read.
    static func tailHash(_ file: InputFile, end: Int) -> UInt64? {
        hash(file, max(0, end - ResumePoint.tailSize)..<end)
    }

    private static func hash(_ file: InputFile, _ range: Range<Int>) -> UInt64? {
        var hash = ContentHash()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let wanted = min(1 << 20, range.upperBound - offset)
            guard let bytes = try? file.bytes(at: offset, count: wanted), bytes.count == wanted
            else { return nil }
            hash.append(bytes.span)
            offset += wanted
        }
        return hash.value
    }

    /// A page of rows as written: of those that pass `condition`, up to `limit` from the
    /// `offset`-th on.
    ///
    /// Its `total` counts all rows that pass. Reads the whole file once.
    /// - Throws: `LoadError`.
    public func rawRows(
        where condition: (_ time: Double, _ device: String) -> Bool = { _, _ in true },
        offset: Int = 0, limit: Int
    ) throws(LoadError) -> RowPage {
        let file = try InputFile(path: url.path)
        let plan = try ReadPlan(schema, options: options).keysOnly()
        var page = RowPage(
            file: name, header: schema.columns.map(\.name), rows: [], total: 0, files: [name])
        do {
            var run = try ChunkRun(file: file, plan: plan, options: options, name: name, from: nil)
            run.keepsRows = true
            try run.forEachChunk { chunk, batch in
                for row in 0..<batch.count {
                    let device = batch.devices.names[Int(batch.devices.indices[row])]
                    guard condition(batch.times[row], device) else { continue }
                    page.total += 1
                    guard page.total > offset, page.rows.count < limit, let rows = chunk.rows
                    else { continue }
                    let cells = schema.columns.map {
                        rows.text(row: row, column: $0.index)
                    }
                    page.rows.append(RowPage.RawRow(line: batch.lines[row], cells: cells))
                }
            }
        } catch let error as LoadError {
            throw error
        } catch {
            throw .cannotRead(path: url.path, errno: 0)
        }
        return page
    }

    /// All issues of the file, also those that a report leaves out, in batches and in file order.
    /// Reads the whole file once, in bounded memory.
    /// - Throws: `LoadError`, or what `body` throws.
    public func readIssues(_ body: ([RowIssue]) throws -> Void) throws {
        let file = try InputFile(path: url.path)
        var plan = try ReadPlan(schema, options: options)
        plan.issueLimit = .max
        var run = try ChunkRun(file: file, plan: plan, options: options, name: name, from: nil)
        try run.forEachChunk { chunk, _ in
            guard !chunk.issues.first.isEmpty else { return }
            try body(
                chunk.issues.first.map { issue in
                    var placed = issue
                    placed.line += chunk.linesBefore
                    return placed
                })
        }
    }

    /// Rows whose time or device is their number have none until all before them are counted, and
    /// counters need the row before.
    private var canFold: Bool {
        if case .eachRow = schema.device { return false }
        return schema.time != .rowNumber && CounterRates(schema) == nil
    }

    private var name: String { url.lastPathComponent }
}
