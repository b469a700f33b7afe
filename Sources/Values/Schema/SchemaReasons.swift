/// What a guess about the dialect rests on, with its numbers.
public enum DialectReason: Sendable, Hashable, Codable {
    case byteOrderMark
    case plainASCII
    case validUTF8
    /// Bytes that are no UTF-8; the code page was chosen by the letters they give.
    case codePage(invalidBytes: Int)
    /// The letters make sense in another code page nearly as well.
    case encodingInDoubt(runnerUp: CSVDialect.Encoding)
    /// The delimiter cuts this share of the sample's lines into `fields` fields.
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

/// Why a column got its role, with the numbers that decided.
public enum RoleReason: Sendable, Hashable, Codable {
    /// The values are timestamps of this form.
    case timestamps(format: String, share: Double)
    /// When what began at the row's time ended.
    case intervalEnd
    /// How long an event took or what it cost: said of the event, not measured of the device.
    case eventDetail
    /// A part of the time (year, month, day, hour, or a date beside a time of day).
    case timePart
    /// A counter that restarts for each device: a cycle, not a date.
    case cycle
    /// The column's name says it, and its values agree.
    case namedDevice(distinct: Int)
    /// Few different values that come back again and again.
    case repeatedIdentifiers(distinct: Int, rows: Int)
    /// Part of a device's name that is made of several columns.
    case devicePart
    /// A second name of the same device.
    case repeatsColumn(String)
    /// Numbers that vary.
    case numbers(share: Double)
    case categories(distinct: Int)
    /// Names of signals, beside a column of values.
    case signalNames(distinct: Int)
    case severityWords(distinct: Int)
    /// 0/1 marks whose name speaks of an anomaly, a fault or a label.
    case labelFlags
    /// 0/1 marks, one column for each kind of event.
    case eventFlags
    /// Counts up with the rows: a row number.
    case rowNumber
    /// The same value in every row.
    case constant
    /// Follows from the time column.
    case followsTime
    /// Nearly every value is different: free text or a message.
    case freeText(distinct: Int)
    case empty
    /// A whole number with few different values: an identifier or a category, no measurement.
    case integerCategory(distinct: Int)
    /// One value for each device.
    case constantPerDevice
    /// A number of the moment beside the values of a long table, not of each signal.
    case besideSignals
    /// Says which rows to trust; this many of its texts rule a row's values out.
    case quality(bad: Int)
    /// A time beside the one that is used.
    case otherTime
    /// A person chose it.
    case corrected
}

/// Something about a file that a reader of its figures should know.
public enum SchemaNote: Sendable, Hashable, Codable {
    /// No device column: the file stands for a device.
    case fileIsDevice
    case noTime
    /// A counter, whose rise in an hour is the reading.
    case counter(column: String, rate: String)
    /// Each row names the signal that its value belongs to.
    case signalsInRows(column: String, signals: Int)
    case cycleTime
    /// Times carry no zone.
    case naiveTimes
    /// Day and month could be exchanged; no value decides.
    case ambiguousDayMonth(column: String, dayFirst: Bool)
    /// The times can be read in another way; no value decides. Both as patterns or names of forms.
    case ambiguousTime(column: String, pattern: String, other: String)
    /// The dates name no year: the first is taken to lie in this one.
    case yearNotNamed(column: String, year: Int)
    /// The column names no day, or counts from a start: this one (seconds since 1970 on the wall
    /// clock) stands above the rows or in the file's name.
    case startTaken(column: String, start: Double)
    /// Columns are called by times of day, so that a row is a day with a reading in each.
    case timesAsColumns(count: Int)
    /// The column looks like times that no form reads.
    case timeNotUnderstood(column: String, example: String)
    /// All values look like `18.500`: thousands or decimals.
    case ambiguousDecimal(column: String, decimalComma: Bool)
    /// A number that stands for "missing", found by its gap from all others.
    case sentinel(column: String, value: Double, count: Int)
    case repeatedNames(count: Int)
    case unnamedColumns(count: Int)
    case eachRowIsUnit
    /// A guess that is likely wrong for some rows.
    case raggedRows(share: Double)

    /// Something of the file was not understood, so that its figures may lack it.
    public var isProblem: Bool {
        switch self {
        case .timeNotUnderstood, .timesAsColumns: true
        default: false
        }
    }
}
