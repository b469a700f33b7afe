/// Why a cell or a row could not be used.
public enum IssueReason: Sendable, Hashable, Codable {
    case notANumber
    case numberOutOfRange
    case notATime
    case missingTime
    case missingDevice
    case tooFewFields(expected: Int, found: Int)
    case tooManyFields(expected: Int, found: Int)
    case invalidBytes
    case fieldTooLong(limit: Int)
    case openQuote
    /// The row names a signal that the sample of a long table did not show.
    case unknownSignal
    /// A wall time that the zone's clock change skips or repeats.
    case clockChange
}

/// One cell or row that could not be used.
public struct RowIssue: Sendable, Hashable, Codable {
    /// The line in the file, from 1.
    public var line: Int
    /// The column's name; `nil` when the whole row is meant.
    public var column: String?
    /// The value as written (at most 200 characters).
    public var value: String
    /// What is wrong with it.
    public var reason: IssueReason
    /// The whole row was left out, not just the cell.
    public var refusesRow: Bool

    /// Makes an issue.
    public init(
        line: Int, column: String?, value: String, reason: IssueReason, refusesRow: Bool
    ) {
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
        self.refusesRow = refusesRow
    }
}

/// The quality of one signal of a file.
public struct SignalQuality: Sendable, Hashable, Codable {
    /// The column's name.
    public var name: String
    /// Its unit, where one is known.
    public var unit: String?
    /// Filled and usable cells.
    public var count: Int
    /// Empty cells, missing markers and sentinels.
    public var missing: Int
    /// Cells that hold something else than a number.
    public var refused: Int
    /// The least value; NaN without any.
    public var minimum: Double
    /// The greatest value; NaN without any.
    public var maximum: Double
    /// The mean; NaN without any value.
    public var mean: Double
    /// All values are the same.
    public var isConstant: Bool
    /// Cells that hold a number standing for "missing".
    public var sentinels: Int

    /// Makes a quality record; minimum, maximum and mean are NaN where `count` is 0.
    public init(
        name: String, unit: String?, count: Int, missing: Int, refused: Int, minimum: Double,
        maximum: Double, mean: Double, isConstant: Bool, sentinels: Int = 0
    ) {
        self.name = name
        self.unit = unit
        self.count = count
        self.missing = missing
        self.refused = refused
        self.minimum = minimum
        self.maximum = maximum
        self.mean = mean
        self.isConstant = isConstant
        self.sentinels = sentinels
    }
}

/// What reading one file gave.
public struct FileReport: Sendable, Hashable, Codable {
    /// The path within the data set.
    public var name: String
    /// The size of the file.
    public var bytes: Int
    /// A 64-bit hash of the content, for recognising a file that is there already.
    public var contentHash: UInt64
    /// How the file was read.
    public var schema: FileSchema
    /// Data rows in the file: no header, blank or comment lines.
    public var rowsRead: Int
    /// Rows that were delivered.
    public var rowsKept: Int
    /// Cells that were left out of rows that were kept.
    public var cellsRefused: Int
    /// The first 1,000 issues.
    public var issues: [RowIssue]
    /// All issues, also those beyond the first 1,000.
    public var issueCount: Int
    /// One entry per metric column, in file order.
    public var signals: [SignalQuality]
    /// First and last time, in the axis' units; `nil` without time.
    public var timeRange: ClosedRange<Double>?
    /// The median step between rows of one device in the sample, in the axis' units.
    public var medianStep: Double?
    /// Rows that repeat the row before of the same device, byte for byte.
    public var duplicateRows: Int
    /// Rows whose time is before that of the row before of the same device.
    public var outOfOrderRows: Int
    /// Falls of counters from one row of a device to the next: resets.
    public var counterResets: Int
    /// The first rows as written: the header and up to 20 rows.
    public var preview: [[String]]
    /// Where reading ended; `nil` for an unread file.
    public var resume: ResumePoint?

    /// Rows that were left out.
    public var rowsRefused: Int { rowsRead - rowsKept }

    /// Makes a report of an unread file; the counts are filled while reading.
    public init(name: String, bytes: Int, schema: FileSchema) {
        self.name = name
        self.bytes = bytes
        contentHash = 0
        self.schema = schema
        rowsRead = 0
        rowsKept = 0
        cellsRefused = 0
        issues = []
        issueCount = 0
        signals = []
        duplicateRows = 0
        outOfOrderRows = 0
        counterResets = 0
        preview = []
        resume = nil
    }
}

/// Something that concerns a data set as a whole.
public enum DatasetNote: Sendable, Hashable, Codable {
    /// Files share device names but not devices, so the file's name became part of the device.
    case fileNamesSeparateDevices(files: [String], sharedNames: Int)
    /// The same readings in two files; the finer one is used.
    case overlappingReadings(kept: String, left: String, devices: Int)
    /// The same file twice.
    case sameContent(kept: String, left: String)
    case unreadableFile(name: String, error: LoadError)
    /// The bucket was widened to keep the memory budget.
    case bucketWidened(from: Double, to: Double)
    /// Beyond a stated number the rest is counted under "other".
    case devicesBeyondLimit(limit: Int, rows: Int)
    case codesBeyondLimit(limit: Int, events: Int)
    case metricsBeyondLimit(limit: Int, columns: Int)
    /// Files with times of different kinds (dates, cycles) cannot share an axis; this one was left out.
    case otherTimeAxis(file: String)
}

/// What loading a data set gave.
public struct LoadReport: Sendable, Hashable {
    /// The data set's name.
    public var dataset: String
    /// One report per file, in the order of reading.
    public var files: [FileReport]
    /// What concerns the data set as a whole.
    public var notes: [DatasetNote]
    /// Duration of loading.
    public var seconds: Double

    /// Makes a report.
    public init(dataset: String, files: [FileReport], notes: [DatasetNote], seconds: Double) {
        self.dataset = dataset
        self.files = files
        self.notes = notes
        self.seconds = seconds
    }
}

/// Why a file or data set could not be used at all.
public enum LoadError: Error, Sendable, Hashable, Codable {
    case cannotOpen(path: String, errno: Int32)
    case cannotRead(path: String, errno: Int32)
    case empty(file: String)
    /// Not text: a binary format that is recognised by its first bytes (`ZIP`, `PNG`, `Parquet`, …) or not at all.
    case notText(file: String, looksLike: String?)
    case noColumns(file: String)
    case noRows(file: String)
    /// Every row was refused.
    case nothingUsable(file: String, rows: Int, first: RowIssue?)
    /// Commas cut the cells and mark decimals too: rows have more cells than there are names.
    case decimalCommas(file: String, names: Int, fields: Int)
    case noFiles(dataset: String)
    case unknownTimeZone(String)
    /// A packed file, an archive or a workbook that could not be opened.
    case container(file: String, ContainerFault)
}
