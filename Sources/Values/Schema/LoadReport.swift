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
    /// The row names a signal that did not occur in the sample of a long table.
    case unknownSignal
    /// A wall time that the zone's clock change skips or repeats.
    case clockChange
}

/// One cell or row that could not be used.
public struct RowIssue: Sendable, Hashable, Codable {
    /// The line in the file, from 1.
    public var line: Int
    /// The column's name; `nil` where the whole row is at fault.
    public var column: String?
    /// The value as written, at most 200 characters.
    public var value: String
    /// Why it could not be used.
    public var reason: IssueReason
    /// Whether the whole row was left out, not just the cell.
    public var refusesRow: Bool

    /// `line` counts from 1; `column` is `nil` for a whole row.
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

/// The quality of one signal in one file.
public struct SignalQuality: Sendable, Hashable, Codable {
    /// The column's name, or the signal's in a long table.
    public var name: String
    /// Its unit, where one is known.
    public var unit: String?
    /// Cells with a usable number.
    public var count: Int
    /// Empty cells, markers of missing values, and sentinels.
    public var missing: Int
    /// Cells with something other than a number.
    public var refused: Int
    /// The smallest value; NaN where `count` is 0.
    public var minimum: Double
    /// The largest value; NaN where `count` is 0.
    public var maximum: Double
    /// Mean of the values; NaN where `count` is 0.
    public var mean: Double
    /// Whether all values are equal.
    public var isConstant: Bool
    /// Cells with a number that stands for "missing"; they count as `missing` too.
    public var sentinels: Int

    /// Minimum, maximum and mean are NaN where `count` is 0.
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

/// The result of reading one file.
public struct FileReport: Sendable, Hashable, Codable {
    /// The file's path within the data set.
    public var name: String
    /// Size of the file in bytes.
    public var bytes: Int
    /// XXH64 of the content, by which a file that is already there is recognised.
    public var contentHash: UInt64
    /// The schema by which the file was read.
    public var schema: FileSchema
    /// Rows of data in the file, without header, blank and comment lines.
    public var rowsRead: Int
    /// Rows that were used.
    public var rowsKept: Int
    /// Cells left out of rows that were kept.
    public var cellsRefused: Int
    /// The first 1,000 issues.
    public var issues: [RowIssue]
    /// Number of all issues, listed or not.
    public var issueCount: Int
    /// One per metric column, in the order of the file.
    public var signals: [SignalQuality]
    /// First and last time, in the axis' unit; `nil` without times.
    public var timeRange: ClosedRange<Double>?
    /// Median step between rows of one device in the sample, in the axis' unit; `nil` where it is
    /// not known.
    public var medianStep: Double?
    /// Rows that repeat the previous row of the same device, byte for byte.
    public var duplicateRows: Int
    /// Rows whose time is before that of the previous row of the same device.
    public var outOfOrderRows: Int
    /// Resets: falls of a counter from one row of a device to the next.
    public var counterResets: Int
    /// The header and the first 20 rows, as written.
    public var preview: [[String]]
    /// Where reading ended; `nil` for a file that was not read.
    public var resume: ResumePoint?
    /// How the rows of a table came from its database; `nil` for a file.
    public var way: TableWay?
    /// What came from there; `nil` for a file.
    public var transfer: TableTransfer?

    /// Rows that were left out.
    public var rowsRefused: Int { rowsRead - rowsKept }

    /// A file that is not read yet; the counts are filled while reading.
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

/// How the rows of a table come from its database.
public enum TableWay: Sendable, Hashable, Codable {
    /// One by one.
    case rows
    /// Summed up by device and step of time when they were asked for.
    case sums
    /// From sums that the database keeps, by steps of so many seconds.
    case keptSums(width: Double)
}

/// What came from a database when a table was read.
public struct TableTransfer: Sendable, Hashable, Codable {
    /// Questions that were answered.
    public var answers: Int
    /// Bytes of the answers.
    public var bytes: Int
    /// How long it took, with what was made of the answers meanwhile.
    public var seconds: Double
    /// When the last answer came: seconds since 1970.
    public var at: Double
    /// From which time on rows were asked for, on the set's axis; `nil` for all.
    public var since: Double?

    /// What a client has counted.
    public init(
        answers: Int, bytes: Int, seconds: Double, at: Double, since: Double? = nil
    ) {
        self.answers = answers
        self.bytes = bytes
        self.seconds = seconds
        self.at = at
        self.since = since
    }
}

/// Something that concerns a data set as a whole.
public enum DatasetNote: Sendable, Hashable, Codable {
    /// Files share device names but not devices, so that the file name became part of the device.
    case fileNamesSeparateDevices(files: [String], sharedNames: Int)
    /// Two files hold the same readings; the finer ones are used.
    case overlappingReadings(kept: String, left: String, devices: Int)
    /// Two files are identical.
    case sameContent(kept: String, left: String)
    case unreadableFile(name: String, error: LoadError)
    /// The bucket was widened to stay within the memory budget.
    case bucketWidened(from: Double, to: Double)
    /// Devices beyond the limit are counted as "other".
    case devicesBeyondLimit(limit: Int, rows: Int)
    case codesBeyondLimit(limit: Int, events: Int)
    case metricsBeyondLimit(limit: Int, columns: Int)
    /// The file's times are of another kind (dates, cycles) than the axis; it was left out.
    case otherTimeAxis(file: String)
    /// A table was read from its database.
    case tableRead(name: String, rows: Int, TableWay, TableTransfer)
    /// The starts of troubles were looked for in finer readings of a database.
    case finerStarts(FinerReach)
}

/// How far finer readings about the starts of troubles were asked for.
public struct FinerReach: Sendable, Hashable, Codable {
    /// Starts that might be told more closely, the gravest troubles first.
    public var starts: Int
    /// Those whose readings came in time.
    public var asked: Int
    /// Those that are told more closely now.
    public var told: Int
    /// How long it took.
    public var seconds: Double

    /// None asked for yet, unless said otherwise.
    public init(starts: Int, asked: Int = 0, told: Int = 0, seconds: Double = 0) {
        self.starts = starts
        self.asked = asked
        self.told = told
        self.seconds = seconds
    }
}

/// The result of loading a data set.
public struct LoadReport: Sendable, Hashable {
    /// Name of the data set that was loaded.
    public var dataset: String
    /// One per file, in the order of reading.
    public var files: [FileReport]
    /// What concerns the data set as a whole.
    public var notes: [DatasetNote]
    /// Duration of loading, in seconds.
    public var seconds: Double

    /// `seconds` is how long loading took.
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
    /// A binary format: recognised by its first bytes (`ZIP`, `PNG`, `Parquet`, …), or unknown
    /// (`nil`).
    case notText(file: String, looksLike: String?)
    case noColumns(file: String)
    case noRows(file: String)
    /// All of its rows were refused; with the first reason.
    case nothingUsable(file: String, rows: Int, first: RowIssue?)
    /// Commas are both delimiter and decimal sign: rows have more fields than there are names.
    case decimalCommas(file: String, names: Int, fields: Int)
    case noFiles(dataset: String)
    case unknownTimeZone(String)
    /// A compressed file, an archive or a workbook could not be opened.
    case container(file: String, ContainerFault)
    /// The tables of a database could not be read.
    case database(SourceFault)
}
