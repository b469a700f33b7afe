import Values

/// What a cell's number format shows of a date (ECMA-376, part 1, 18.8.30).
enum DateFormatKind: Sendable, Hashable {
    case date, time, dateTime
    /// Hours, minutes or seconds that may go beyond a day.
    case elapsed

    /// The kind of a built-in format number; `nil` where it shows no date.
    init?(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        case 22: self = .dateTime
        case 46: self = .elapsed
        default: return nil
        }
    }

    /// The kind of a format code such as `yyyy\-mm\-dd hh:mm` or `[h]:mm`; `nil` for `0.00 "min"`
    /// and others without a date.
    init?(code: String) {
        let (letters, isElapsed) = Self.letters(code)
        if isElapsed {
            self = .elapsed
            return
        }
        guard letters != "general" else { return nil }
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("y") || letters.contains("d")
        // An m without hours or seconds is a month, else minutes.
        let hasDate = hasDay || (letters.contains("m") && !hasTime)
        switch (hasDate, hasTime) {
        case (true, true): self = .dateTime
        case (true, false): self = .date
        case (false, true): self = .time
        case (false, false): return nil
        }
    }

    /// The letters of the first section outside quotes, escapes and brackets, in lower case, `am`
    /// as `h`; and whether hours, minutes or seconds stand in square brackets.
    private static func letters(_ code: String) -> (String, isElapsed: Bool) {
        var letters = ""
        var isElapsed = false
        var characters = code.makeIterator()
        while let character = characters.next() {
            switch character {
            case ";": return (letters, isElapsed)
            case "\"": while let inner = characters.next(), inner != "\"" {}
            case "\\", "_", "*": _ = characters.next()
            case "[":
                var inside = ""
                while let inner = characters.next(), inner != "]" { inside.append(inner) }
                let isClock = !inside.isEmpty && Set(inside.lowercased()).count == 1
                if isClock, "hms".contains(inside.lowercased().prefix(1)) { isElapsed = true }
            default:
                if character.isLetter { letters += character.lowercased() }
            }
        }
        return (letters.replacing("am", with: "h").replacing("pm", with: ""), isElapsed)
    }
}

/// Dates as workbooks count them: in days, from the end of 1899 or from 1904 on.
struct SerialDate: Sendable {
    /// Day 0 is 1 January 1904.
    var is1904: Bool

    /// The text of a serial number, ISO 8601 but for a space before the time of day; hours may go
    /// beyond 24 where the kind is `elapsed`. `nil` below 0, from year 10,000 on, and where it is
    /// not finite.
    func text(_ serial: Double, _ kind: DateFormatKind) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        // Milliseconds, since the numbers are not exact beyond.
        var milliseconds = Int(clamping: (serial * 86_400_000).rounded())
        if kind == .elapsed { return clock(milliseconds) }
        let dayLength = 86_400_000
        let clockPart = milliseconds % dayLength
        milliseconds -= clockPart
        if kind == .time, serial < 1 { return clock(clockPart) }
        let date = day(milliseconds / dayLength)
        return kind == .date && clockPart == 0 ? date : "\(date) \(clock(clockPart))"
    }

    private func clock(_ milliseconds: Int) -> String {
        let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
        let text = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Self.two)
        let fraction = rest == 0 ? "" : "." + String(String(1000 + rest).dropFirst())
        return text.joined(separator: ":") + fraction
    }

    /// The date of a day's number. The 1900 system has a 29 February 1900 that never was, day 60:
    /// the numbers before it are off by one.
    private func day(_ number: Int) -> String {
        let days = is1904 ? number - 24_107 : number - 25_569 + (number < 60 ? 1 : 0)
        let date = CivilDate(daysSince1970: days)
        let padded = String(10_000 + date.year).dropFirst()
        return "\(padded)-\(Self.two(date.month))-\(Self.two(date.day))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
