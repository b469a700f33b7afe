/// A date and time of day of the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Sendable, Hashable {
    package var date: CivilDate
    /// Seconds since midnight, 0 to 86,399 (fractions are dropped).
    package var secondOfDay: Int

    /// A wall time from parts, which are not checked.
    package init(year: Int, month: Int, day: Int, secondOfDay: Int = 0) {
        date = CivilDate(year: year, month: month, day: day)
        self.secondOfDay = secondOfDay
    }

    /// The time so many seconds after 1970-01-01 00:00; limited to the years 0 to 9999, and 1970
    /// for NaN. Fractions are rounded down.
    package init(secondsSince1970 seconds: Double) {
        let limited = seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799)
        let whole = Int(clamping: limited.rounded(.down))
        let day = (whole >= 0 ? whole : whole - 86_399) / 86_400
        date = CivilDate(daysSince1970: day)
        secondOfDay = whole - day * 86_400
    }

    /// Seconds since 1970-01-01 00:00.
    package var secondsSince1970: Double {
        Double(date.daysSince1970 * 86_400 + secondOfDay)
    }

    /// Day of the week, 0 = Monday.
    package var weekday: Int { date.weekday }

    /// Hour of the day, 0 to 23.
    package var hour: Int { secondOfDay / 3600 }
}

extension CivilTime {
    /// Reads `2015-01-03`, `2015-01-03 07:00` or `2015-01-03T07:00:30`; `nil` for anything else and
    /// for days that do not exist.
    ///
    /// - Returns: The time, and whether a time of day was given.
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

    /// `2015-01-03`, or `2015-01-03T07:00` with the time of day; seconds are added where they are
    /// not 0.
    package func isoText(withTime: Bool) -> String {
        let day =
            date.year.padded(to: 4) + "-" + date.month.padded(to: 2) + "-" + date.day.padded(to: 2)
        guard withTime else { return day }
        let (minutes, seconds) = (secondOfDay / 60, secondOfDay % 60)
        let clock = (minutes / 60).padded(to: 2) + ":" + (minutes % 60).padded(to: 2)
        return day + "T" + clock + (seconds == 0 ? "" : ":" + seconds.padded(to: 2))
    }
}
