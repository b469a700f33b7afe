import Values

/// A date of the proleptic Gregorian calendar.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// The year; 0 is 1 BC.
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
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

    /// 0 = Monday.
    public var weekday: Int { Self.weekday(daysSince1970: daysSince1970) }

    /// The weekday of a day, 0 = Monday; 1970-01-01 was a Thursday.
    public static func weekday(daysSince1970 days: Int) -> Int { (days % 7 + 10) % 7 }

    /// The first day of the month that many months later.
    public func firstOfMonth(adding months: Int = 0) -> CivilDate {
        let index = year * 12 + month - 1 + months
        let year = (index >= 0 ? index : index - 11) / 12
        return CivilDate(year: year, month: index - year * 12 + 1, day: 1)
    }

    /// Dates in calendar order.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarZone {
    /// Days since 1970-01-01 and seconds since midnight, on the wall; 1970 for NaN, and beyond some
    /// 30,000 years the last of them.
    public func daysAndSeconds(at time: Double) -> (days: Int, seconds: Double) {
        let wall = wall(time.isNaN ? 0 : min(max(time, -1e12), 1e12))
        let days = (wall / 86_400).rounded(.down)
        return (Int(clamping: days), wall - days * 86_400)
    }

    /// The date on the wall.
    public func date(at time: Double) -> CivilDate {
        CivilDate(daysSince1970: daysAndSeconds(at: time).days)
    }

    /// The hour on the wall, 0 to 23.
    public func hour(at time: Double) -> Int {
        Int(clamping: daysAndSeconds(at: time).seconds / 3_600)
    }

    /// The weekday on the wall, 0 = Monday.
    public func weekday(at time: Double) -> Int {
        CivilDate.weekday(daysSince1970: daysAndSeconds(at: time).days)
    }

    /// The moment a day begins: midnight, or the first moment after it where the clock skips it.
    public func start(ofDay daysSince1970: Int) -> Double {
        time(ofWall: Double(daysSince1970) * 86_400)
    }

    /// The beginning of the calendar unit that holds a time; weeks begin on Monday.
    ///
    /// `TimeStep.width` is no calendar unit: the time itself is given back.
    public func start(of step: TimeStep, at time: Double) -> Double {
        let (days, seconds) = daysAndSeconds(at: time)
        switch step {
        case .width: return time
        case .hour: return time - seconds.truncatingRemainder(dividingBy: 3_600)
        case .day: return start(ofDay: days)
        case .week: return start(ofDay: days - CivilDate.weekday(daysSince1970: days))
        case .month: return start(ofDay: date(at: time).firstOfMonth().daysSince1970)
        }
    }

    /// The beginning of the calendar unit after the one that begins at `start`.
    public func next(_ step: TimeStep, after start: Double) -> Double {
        let days = daysAndSeconds(at: start).days
        switch step {
        case .width(let width): return start + width
        case .hour: return start + 3_600
        case .day: return self.start(ofDay: days + 1)
        case .week: return self.start(ofDay: days + 7)
        case .month:
            return self.start(ofDay: date(at: start).firstOfMonth(adding: 1).daysSince1970)
        }
    }
}
