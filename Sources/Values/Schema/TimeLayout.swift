/// The fields of a written time, in the order in which they stand in every cell of a column.
///
/// Blanks, brackets, quotes and commas between the fields are ignored.
public struct TimeLayout: Sendable, Hashable, Codable {
    /// What a field holds.
    public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
        /// Four digits.
        case year
        /// Two digits; 69 to 99 are 1969 to 1999 (POSIX).
        case yearOfCentury
        case month, monthName, day
        /// Day of the year, 1 to 366 (ISO 8601 ordinal date).
        case dayOfYear
        /// Week of the year, 1 to 53 (ISO 8601).
        case week
        /// Day of the week, 1 (Monday) to 7.
        case dayOfWeek
        /// Skipped: the date already says it.
        case weekdayName
        case hour, minute
        /// With a fraction, where one is written.
        case second
        /// Fraction of the second, separated by a colon.
        case fraction
        /// Before or after noon: `AM`, `PM`.
        case half
        /// `Z`, `UTC`, `CET`, `+0100`, `GMT-7`.
        case zone
        /// A literal character.
        case sign
        /// A word, or one of several, without meaning.
        case word
    }

    /// One field of the layout.
    public struct Part: Sendable, Hashable, Codable {
        /// What the field holds.
        public var field: Field
        /// Digits of a number without a separator before the next one; `nil` = as many as there
        /// are.
        public var digits: Int?
        /// The character or the words that may stand here, in lower case.
        public var texts: [String]

        /// `digits` limits a number, `texts` list what may stand for a sign or word.
        public init(_ field: Field, digits: Int? = nil, texts: [String] = []) {
            self.field = field
            self.digits = digits
            self.texts = texts
        }
    }

    /// The rule for dates without a year.
    public struct AssumedYear: Sendable, Hashable, Codable {
        /// The year of the first date.
        public var year: Int
        /// Month × 100 + day of the first date; dates that are earlier in the calendar belong to
        /// the next year.
        public var firstDay: Int

        /// By default all dates belong to `year`.
        public init(year: Int, firstDay: Int = 0) {
            self.year = year
            self.firstDay = firstDay
        }
    }

    /// The fields, in order.
    public var parts: [Part]
    /// Month by name, 1 to 12.
    public var months: [String: Int]
    /// Weekday by name, 0 = Monday.
    public var weekdays: [String: Int]
    /// Half of the day by its mark: 0 before noon, 1 after, 2 around noon.
    public var halves: [String: Int]
    /// The year for dates without one; `nil` where they have one.
    public var assumedYear: AssumedYear?
    /// IANA name of the zone in which the values are wall times; `nil` unless all of them name it.
    public var zoneIdentifier: String?

    /// Maps are from the words of the column, in lower case.
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

    /// Whether the fields determine a day, not just a time of day.
    public var hasDate: Bool {
        parts.contains { [.day, .dayOfYear, .week].contains($0.field) }
    }

    /// Whether the layout has a field of this sort.
    public func has(_ field: Field) -> Bool { parts.contains { $0.field == field } }
}
