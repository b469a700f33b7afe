/// Times with the month's name, in whatever order: `Nov 9 12:01:01 2005`, `Dec 8, 2022`,
/// `9-Nov-2005 12:01`, `Wed, 09 Nov 2005 12:01:01 +0000`, `09/Nov/2005:12:01:01 -0500`.
enum MonthNameTime {
    static func parse(_ cell: Span<UInt8>) -> ParsedTimestamp? {
        var parts = Parts()
        var index = 0
        while index < cell.count {
            let byte = cell[index]
            if byte &- 0x30 < 10 {
                guard parts.takeNumber(cell, &index) else { return nil }
            } else if [0x20, 0x09, 0x2C, 0x2D, 0x2E, 0x2F].contains(byte) {
                index += 1
            } else if byte == 0x3A, parts.year != nil {
                // Apache's logs have a colon between date and time.
                index += 1
            } else {
                let word = cell.word(&index)
                guard !word.isEmpty, parts.takeWord(word) else { return nil }
            }
        }
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let days = TimestampParser.days(year: year, month: month, day: day)
        else { return nil }
        guard let clock = parts.clock else {
            return ParsedTimestamp(seconds: Double(days) * 86_400, isAbsolute: false)
        }
        return clock.moment(on: days)
    }

    private struct Parts {
        var year: (value: Int, digits: Int)?
        var month: Int?
        var day: Int?
        var clock: ClockTime?

        mutating func takeNumber(_ cell: Span<UInt8>, _ index: inout Int) -> Bool {
            var probe = index
            guard let number = cell.integer(&probe, maximum: 4) else { return false }
            if number.digits <= 2, cell.byte(at: probe) == 0x3A {
                guard clock == nil, let time = ClockTime(cell, &index) else { return false }
                clock = time
                return true
            }
            index = probe
            if number.digits <= 2, day == nil {
                day = number.value
            } else if year == nil, number.digits == 4 || number.digits == 2 {
                year = number
            } else {
                return false
            }
            return true
        }

        mutating func takeWord(_ word: [UInt8]) -> Bool {
            let text = String(decoding: word, as: UTF8.self).lowercased()
            if let number = TimeWords.months[text], month == nil {
                month = number
                return true
            }
            return TimeWords.weekdays[text] != nil
        }
    }
}
