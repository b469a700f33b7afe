/// Times from a start as text: `49:40:00`, `0:00:05.25`, `1d 02:03:04.00`, `2.03:04:05`.
enum ElapsedText {
    /// Seconds, 0 or more; `nil` where the cell is no duration. Two parts are hours and minutes.
    /// Minutes and seconds are below 60; days come before a `d` or, as .NET writes them, a point.
    static func seconds(_ cell: Span<UInt8>) -> Double? {
        var index = 0
        guard var first = cell.integer(&index, maximum: 6) else { return nil }
        var days = 0
        let mark = cell.byte(at: index)
        if mark.map({ $0 | 0x20 }) == 0x64 || mark == 0x2E {
            days = first.value
            index += 1
            cell.skipBlanks(&index)
            guard let hour = cell.integer(&index, maximum: 2), hour.value < 24 else { return nil }
            first = hour
        }
        guard let minute = part(cell, &index) else { return nil }
        let second = part(cell, &index)
        var seconds = Double(days) * 86_400
        if let second {
            seconds += Double(first.value * 3_600 + minute * 60 + second)
        } else {
            seconds += Double(first.value * 3_600 + minute * 60)
        }
        if second != nil, let sign = cell.byte(at: index), sign == 0x2E || sign == 0x2C {
            index += 1
            guard let digits = cell.integer(&index, maximum: 9) else { return nil }
            var scale = 1.0
            for _ in 0..<digits.digits { scale *= 10 }
            seconds += Double(digits.value) / scale
        }
        return index == cell.count ? seconds : nil
    }

    /// Reads a colon and two digits below 60.
    private static func part(_ cell: Span<UInt8>, _ index: inout Int) -> Int? {
        guard cell.byte(at: index) == 0x3A else { return nil }
        var at = index + 1
        guard let value = cell.integer(&at, maximum: 2), value.digits == 2, value.value < 60 else {
            return nil
        }
        index = at
        return value.value
    }
}
