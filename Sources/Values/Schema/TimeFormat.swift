/// How the times of a column are written.
public struct TimeFormat: Sendable, Hashable, Codable {
    /// The families of forms that are recognised.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// `2015-01-03 07:00:00`, `2015-01-03T07:00Z`, `2005-06-03-15.42.50.675872`, `2015/1/3`, `2005.06.03`.
        case yearFirst
        /// `03.01.2015 07:00`, `3/1/2015`.
        case dayFirst
        /// `1/3/2015 7:00 AM`.
        case monthFirst
        /// `20150103070000`.
        case compact
        case epochSeconds, epochMilliseconds, epochMicroseconds, epochNanoseconds
        /// A time of day, such as `07:00:00` or `18.00.00`, used beside a date.
        case timeOfDay
        /// `Nov 9 12:01:01 2005` and the like.
        case monthName
        /// Any other form; `layout` describes it field by field.
        case layout
        /// Hour and minute as one number, such as `950`, `0950` or `2400`, used beside a date.
        case clockNumber
        /// Hour, minute and second as one number without leading zeros, such as `95000`, `3000` or
        /// `0`.
        case clockNumberWithSeconds
        /// Days since 1899-12-30 on the wall clock: Excel (from 1 March 1900 on) and OLE Automation.
        case excelSerial1900
        /// Days since 1904-01-01 on the wall clock: Excel for the Macintosh.
        case excelSerial1904
        /// Seconds since 1904-01-01 UTC: LabVIEW, Macintosh.
        case macSeconds
        /// Units of 100 ns since 1601-01-01 UTC: Windows FILETIME.
        case fileTime
        /// Units of 100 ns since 0001-01-01, without a zone: `DateTime.Ticks` of .NET.
        case dotNetTicks
        /// Days since the year 0 on the wall clock: MATLAB `datenum`.
        case matlabDays
        /// Days since noon of 1 January 4713 BC, UTC.
        case julianDay
        /// Days since 1858-11-17, UTC.
        case modifiedJulianDay
        /// A number of `unitSeconds` since `origin`, or since the first row where no origin is
        /// known.
        case elapsed
        /// An elapsed time as hours, minutes and seconds: `0:00:05`, `49:40:00`, `1d 02:03:04`.
        case duration
    }
    /// The family of the form.
    public var form: Form
    /// Whether the values carry `Z` or an offset.
    public var hasZone: Bool
    /// The form as a person would write it, such as `YYYY-MM-DD hh:mm:ss`.
    public var pattern: String
    /// The fields of the form `layout`; `nil` for all others.
    public var layout: TimeLayout?
    /// The zone that all values name: `UTC`, `+01:00`, `Europe/Berlin`; `nil` where they name none
    /// or several.
    public var zoneName: String?
    /// Another way to read the values that they do not rule out, as a pattern or part of a
    /// sentence; `nil` where there is none.
    public var alternative: String?
    /// Start of counts, durations and times of day, in wall-clock seconds since 1970, from
    /// preamble, header or file name; `nil` without one. A time of day that falls by half a day or
    /// more belongs to the next day.
    public var origin: Double?
    /// The separator between beginning and end in one cell; the beginning is read. `nil` for single
    /// times.
    public var intervalSign: String?
    /// Seconds per unit of the form `elapsed`; `nil` for all others.
    public var unitSeconds: Double?
    /// Whether an empty cell repeats the date of the row above it.
    public var holdsBelow: Bool?

    /// By default the values carry no zone and nothing is unusual.
    public init(
        form: Form, hasZone: Bool = false, pattern: String, layout: TimeLayout? = nil,
        zoneName: String? = nil, alternative: String? = nil, origin: Double? = nil,
        intervalSign: String? = nil, unitSeconds: Double? = nil, holdsBelow: Bool? = nil
    ) {
        self.form = form
        self.hasZone = hasZone
        self.pattern = pattern
        self.layout = layout
        self.zoneName = zoneName
        self.alternative = alternative
        self.origin = origin
        self.intervalSign = intervalSign
        self.unitSeconds = unitSeconds
        self.holdsBelow = holdsBelow
    }
}

extension TimeFormat {
    /// Whether the values are times of day that need a date beside them.
    public var isTimeOfDay: Bool {
        if origin != nil { return false }
        return switch form {
        case .timeOfDay, .clockNumber, .clockNumberWithSeconds: true
        case .layout: layout?.hasDate == false
        default: false
        }
    }

    /// Whether the values are times of day, whatever they are counted from.
    public var isClock: Bool {
        form == .timeOfDay || form == .clockNumber || form == .clockNumberWithSeconds
            || layout?.hasDate == false
    }

    /// The year assumed for dates without one; `nil` where the values have a year.
    public var assumedYear: Int? { layout?.assumedYear?.year }

    /// Whether the values are plain numbers that count from some epoch.
    public var isCount: Bool {
        switch form {
        case .epochSeconds, .epochMilliseconds, .epochMicroseconds, .epochNanoseconds,
            .excelSerial1900, .excelSerial1904, .macSeconds, .fileTime, .dotNetTicks, .matlabDays,
            .julianDay, .modifiedJulianDay, .elapsed:
            true
        case .yearFirst, .dayFirst, .monthFirst, .compact, .timeOfDay, .monthName, .layout,
            .clockNumber, .clockNumberWithSeconds, .duration:
            false
        }
    }
}
