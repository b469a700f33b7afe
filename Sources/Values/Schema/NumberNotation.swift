/// How the numbers of one column are written; decided once per column, never per cell.
public struct NumberNotation: Sendable, Hashable, Codable {
    /// The decimal sign is a comma.
    public var decimalComma: Bool
    /// The thousands sign's ASCII code (`,` `.` `'` or a space, which also stands for no-break spaces).
    public var grouping: UInt8?
    /// A number that stands for a missing value, such as −9999.
    public var sentinels: [Double]
    /// Text glued behind the number, such as `%` or ` °C`.
    public var suffix: String?
    /// All values are whole numbers.
    public var isInteger: Bool

    /// Makes a format; the default is a decimal point and nothing else.
    public init(
        decimalComma: Bool = false, grouping: UInt8? = nil, sentinels: [Double] = [],
        suffix: String? = nil, isInteger: Bool = false
    ) {
        self.decimalComma = decimalComma
        self.grouping = grouping
        self.sentinels = sentinels
        self.suffix = suffix
        self.isInteger = isInteger
    }
}

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
    }
    /// The family of forms.
    public var form: Form
    /// The values carry `Z` or an offset.
    public var hasZone: Bool
    /// How a person would write the form, such as `YYYY-MM-DD hh:mm:ss`.
    public var pattern: String

    /// Makes a time format.
    public init(form: Form, hasZone: Bool = false, pattern: String) {
        self.form = form
        self.hasZone = hasZone
        self.pattern = pattern
    }
}
