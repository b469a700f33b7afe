import Values

/// The parsed fields of one cell.
struct LayoutFields {
    var month: Int?
    /// Half of the day: 0 before noon, 1 after, 2 around noon.
    var half: Int?
    /// Seconds ahead of UTC; `nil` where the cell has no zone.
    var offset: Int?
    var fraction = 0.0
    /// As named, 0 = Monday; not checked against the date.
    var weekday: Int?
    private var year: Int?
    private var day: Int?
    private var dayOfYear: Int?
    private var week: Int?
    private var dayOfWeek = 1
    private var hour: Int?
    private var minute = 0
    private var second = 0

    /// Takes in a number; `false` where the field cannot have it.
    mutating func take(_ token: TimeToken, _ field: TimeLayout.Field) -> Bool {
        let value = token.value
        switch field {
        case .year:
            guard token.digits == 4 else { return false }
            // A year of the Buddhist era, 543 years ahead: no other calendar is so far on.
            year = value >= 2_400 ? value - 543 : value
        case .yearOfCentury:
            guard token.digits == 2 else { return false }
            year = value + (value < 69 ? 2_000 : 1_900)
        case .fraction: fraction = token.fraction
        case .dayOfYear, .week, .dayOfWeek: return takeOrdinal(value, field)
        case .month, .day, .hour, .minute, .second:
            guard token.digits <= 2 else { return false }
            takeShort(value, field)
        case .monthName, .weekdayName, .half, .zone, .sign, .word: return false
        }
        return true
    }

    private mutating func takeShort(_ value: Int, _ field: TimeLayout.Field) {
        switch field {
        case .month: month = value
        case .day: day = value
        case .hour: hour = value
        case .minute: minute = value
        default: second = value
        }
    }

    private mutating func takeOrdinal(_ value: Int, _ field: TimeLayout.Field) -> Bool {
        switch field {
        case .dayOfYear: dayOfYear = value
        case .week: week = value
        default: dayOfWeek = value
        }
        return value >= 1
    }

    /// The time of these fields; `nil` where there is no such date or time of day.
    func time(hasDate: Bool, assumed: TimeLayout.AssumedYear?) -> ParsedTimestamp? {
        guard let clock = secondOfDay else { return nil }
        guard hasDate else {
            return hour == nil ? nil : ParsedTimestamp(seconds: clock, isAbsolute: false)
        }
        guard let days = days(assumed) else { return nil }
        return ParsedTimestamp(
            seconds: Double(days) * 86_400 + clock - Double(offset ?? 0), isAbsolute: offset != nil)
    }

    private var secondOfDay: Double? {
        guard var hour else { return 0 }
        guard minute <= 59, second <= 60 else { return nil }
        if let half {
            guard (0...12).contains(hour) else { return nil }
            // Around noon 10 and 11 are before it, 12 and 1 to 9 after.
            let isLate = half == 1 || half == 2 && (hour == 12 || hour < 10)
            hour = hour % 12 + (isLate ? 12 : 0)
        }
        guard hour < 24 || hour == 24 && minute == 0 && second == 0 else { return nil }
        return Double(hour * 3_600 + minute * 60 + second) + fraction
    }

    /// Days since 1970; `nil` where fields are missing or there is no such date.
    func days(_ assumed: TimeLayout.AssumedYear?) -> Int? {
        if let week, let year { return Self.days(year: year, week: week, day: dayOfWeek) }
        if let dayOfYear, let year {
            guard let first = TimestampParser.days(year: year, month: 1, day: 1),
                CivilDate(daysSince1970: first + dayOfYear - 1).year == year
            else { return nil }
            return first + dayOfYear - 1
        }
        guard let month, let day else { return nil }
        if let year { return TimestampParser.days(year: year, month: month, day: day) }
        guard let assumed else { return nil }
        let isNext = month * 100 + day < assumed.firstDay
        return TimestampParser.days(
            year: assumed.year + (isNext ? 1 : 0), month: month, day: day)
    }

    /// The day of an ISO 8601 week: week 1 has 4 January and begins on Monday; week 53 exists where
    /// its Thursday is in the year.
    private static func days(year: Int, week: Int, day: Int) -> Int? {
        guard week <= 53, day <= 7, let fourth = TimestampParser.days(year: year, month: 1, day: 4)
        else { return nil }
        let monday = fourth - CivilDate.weekday(daysSince1970: fourth) + (week - 1) * 7
        guard CivilDate(daysSince1970: monday + 3).year == year else { return nil }
        return monday + day - 1
    }
}
