/// A date of the proleptic Gregorian calendar.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// The year; 0 is 1 BC.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, 1 to 31.
    public var day: Int

    /// Makes a date from its parts, which are not checked.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date a number of days after 1970-01-01.
    ///
    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
    public init(daysSince1970 days: Int) {
        let shifted = min(max(days, -1_000_000_000), 1_000_000_000) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01 (Hinnant, days_from_civil).
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day of the week, 0 = Monday.
    public var weekday: Int { Self.weekday(daysSince1970: daysSince1970) }

    /// The weekday of a day, 0 = Monday; 1970-01-01 was a Thursday.
    public static func weekday(daysSince1970 days: Int) -> Int { (days % 7 + 10) % 7 }

    /// The first day of the month that lies so many months later, or earlier where negative.
    public func firstOfMonth(adding months: Int = 0) -> CivilDate {
        let index = year * 12 + month - 1 + months
        let year = (index >= 0 ? index : index - 11) / 12
        return CivilDate(year: year, month: index - year * 12 + 1, day: 1)
    }

    /// Chronological order.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
