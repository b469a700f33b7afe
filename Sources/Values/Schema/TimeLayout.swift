/// The places of a written time, in the order in which they stand in every cell of a column.
///
/// Blanks, brackets, quotes and commas between the places do not count.
public struct TimeLayout: Sendable, Hashable, Codable {
    /// What stands at a place.
    public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
        /// Four digits.
        case year
        /// Two digits: 69 to 99 are 1969 to 1999 (POSIX).
        case yearOfCentury
        case month, monthName, day
        /// 1 to 366 (ISO 8601 ordinal date).
        case dayOfYear
        /// 1 to 53 (ISO 8601).
        case week
        /// 1 (Monday) to 7.
        case dayOfWeek
        /// Read over: the date says the same.
        case weekdayName
        case hour, minute
        /// With its fraction, where one is written.
        case second
        /// A fraction of the second that is set off by a colon.
        case fraction
        /// The mark of the first or second half of the day.
        case half
        /// `Z`, `UTC`, `CET`, `+0100`, `GMT-7`.
        case zone
        /// One sign.
        case sign
        /// A word, or one of several, that says nothing.
        case word
    }

    /// One place.
    public struct Part: Sendable, Hashable, Codable {
        /// What stands here.
        public var field: Field
        /// Digits of a number that is glued to the next one; `nil`: as many as there are.
        public var digits: Int?
        /// The sign, or the words that may stand here, in lower case.
        public var texts: [String]

        /// Makes a place.
        public init(_ field: Field, digits: Int? = nil, texts: [String] = []) {
            self.field = field
            self.digits = digits
            self.texts = texts
        }
    }

    /// The year of dates that name none.
    public struct AssumedYear: Sendable, Hashable, Codable {
        /// The year of the first date.
        public var year: Int
        /// Month × 100 + day of the first date; earlier ones of the calendar belong to the next year.
        public var firstDay: Int

        /// Makes the rule.
        public init(year: Int, firstDay: Int = 0) {
            self.year = year
            self.firstDay = firstDay
        }
    }

    /// The places in order.
    public var parts: [Part]
    /// Number of each month's names, 1 to 12.
    public var months: [String: Int]
    /// Number of each weekday's names, 0 = Monday.
    public var weekdays: [String: Int]
    /// Marks of the halves of the day: 0 before noon, 1 after, 2 around noon.
    public var halves: [String: Int]
    /// The year of dates without one.
    public var assumedYear: AssumedYear?
    /// The IANA name of the zone in which the values are wall times, where they all name it.
    public var zoneIdentifier: String?

    /// Makes a layout.
    public init(
        parts: [Part], months: [String: Int] = [:], weekdays: [String: Int] = [:],
        halves: [String: Int] = [:], assumedYear: AssumedYear? = nil, zoneIdentifier: String? = nil
    ) {
        self.parts = parts
        self.months = months
        self.weekdays = weekdays
        self.halves = halves
        self.assumedYear = assumedYear
        self.zoneIdentifier = zoneIdentifier
    }

    /// A day can be told, not just a time of day.
    public var hasDate: Bool {
        parts.contains { [.day, .dayOfYear, .week].contains($0.field) }
    }

    /// Whether a field stands in the layout.
    public func has(_ field: Field) -> Bool { parts.contains { $0.field == field } }
}
