public import Values

/// A database that holds the rows of data sets, as the folder of data sets sees it.
///
/// What a set needs to know stands in `sources/<set>.json`; beside it, in `sources/<set>/`, lies a
/// sample of each table as CSV, from which its columns are understood like those of a file.
public protocol TableDatabase: Sendable {
    /// The set with the state of each of its tables. Makes samples that are missing or whose table
    /// has other columns now.
    ///
    /// Blocks while it asks, but no longer than the settings allow.
    /// - Throws: `LoadError.database`.
    func current(_ dataset: Dataset, in folder: DatasetFolder) throws -> Dataset
    /// Answers about the tables of a set, which `current` has given.
    /// - Throws: `LoadError.database` where the settings cannot be used.
    func reader(of dataset: Dataset) throws -> any TableReader
    /// Ends what is being asked, on the servers too: for the end of the program.
    ///
    /// Blocks for some seconds at most, and throws nothing.
    func close()
}

/// Answers about the tables of one data set. All calls block.
public protocol TableReader: Sendable {
    /// What is planned with before a table is read.
    /// - Throws: `LoadError.database`.
    func facts(of table: String, _ schema: FileSchema) throws -> TableFacts
    /// Reads a table, in one of the ways of `TablePart`.
    /// - Returns: what was read.
    /// - Throws: `LoadError.database`, or what `take` throws.
    func read(_ table: PlannedTable, _ take: (TablePart) throws -> Void) throws -> TableReports
    /// What tells whether the rows before a time, an edge of the table's buckets, are still the
    /// same; `nil` where the database cannot say. Cheaper than reading them.
    /// - Throws: `LoadError.database`.
    func content(of table: PlannedTable, before time: Double) throws -> TableContent?
    /// The readings of the rows that are meant, page and codes aside, by device and bucket; `nil`
    /// where a table is read row by row. For a few devices and buckets: soon given up.
    /// - Throws: `LoadError.database`.
    func cells(_ question: TableQuestion, anchor: Double, width: Double) throws -> TableCells?
    /// A page of rows, in order of time.
    /// - Throws: `LoadError.database`.
    func rows(_ question: TableQuestion) throws -> RowPage
}

/// What is known of a table before it is read.
public struct TableFacts: Sendable, Hashable, Codable {
    /// All rows, of all devices.
    public var rows: Int
    /// First and last time on the set's axis; `nil` without rows.
    public var times: ClosedRange<Double>?
    /// The usual time between rows of a device; `nil` where no device has two times.
    public var step: Double?

    /// Counts and times as the database gives them.
    public init(rows: Int, times: ClosedRange<Double>? = nil, step: Double? = nil) {
        self.rows = rows
        self.times = times
        self.step = step
    }
}

/// A table that is about to be read, and the grid on which its rows may be summed up.
public struct PlannedTable: Sendable {
    /// As the set calls it.
    public var name: String
    /// What its columns are.
    public var schema: FileSchema
    /// As they were asked for when the set was planned.
    public var facts: TableFacts
    /// The left edge of bucket 0.
    public var anchor: Double
    /// In the axis' unit, above 0.
    public var width: Double
    /// Events beyond this number may lose their exact times.
    public var exactEvents: Int
    /// Where a file of rows may be put for the time of reading.
    public var scratch: String
    /// Only rows from this time on are wanted, an edge of the buckets; `nil` for all.
    public var from: Double?
    /// A later edge, from which on rows may be asked for once more; `nil` where that cannot be.
    public var checkpoint: Double?

    /// `scratch` is a path at which nothing lies yet.
    public init(
        name: String, schema: FileSchema, facts: TableFacts, anchor: Double, width: Double,
        exactEvents: Int, scratch: String, from: Double? = nil, checkpoint: Double? = nil
    ) {
        self.name = name
        self.schema = schema
        self.facts = facts
        self.anchor = anchor
        self.width = width
        self.exactEvents = exactEvents
        self.scratch = scratch
        self.from = from
        self.checkpoint = checkpoint
    }
}

extension PlannedTable {
    /// The sides that are to be read.
    public var sides: [TableSide] { checkpoint == nil ? [.rest] : [.before, .rest] }

    /// From when on rows lie in the bucket that begins at a time: as times may be rounded, a little
    /// before that.
    public func start(of edge: Double) -> Double { edge - BucketGrid.slack * width }
}

/// Rows that a table held, as far as these can be told apart by it.
public struct TableContent: Sendable, Hashable {
    /// Those with a time and a device.
    public var rows: Int
    /// A sum of hashes of them; 0 where sums that the database keeps stand for the rows, which no
    /// change of a row reaches.
    public var hash: UInt64

    /// `hash` does not depend on the order of rows.
    public init(rows: Int, hash: UInt64) {
        self.rows = rows
        self.hash = hash
    }
}

/// Which rows of a table something is about.
public enum TableSide: Sendable, Hashable {
    /// Those before the checkpoint that it is read with.
    case before
    /// The others, or all where there is none.
    case rest
}

/// What was read of a table.
public struct TableReports: Sendable, Hashable {
    /// How its rows came.
    public var way: TableWay
    /// What came from the database.
    public var transfer: TableTransfer?
    /// Whether the rows before the checkpoint were told apart from the others.
    public var isSplit: Bool
    /// On the rows of each side that has some; none where rows came as CSV, on which the reader of
    /// that reports.
    public var sides: [TableSide: FileReport]

    /// All are of the same table.
    public init(way: TableWay, isSplit: Bool, sides: [TableSide: FileReport] = [:]) {
        self.way = way
        self.isSplit = isSplit
        self.sides = sides
    }
}

/// A part of a table. One table gives cells and events, or all its rows.
public enum TablePart: Sendable {
    /// Readings, summed up by device and bucket.
    case cells(TableCells)
    /// Rows with a code.
    case events(TableEvents)
    /// The last value of each attribute, by device.
    case attributes(devices: [String], values: [DictionaryColumn])
    /// How many rows of one side have each severity.
    case severities([String: Int], TableSide)
    /// The rows of one side as CSV, by the table's schema, in a file that may be removed afterwards.
    case rows(path: String, TableSide)
}

/// Which rows of a table are wanted.
public struct TableQuestion: Sendable, Hashable {
    /// As the set calls it.
    public var table: String
    /// What its columns are.
    public var schema: FileSchema
    /// First time, inclusive; `nil` without a bound.
    public var from: Double?
    /// Exclusive; `nil` without a bound.
    public var to: Double?
    /// Names as the table writes them; `nil` for all devices.
    public var devices: [String]?
    /// Codes as the table writes them; with some, only rows that have one of them.
    public var codes: [String]?
    /// How many rows are skipped.
    public var offset: Int
    /// At most so many are given.
    public var limit: Int
}
