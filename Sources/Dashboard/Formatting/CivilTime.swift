import Values

/// A date and time of day of the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Sendable, Hashable {
    /// The year, 0 to 9999.
    package var year: Int
    /// The month, 1 to 12.
    package var month: Int
    /// The day, 1 to 31.
    package var day: Int
    /// Seconds since midnight, 0 to 86,399 (fractions are dropped).
    package var secondOfDay: Int

    /// Makes a time from parts that are known to be valid.
    package init(year: Int, month: Int, day: Int, secondOfDay: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// The time so many seconds after 1970-01-01 00:00; beyond the years 0 to 9999 and for what is
    /// not finite the nearest of these (1970 for NaN).
    ///
    /// Days to civil date by H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    package init(secondsSince1970 seconds: Double) {
        let limited = seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799)
        let whole = Int(clamping: limited.rounded(.down))
        let days = (whole - Self.modulo(whole, 86_400)) / 86_400
        let shifted = days + 719_468
        let era = (shifted - Self.modulo(shifted, 146_097)) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        secondOfDay = Self.modulo(whole, 86_400)
    }

    /// Seconds since 1970-01-01 00:00.
    package var secondsSince1970: Double {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear - Self.modulo(shiftedYear, 400)) / 400
        let yearOfEra = shiftedYear - era * 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Double((era * 146_097 + dayOfEra - 719_468) * 86_400 + secondOfDay)
    }

    /// The day of the week, Monday = 0.
    package var weekday: Int {
        let days = Int(clamping: (secondsSince1970 / 86_400).rounded(.down))
        return Self.modulo(days + 3, 7)
    }

    /// The hour, 0 to 23.
    package var hour: Int { secondOfDay / 3600 }

    private static func modulo(_ a: Int, _ b: Int) -> Int { ((a % b) + b) % b }
}

extension CivilTime {
    /// Reads `2015-01-03`, `2015-01-03 07:00`, `2015-01-03T07:00:30`; `nil` for anything else and
    /// for days that do not exist.
    ///
    /// - Returns: the time, and whether a time of day was given.
    package static func parse(_ text: String) -> (time: CivilTime, hasTime: Bool)? {
        let parts = text.split(
            maxSplits: 1, omittingEmptySubsequences: false,
            whereSeparator: { $0 == "T" || $0 == " " })
        guard let first = parts.first,
            let date = numbers(first, separator: "-", digits: [4, 2, 2]),
            (1...12).contains(date[1]), date[2] >= 1
        else { return nil }
        var time = CivilTime(year: date[0], month: date[1], day: date[2])
        // A day beyond the month's end would come back as another one.
        guard date[2] <= 31, CivilTime(secondsSince1970: time.secondsSince1970) == time else {
            return nil
        }
        guard parts.count == 2 else { return (time, false) }
        guard let clock = clockSeconds(parts[1]) else { return nil }
        time.secondOfDay = clock
        return (time, true)
    }

    private static func clockSeconds(_ text: Substring) -> Int? {
        let isLong = text.utf8.count > 5
        guard
            let clock = numbers(text, separator: ":", digits: isLong ? [2, 2, 2] : [2, 2]),
            clock[0] < 24, clock[1] < 60, clock.last.map({ $0 < 60 }) ?? false
        else { return nil }
        return clock[0] * 3600 + clock[1] * 60 + (isLong ? clock[2] : 0)
    }

    private static func numbers(
        _ text: Substring, separator: Character, digits: [Int]
    ) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == digits.count else { return nil }
        var values: [Int] = []
        for (part, count) in zip(parts, digits) {
            guard part.utf8.count == count, part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
                let value = Int(part)
            else { return nil }
            values.append(value)
        }
        return values
    }

    /// `2015-01-03`, or `2015-01-03T07:00` where the time of day matters.
    package func isoText(withTime: Bool) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let padding = String(repeating: "0", count: max(0, 4 - String(year).utf8.count))
        let date = padding + "\(year)-" + two(month) + "-" + two(day)
        guard withTime else { return date }
        let seconds = secondOfDay % 60
        let clock = two(secondOfDay / 3600) + ":" + two(secondOfDay / 60 % 60)
        return date + "T" + clock + (seconds == 0 ? "" : ":" + two(seconds))
    }
}
