import Values

/// What the number format of a cell shows of a date (ECMA-376, part 1, 18.8.30).
enum DateFormatKind: Sendable, Hashable {
    case date, time, dateTime
    /// Hours, minutes or seconds beyond a day.
    case elapsed

    /// The kind of a built-in format; `nil` where it shows no date.
    init?(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        case 22: self = .dateTime
        case 46: self = .elapsed
        default: return nil
        }
    }

    /// The kind of a format as written: `yyyy\-mm\-dd hh:mm`, `[h]:mm`, `0.00 "min"`.
    init?(code: String) {
        let (letters, isElapsed) = Self.letters(code)
        if isElapsed {
            self = .elapsed
            return
        }
        guard letters != "general" else { return nil }
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("y") || letters.contains("d")
        // An m alone beside no hours is a month.
        let hasDate = hasDay || (letters.contains("m") && !hasTime)
        switch (hasDate, hasTime) {
        case (true, true): self = .dateTime
        case (true, false): self = .date
        case (false, true): self = .time
        case (false, false): return nil
        }
    }

    /// The letters of the first section that are no text, in lower case, and whether hours,
    /// minutes or seconds stand in square brackets.
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

/// Dates as workbooks count them: days since the end of 1899, or since 1904.
struct SerialDate: Sendable {
    /// The workbook counts from 1 January 1904.
    var is1904: Bool

    /// The ISO 8601 text of a serial number; `nil` where it is no date that the format could show.
    func text(_ serial: Double, _ kind: DateFormatKind) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        // Thousandths of a second, as far as the numbers are exact.
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

    /// The date of a day's number. In the 1900 system day 60 is 29 February 1900, which was none:
    /// days before it are one off.
    private func day(_ number: Int) -> String {
        let days = is1904 ? number - 24_107 : number - 25_569 + (number < 60 ? 1 : 0)
        let date = CivilDate(daysSince1970: days)
        let padded = String(10_000 + date.year).dropFirst()
        return "\(padded)-\(Self.two(date.month))-\(Self.two(date.day))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
