import Foundation
import Values

/// One pass over a file: cuts chunks, has them parsed elsewhere, and adds up the results in order.
struct ChunkRun {
    /// Parsed chunks keep their bytes, for looking rows up.
    var keepsRows = false
    /// The grid on which rows are folded into cells; `nil` where they are not.
    var grid: BucketGrid?
    private let file: InputFile
    private let plan: ReadPlan
    private let workers: Int
    private var source: ChunkSource
    private var builder: FileReportBuilder

    init(
        file: InputFile, plan: ReadPlan, options: ReadOptions, name: String,
        from point: ResumePoint?
    ) throws(LoadError) {
        self.file = file
        self.plan = plan
        workers = max(1, options.workers ?? ProcessInfo.processInfo.activeProcessorCount)
        let start = try DataStart(file: file, plan: plan)
        var hash = ContentHash()
        let head = try file.bytes(at: 0, count: point == nil ? start.offset : 0)
        hash.append(head.span)
        source = ChunkSource(
            file: file, plan: plan, options: options, offset: point?.offset ?? start.offset,
            end: start.end, hash: point?.hash ?? hash)
        builder = FileReportBuilder(
            name: name, bytes: file.size, plan: plan, header: start.header,
            lines: point.map { $0.line - 1 } ?? start.lines, rows: point?.row ?? 0)
    }

    /// Hands over each chunk, and its batch with lines and row numbers counted from the file's
    /// start.
    mutating func forEachChunk(_ body: (ParsedChunk, RecordBatch) throws -> Void) throws {
        let (plan, keepsRows, grid) = (plan, keepsRows, grid)
        let scratches = Reused<ParserScratch>()
        let buffers = Reused<PaddedBytes>()
        let parsers = OrderedWorkers(workers: workers) { (chunk: ChunkSource.Chunk) in
            var scratch = scratches.take() ?? ParserScratch()
            let parsed = ChunkParser.parse(
                chunk, plan: plan, scratch: &scratch, keepsRows: keepsRows, grid: grid)
            if !keepsRows { scratches.give(scratch) }
            return parsed
        }
        try parsers.run {
            let buffer = buffers.take() ?? PaddedBytes(capacity: 0)
            return try source.next(reusing: buffer)
        } take: { parsed in
            var chunk = parsed
            chunk.linesBefore = builder.lines
            let batch = builder.add(chunk)
            try body(chunk, batch)
            if !keepsRows { buffers.give(chunk.bytes) }
        }
    }

    /// What was read; complete after the last chunk.
    var report: FileReport {
        builder.finished(
            resume: ResumePoint(
                offset: source.consumed, line: builder.lines + 1, row: builder.rows,
                endsInsideRow: source.endsInsideRow, hash: source.hash,
                tailHash: CSVReader.tailHash(file, end: source.consumed) ?? 0))
    }
}
