/// What a column is used for.
public enum ColumnRole: String, Sendable, Hashable, Codable, CaseIterable {
    case time, device, metric
    /// The name of what the row's value measures, in a long table.
    case signal
    case code, severity, label, attribute, ignore
}

/// What the rows of a table are.
public enum FileShape: String, Sendable, Hashable, Codable, CaseIterable {
    /// Readings of devices over time.
    case telemetry
    /// Events: something that happened.
    case events
    /// States with a beginning and an end, counted from the beginning.
    case intervals
    /// One row per device without a time: attributes of the devices.
    case devices
    /// Neither times nor repeated devices: each row is a unit of its own.
    case table
}

/// How the cells of a column are parsed.
public enum ColumnType: Sendable, Hashable, Codable {
    case number(NumberNotation)
    case time(TimeFormat)
    /// `0`/`1`, `true`/`false`, `yes`/`no`. In the role code, the column's name is the code of its
    /// true rows.
    case flag
    case text
}

/// One column of a file: its role, how it is parsed, and why.
public struct ColumnSchema: Sendable, Hashable, Codable {
    /// The name from the header, made unique within the file; `column 3` where there is none.
    public var name: String
    /// Its position in the row, from 0.
    public var index: Int
    /// What the column is used for.
    public var role: ColumnRole
    /// How its cells are parsed.
    public var type: ColumnType
    /// The unit, from the header, a row of units or the cells; `nil` where none is named.
    public var unit: String?
    /// Why this role was chosen.
    public var reason: RoleReason
    /// Confidence in the role, from 0 (a guess) to 1 (certain).
    public var confidence: Double
    /// The first few distinct values, as written.
    public var examples: [String]
    /// Share of the sample's filled cells that fit the type, 0…1.
    public var fit: Double
    /// Texts of this column that mean "nothing happened", beside the usual ones (empty, `-`,
    /// `none`, `null`), such as a code `0` in most rows.
    public var absentValues: [String]
    /// Whether the number only rises except for resets (energy, operating hours, starts); its rise
    /// per hour is then the reading.
    public var isCounter: Bool

    /// The defaults are certain, fully fitting and not a counter.
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

/// Where the time of a row comes from. Columns are given by index.
public enum TimeOrigin: Sendable, Hashable, Codable {
    /// One column with the whole timestamp.
    case column(Int)
    /// A date column and a time-of-day column.
    case dateAndTime(date: Int, time: Int)
    /// Year, month, day and, where present, hour, minute and second, one column each.
    case parts([Int])
    /// A counter (cycle, step), not a date.
    case cycle(Int)
    /// No time: the number of the row.
    case rowNumber
}

/// Where the device of a row comes from. Columns are given by index.
public enum DeviceOrigin: Sendable, Hashable, Codable {
    case column(Int)
    /// Several columns together, joined by ` / `.
    case composite([Int])
    /// No column: the file is one device.
    case fileName
    /// Each row is a unit (a table without time), named by the column or, where it is `nil`, by the
    /// row number.
    case eachRow(Int?)
}

/// How one file is read: its dialect and its columns.
public struct FileSchema: Sendable, Hashable, Codable {
    /// How the text is split into cells.
    public var dialect: CSVDialect
    /// All columns, in the order of the file.
    public var columns: [ColumnSchema]
    /// What the rows are.
    public var shape: FileShape
    /// The kind of the file's events, unless a severity decides it per row.
    public var eventKind: EventKind
    /// Where the time of a row comes from.
    public var time: TimeOrigin
    /// Where the device of a row comes from.
    public var device: DeviceOrigin
    /// What a reader should know beyond the reasons of the columns.
    public var notes: [SchemaNote]
    /// The zone that a person set for times without one; `nil` = that of the options.
    public var timeZone: String?
    /// The signals of a long table; `nil` where each metric column is a signal.
    public var signals: SignalNames?
    /// Index of the column with the end, where rows are states that last; `nil` without one.
    public var end: Int?
    /// Columns that say which values count as missing.
    public var qualities: [RowQuality]
    /// What header and preamble say about all rows.
    public var facts: FileFacts
    /// What the data leave open and no correction has settled.
    public var questions: [SchemaQuestion]

    /// By default nothing is noted, open or unusual.
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

    /// The columns with a role, in the order of the file.
    public func columns(_ role: ColumnRole) -> [ColumnSchema] {
        columns.filter { $0.role == role }
    }
}

/// What a person changed in the inferred schema; kept beside the file as `<file>.schema.json`.
public struct SchemaCorrection: Sendable, Hashable, Codable {
    /// Roles by column name.
    public var roles: [String: ColumnRole]
    /// Units by column name.
    public var units: [String: String]
    /// The kind of the file's events; `nil` = inferred.
    public var eventKind: EventKind?
    /// IANA name of the zone for times without one; `nil` = that of the options.
    public var timeZone: String?
    /// Corrected parts of the dialect; `nil` = none.
    public var dialect: DialectCorrection?
    /// This file's names for devices, mapped to those of the set's other files; empty where a
    /// person said that the devices are different, `nil` where nobody was asked.
    public var deviceNames: [String: String]?

    /// By default nothing is changed.
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
