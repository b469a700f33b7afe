/// A time of day as written, with its zone: `15:42:50.675872`, `7:00 AM`, `14:41:12-0500`.
struct ClockTime {
    /// Seconds since midnight, below 86,401: 24:00 and leap seconds are possible.
    private(set) var seconds: Double
    /// Seconds ahead of UTC; `nil` where no zone is written.
    private(set) var zone: Int?
    /// Whether minutes are written, not just the hour.
    private(set) var hasMinutes: Bool

    /// Reads `hh[:mm[:ss[.fraction]]] [AM|PM] [zone]`, also with points as separators, and moves
    /// `index` past it.
    init?(_ cell: Span<UInt8>, _ index: inout Int) {
        guard let hour = cell.integer(&index, maximum: 2) else { return nil }
        var minute = 0
        var second = 0.0
        hasMinutes = false
        if let sign = cell.byte(at: index), sign == 0x3A || sign == 0x2E {
            index += 1
            guard let value = cell.integer(&index, maximum: 2), value.digits == 2 else {
                return nil
            }
            minute = value.value
            hasMinutes = true
            if cell.byte(at: index) == sign {
                index += 1
                guard let value = Self.secondsAndFraction(cell, &index) else { return nil }
                second = value
            }
        }
        guard minute <= 59, second < 61, let hour = Self.hour(hour.value, cell, &index),
            hour < 24 || (hour == 24 && minute == 0 && second == 0)
        else { return nil }
        seconds = Double(hour * 3_600 + minute * 60) + second
        guard Self.zone(cell, &index, into: &zone) else { return nil }
    }

    /// Reads `hhmm[ss[fff]][zone]`, without separators.
    init?(compact cell: Span<UInt8>, _ index: inout Int) {
        guard let hour = cell.integer(&index, maximum: 2), hour.digits == 2,
            let minute = cell.integer(&index, maximum: 2), minute.digits == 2,
            hour.value <= 23, minute.value <= 59
        else { return nil }
        var second = 0.0
        if let value = cell.integer(&index, maximum: 2) {
            guard value.digits == 2, value.value <= 60 else { return nil }
            second = Double(value.value)
            if cell.byte(at: index) == 0x2E { index += 1 }
            second += Self.fraction(cell, &index)
        }
        hasMinutes = true
        seconds = Double(hour.value * 3_600 + minute.value * 60) + second
        guard Self.zone(cell, &index, into: &zone) else { return nil }
    }

    /// The moment on a day, given in days since 1970; in UTC where a zone is written.
    func moment(on days: Int) -> ParsedTimestamp {
        ParsedTimestamp(
            seconds: Double(days) * 86_400 + seconds - Double(zone ?? 0), isAbsolute: zone != nil)
    }

    private static func secondsAndFraction(_ cell: Span<UInt8>, _ index: inout Int) -> Double? {
        guard let whole = cell.integer(&index, maximum: 2) else { return nil }
        guard let sign = cell.byte(at: index), sign == 0x2E || sign == 0x2C || sign == 0x3A,
            let next = cell.byte(at: index + 1), next &- 0x30 < 10
        else { return Double(whole.value) }
        index += 1
        return Double(whole.value) + fraction(cell, &index)
    }

    /// The digits after a decimal sign as a fraction; those after the twelfth are skipped.
    private static func fraction(_ cell: Span<UInt8>, _ index: inout Int) -> Double {
        guard let value = cell.integer(&index, maximum: 12) else { return 0 }
        while let byte = cell.byte(at: index), byte &- 0x30 < 10 { index += 1 }
        var scale = 1.0
        for _ in 0..<value.digits { scale *= 10 }
        return Double(value.value) / scale
    }

    /// The hour of the day by AM and PM (also `a.m.`) where they follow; `nil` where these do not
    /// fit.
    private static func hour(_ hour: Int, _ cell: Span<UInt8>, _ index: inout Int) -> Int? {
        var at = index
        cell.skipBlanks(&at)
        guard let letter = cell.byte(at: at).map({ $0 | 0x20 }), letter == 0x61 || letter == 0x70
        else { return hour }
        at += 1
        if cell.byte(at: at) == 0x2E { at += 1 }
        guard let next = cell.byte(at: at), next | 0x20 == 0x6D else { return hour }
        at += 1
        if cell.byte(at: at) == 0x2E { at += 1 }
        guard (1...12).contains(hour) else { return nil }
        index = at
        return hour % 12 + (letter == 0x70 ? 12 : 0)
    }

    /// Reads `Z`, `UTC`, `GMT`, a usual abbreviation, or an offset such as `+05:30`, `-0500`,
    /// `+01`; false for an impossible offset, true also where there is none.
    private static func zone(_ cell: Span<UInt8>, _ index: inout Int, into zone: inout Int?) -> Bool
    {
        var at = index
        cell.skipBlanks(&at)
        guard let byte = cell.byte(at: at) else { return true }
        if byte == 0x2B || byte == 0x2D {
            at += 1
            guard let hour = cell.integer(&at, maximum: 2), hour.value <= 15 else { return true }
            if cell.byte(at: at) == 0x3A { at += 1 }
            let minute = cell.integer(&at, maximum: 2)?.value ?? 0
            guard minute <= 59 else { return false }
            zone = (hour.value * 3_600 + minute * 60) * (byte == 0x2D ? -1 : 1)
            index = at
        } else {
            let name = cell.word(&at)
            guard let offset = abbreviations[String(decoding: name, as: UTF8.self)] else {
                return true
            }
            zone = offset
            index = at
        }
        return true
    }

    private static let abbreviations = [
        "z": 0, "utc": 0, "gmt": 0, "est": -18_000, "edt": -14_400, "cst": -21_600, "cdt": -18_000,
        "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200, "cet": 3_600, "cest": 7_200,
        "eet": 7_200, "eest": 10_800, "msk": 10_800, "jst": 32_400,
    ]
}
