/// The evidence for a guess about the dialect.
public enum DialectReason: Sendable, Hashable, Codable {
    case byteOrderMark
    case plainASCII
    case validUTF8
    /// Bytes that are not UTF-8; the code page was chosen by the letters they give.
    case codePage(invalidBytes: Int)
    /// The letters make nearly as much sense in another code page.
    case encodingInDoubt(runnerUp: CSVDialect.Encoding)
    /// The delimiter cuts this share of the sample's lines, 0…1, into `fields` fields.
    case delimiter(UInt8, fields: Int, lines: Int, share: Double)
    case separatorLine
    case singleColumn
    case header(names: Int)
    /// The first line looks like the rows below it.
    case noHeader
    case skippedLines(Int)
    case commentLines(Int, mark: UInt8)
    case unitsRow
    case escapedQuotes(UInt8)
}

/// Why a column got its role, with the figures that decided.
public enum RoleReason: Sendable, Hashable, Codable {
    /// The values are timestamps of this form.
    case timestamps(format: String, share: Double)
    /// The end of what began at the row's time.
    case intervalEnd
    /// Duration or cost of an event: a property of the event, not a reading of the device.
    case eventDetail
    /// A part of the time (year, month, day, hour, or a date beside a time of day).
    case timePart
    /// A counter that restarts for each device: a cycle, not a date.
    case cycle
    /// The column's name says so, and its values agree.
    case namedDevice(distinct: Int)
    /// Few distinct values that recur.
    case repeatedIdentifiers(distinct: Int, rows: Int)
    /// Part of a device name that several columns make up.
    case devicePart
    /// A second name of the same device.
    case repeatsColumn(String)
    /// Numbers that vary.
    case numbers(share: Double)
    case categories(distinct: Int)
    /// Names of signals beside a column of values.
    case signalNames(distinct: Int)
    case severityWords(distinct: Int)
    /// 0/1 flags whose column name speaks of an anomaly, a fault or a label.
    case labelFlags
    /// 0/1 flags, one column per kind of event.
    case eventFlags
    /// Counts up with the rows.
    case rowNumber
    /// The same value in every row.
    case constant
    /// Is determined by the time column.
    case followsTime
    /// Nearly all values are distinct: free text or a message.
    case freeText(distinct: Int)
    case empty
    /// Whole numbers with few distinct values: an identifier or a category, not a measurement.
    case integerCategory(distinct: Int)
    /// One value for each device.
    case constantPerDevice
    /// A number that belongs to the moment, not to a signal of a long table.
    case besideSignals
    /// Says which rows to trust; this many of its texts invalidate a row's values.
    case quality(bad: Int)
    /// A second time beside the one in use.
    case otherTime
    /// A person chose it.
    case corrected
}

/// Something about a file that readers of its figures should know.
public enum SchemaNote: Sendable, Hashable, Codable {
    /// No device column: the file stands for a device.
    case fileIsDevice
    case noTime
    /// A counter, whose rise per hour is the reading.
    case counter(column: String, rate: String)
    /// Each row names the signal that its value belongs to.
    case signalsInRows(column: String, signals: Int)
    case cycleTime
    /// Times without a zone.
    case naiveTimes
    /// Day and month could be swapped; no value decides.
    case ambiguousDayMonth(column: String, dayFirst: Bool)
    /// The times could be read in another way; no value decides. Both as patterns or names of
    /// forms.
    case ambiguousTime(column: String, pattern: String, other: String)
    /// The dates have no year: the first is assumed to lie in this one.
    case yearNotNamed(column: String, year: Int)
    /// The column has no date, or counts from a start: `start` (wall-clock seconds since 1970)
    /// comes from the lines above the rows or the file name.
    case startTaken(column: String, start: Double)
    /// The columns are named by times of day: each row is a day with one reading per column.
    case timesAsColumns(count: Int)
    /// The column looks like times, but in no known form.
    case timeNotUnderstood(column: String, example: String)
    /// All values look like `18.500`: thousands or decimals.
    case ambiguousDecimal(column: String, decimalComma: Bool)
    /// A number that stands for "missing", recognised by its distance from all others.
    case sentinel(column: String, value: Double, count: Int)
    case repeatedNames(count: Int)
    case unnamedColumns(count: Int)
    case eachRowIsUnit
    /// Rows of unequal length, as a share of all: a guess that is likely wrong for some rows.
    case raggedRows(share: Double)

    /// Whether something in the file was not understood, so that its data may be incomplete.
    public var isProblem: Bool {
        switch self {
        case .timeNotUnderstood, .timesAsColumns: true
        default: false
        }
    }
}
