/// What a column is for.
public enum ColumnRole: String, Sendable, Hashable, Codable, CaseIterable {
    case time, device, metric
    /// What the row's value measures, in a long table.
    case signal
    case code, severity, label, attribute, ignore
}

/// How a table is built.
public enum FileShape: String, Sendable, Hashable, Codable, CaseIterable {
    /// Rows of readings of devices over time.
    case telemetry
    /// Rows that report something that happened.
    case events
    /// Rows with a beginning and an end: a state that lasts, counted from its beginning.
    case intervals
    /// One row per device and no time: attributes of the devices.
    case devices
    /// Neither time nor repeated devices: each row stands for itself.
    case table
}

/// How the cells of a column are read.
public enum ColumnType: Sendable, Hashable, Codable {
    case number(NumberNotation)
    case time(TimeFormat)
    /// `0`/`1`, `true`/`false`, `yes`/`no`. As a code the column's name is the code of its true rows.
    case flag
    case text
}

/// One column of a file: what it is taken for, how it is read, and why.
public struct ColumnSchema: Sendable, Hashable, Codable {
    /// The name as the header gives it; made unique within the file; `column 3` where there is none.
    public var name: String
    /// Its place in the row, from 0.
    public var index: Int
    /// What the column is for.
    public var role: ColumnRole
    /// How its cells are read.
    public var type: ColumnType
    /// The unit, where the header, a units row or the cells themselves name one.
    public var unit: String?
    /// Why this role was chosen.
    public var reason: RoleReason
    /// 0 (a guess) to 1 (certain).
    public var confidence: Double
    /// The first few different values, as written.
    public var examples: [String]
    /// Share of the sample's filled cells that fit the type, 0 to 1.
    public var fit: Double
    /// Texts of this file that mean "nothing happened" in a code or label column, beside the usual
    /// ones (empty, `-`, `none`, `null`): a code `0` in most rows, for example.
    public var absentValues: [String]
    /// The number only ever rises but for resets (energy, operating hours, starts): a reading is how
    /// much it rose in an hour.
    public var isCounter: Bool

    /// Makes a column from its parts.
    public init(
        name: String, index: Int, role: ColumnRole, type: ColumnType, unit: String? = nil,
        reason: RoleReason, confidence: Double = 1, examples: [String] = [], fit: Double = 1,
        absentValues: [String] = [], isCounter: Bool = false
    ) {
        self.name = name
        self.index = index
        self.role = role
        self.type = type
        self.unit = unit
        self.reason = reason
        self.confidence = confidence
        self.examples = examples
        self.fit = fit
        self.absentValues = absentValues
        self.isCounter = isCounter
    }
}

/// Where a row's time comes from.
public enum TimeOrigin: Sendable, Hashable, Codable {
    /// One column with the whole timestamp.
    case column(Int)
    /// A date column and a time-of-day column.
    case dateAndTime(date: Int, time: Int)
    /// Year, month, day and, where present, hour, minute and second, each in a column.
    case parts([Int])
    /// A counter (cycle, step) that is no date.
    case cycle(Int)
    /// No time: the number of the row.
    case rowNumber
}

/// Where a row's device comes from.
public enum DeviceOrigin: Sendable, Hashable, Codable {
    case column(Int)
    /// Several columns name a device together, joined by ` / `.
    case composite([Int])
    /// No device column: the file is the device.
    case fileName
    /// Each row is a unit of its own (a table without time), named by the column or the row number.
    case eachRow(Int?)
}

/// The schema of one file: how it is written and what its columns are.
public struct FileSchema: Sendable, Hashable, Codable {
    /// How the file is written.
    public var dialect: CSVDialect
    /// All columns, in file order.
    public var columns: [ColumnSchema]
    /// How the table is built.
    public var shape: FileShape
    /// What an event of this file is, where no severity decides it row by row.
    public var eventKind: EventKind
    /// Where a row's time comes from.
    public var time: TimeOrigin
    /// Where a row's device comes from.
    public var device: DeviceOrigin
    /// What a reader should know beside the columns' own reasons.
    public var notes: [SchemaNote]
    /// The zone of times without one that a person named for this file; `nil`: that of the options.
    public var timeZone: String?
    /// In a long table what the values measure; `nil`: each metric column is a signal.
    public var signals: SignalNames?
    /// The column of the end, where rows report something that lasts.
    public var end: Int?
    /// Which rows hold values that count as missing, where a column says so.
    public var qualities: [RowQuality]
    /// What header and preamble say about all rows.
    public var facts: FileFacts
    /// What the data leave open, and no correction has settled.
    public var questions: [SchemaQuestion]

    /// Makes a schema from its parts.
    public init(
        dialect: CSVDialect, columns: [ColumnSchema], shape: FileShape, eventKind: EventKind,
        time: TimeOrigin, device: DeviceOrigin, notes: [SchemaNote] = [], timeZone: String? = nil,
        signals: SignalNames? = nil, end: Int? = nil, qualities: [RowQuality] = [],
        facts: FileFacts = FileFacts(),
        questions: [SchemaQuestion] = []
    ) {
        self.dialect = dialect
        self.columns = columns
        self.shape = shape
        self.eventKind = eventKind
        self.time = time
        self.device = device
        self.notes = notes
        self.timeZone = timeZone
        self.signals = signals
        self.end = end
        self.qualities = qualities
        self.facts = facts
        self.questions = questions
    }

    /// The columns with a role, in file order.
    public func columns(_ role: ColumnRole) -> [ColumnSchema] {
        columns.filter { $0.role == role }
    }
}

/// What a person changed in the guessed schema; kept beside the file as `<file>.schema.json`.
public struct SchemaCorrection: Sendable, Hashable, Codable {
    /// Column name → role.
    public var roles: [String: ColumnRole]
    /// Column name → unit.
    public var units: [String: String]
    /// What an event of the file is.
    public var eventKind: EventKind?
    /// Zone of times without one, as an IANA name.
    public var timeZone: String?
    /// Delimiter, encoding and the like, where corrected.
    public var dialect: DialectCorrection?
    /// What devices of the file are called in the others of its set; an empty list says that none is
    /// one of theirs, `nil` that no one was asked.
    public var deviceNames: [String: String]?

    /// Makes a correction; an empty one changes nothing.
    public init(
        roles: [String: ColumnRole] = [:], units: [String: String] = [:],
        eventKind: EventKind? = nil, timeZone: String? = nil, dialect: DialectCorrection? = nil,
        deviceNames: [String: String]? = nil
    ) {
        self.roles = roles
        self.units = units
        self.eventKind = eventKind
        self.timeZone = timeZone
        self.dialect = dialect
        self.deviceNames = deviceNames
    }
}
