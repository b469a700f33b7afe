public import Values

/// What was read, what was refused, and how every column was understood.
public struct ImportReport: Sendable, Hashable {
    /// What loading gave, file by file.
    public var load: LoadReport
    /// Total of rows read and kept over all files.
    public var rowsRead: Int
    /// Rows that were used.
    public var rowsKept: Int
    /// Cells that could not be used.
    public var cellsRefused: Int
    /// Corrections that are kept beside the files, by file name.
    public var corrections: [String: SchemaCorrection]

    /// Makes a report of a load.
    public init(load: LoadReport, corrections: [String: SchemaCorrection]) {
        self.load = load
        self.corrections = corrections
        rowsRead = load.files.reduce(0) { $0 + $1.rowsRead }
        rowsKept = load.files.reduce(0) { $0 + $1.rowsKept }
        cellsRefused = load.files.reduce(0) { $0 + $1.cellsRefused }
    }

    /// The first file that leaves something open; `nil` where none does.
    public var firstInQuestion: FileReport? {
        load.files.first { !$0.schema.questions.isEmpty }
    }

    /// Open questions about all files.
    public var questionCount: Int { load.files.reduce(0) { $0 + $1.schema.questions.count } }
}

/// Raw rows behind a mark.
public struct RowsReport: Sendable, Hashable {
    /// The rows with their header.
    public var page: RowPage
    /// The first row shown, from 0.
    public var offset: Int
    /// The most there can be.
    public var limit: Int
    /// The device that is meant.
    public var device: String?
    /// Where it begins.
    public var from: Double?
    /// Where it ends.
    public var to: Double?

    /// Makes a report.
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
