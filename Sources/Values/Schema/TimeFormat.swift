/// How the times of one column are written.
public struct TimeFormat: Sendable, Hashable, Codable {
    /// The accepted families of forms.
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
        /// `07:00:00`, `18.00.00`: a time of day, used beside a date.
        case timeOfDay
        /// `Nov 9 12:01:01 2005` and the like.
        case monthName
        /// Any other writing, place by place as `layout` says.
        case layout
        /// `950`, `0950`, `2400`: hour and minute as one number, used beside a date.
        case clockNumber
        /// `95000`, `3000`, `0`: hour, minute and second as one number that has lost its zeros.
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
        /// A number of units of `unitSeconds` from `origin`, or from the first row where none is known.
        case elapsed
        /// `0:00:05`, `49:40:00`, `1d 02:03:04`: the same in hours, minutes and seconds.
        case duration
    }
    /// The family of forms.
    public var form: Form
    /// The values carry `Z` or an offset.
    public var hasZone: Bool
    /// How a person would write the form, such as `YYYY-MM-DD hh:mm:ss`.
    public var pattern: String
    /// The places of the form `layout`; `nil` in all others.
    public var layout: TimeLayout?
    /// The zone that all values name: `UTC`, `+01:00`, `Europe/Berlin`; `nil` where they name none
    /// or several.
    public var zoneName: String?
    /// Another way in which the values can be read, as a pattern or a sentence's part, where they
    /// themselves do not decide.
    public var alternative: String?
    /// Seconds since 1970 on the wall clock from which counts, durations and times of day go on: what
    /// preamble, header or file name say. A time of day that falls by half a day or more is the next
    /// day's.
    public var origin: Double?
    /// What stands between beginning and end of an interval in one cell; the beginning is read.
    public var intervalSign: String?
    /// Seconds of a unit of the form `elapsed`.
    public var unitSeconds: Double?
    /// An empty cell has the date of the row above it.
    public var holdsBelow: Bool?

    /// Makes a time format.
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
    /// The values are times of day, which need a date beside them.
    public var isTimeOfDay: Bool {
        if origin != nil { return false }
        return switch form {
        case .timeOfDay, .clockNumber, .clockNumberWithSeconds: true
        case .layout: layout?.hasDate == false
        default: false
        }
    }

    /// The values are times of day that go on from day to day.
    public var isClock: Bool {
        form == .timeOfDay || form == .clockNumber || form == .clockNumberWithSeconds
            || layout?.hasDate == false
    }

    /// The year given to dates that name none; `nil` where the values name the year.
    public var assumedYear: Int? { layout?.assumedYear?.year }

    /// The values are plain numbers that count from some epoch.
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
