public import Values

/// The Data Quality page: what was read, what was refused, and how each column was understood.
public struct ImportReport: Sendable, Hashable {
    /// What loading gave, file by file.
    public var load: LoadReport
    /// Rows read, summed over all files.
    public var rowsRead: Int
    /// Rows kept, summed over all files.
    public var rowsKept: Int
    /// Cells refused, summed over all files.
    public var cellsRefused: Int
    /// Corrections that a person made to how a file is read, by file name.
    public var corrections: [String: SchemaCorrection]

    /// Also sums rows and cells over the files of `load`.
    public init(load: LoadReport, corrections: [String: SchemaCorrection]) {
        self.load = load
        self.corrections = corrections
        rowsRead = load.files.reduce(0) { $0 + $1.rowsRead }
        rowsKept = load.files.reduce(0) { $0 + $1.rowsKept }
        cellsRefused = load.files.reduce(0) { $0 + $1.cellsRefused }
    }

    /// Whether the rows are in tables of a database.
    public var isInDatabase: Bool { load.files.contains { $0.way != nil } }

    /// The first file with an open question; `nil` where none has one.
    public var firstInQuestion: FileReport? {
        load.files.first { !$0.schema.questions.isEmpty }
    }

    /// Number of open questions over all files.
    public var questionCount: Int { load.files.reduce(0) { $0 + $1.schema.questions.count } }
}

/// Raw rows behind a mark of a chart: one page of the answer to a `RowsQuestion`.
public struct RowsReport: Sendable, Hashable {
    /// The rows with their header.
    public var page: RowPage
    /// Matching rows that were skipped, as they were asked for.
    public var offset: Int
    /// Rows asked for; `page` may hold fewer.
    public var limit: Int
    /// Name of the device asked for; `nil` for all devices.
    public var device: String?
    /// Inclusive start asked for, in the axis' unit; `nil` for no lower bound.
    public var from: Double?
    /// Exclusive end asked for, in the axis' unit; `nil` for no upper bound.
    public var to: Double?

    /// The question is repeated beside the rows.
    public init(
        page: RowPage, offset: Int, limit: Int, device: String?, from: Double?, to: Double?
    ) {
        self.page = page
        self.offset = offset
        self.limit = limit
        self.device = device
        self.from = from
        self.to = to
    }
}
