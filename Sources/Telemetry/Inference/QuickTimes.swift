import Values

/// Reads a column of times by trying the usual forms one after the other.
struct QuickTimes {
    /// All cells read in one form; NaN where a cell is no such time.
    struct Reading {
        let form: TimeFormat.Form
        var values: [Double] = []
        var count = 0
        var absolute = 0
        var hasClock = false

        init(_ form: TimeFormat.Form, _ cells: [[UInt8]]) {
            self.form = form
            let parser = TimestampParser(form)
            values.reserveCapacity(cells.count)
            for cell in cells {
                guard let time = parser.parse(cell.span) else {
                    values.append(.nan)
                    continue
                }
                count += 1
                absolute += time.isAbsolute ? 1 : 0
                if time.seconds.truncatingRemainder(dividingBy: 86_400) != 0 { hasClock = true }
                values.append(time.seconds)
            }
        }
    }

    let reading: Reading
    /// The reading with day and month exchanged, where nothing decides between them.
    private let rival: Reading?
    /// The year has two digits, so it may be in another place.
    let isShort: Bool
    private let cells: [[UInt8]]

    private static let forms: [TimeFormat.Form] = [
        .yearFirst, .dayFirst, .monthFirst, .timeOfDay, .monthName, .compact,
    ]

    /// Takes the form in which most cells are times; `nil` where these are less than `least` tenths
    /// of the filled ones.
    init?(_ cells: [[UInt8]], filled: Int, least: Int, dayFirst: Bool?) {
        let probe = cells.lazy.filter { !$0.isEmpty }.prefix(40)
        let likely = Self.forms.filter { form in
            let parser = TimestampParser(form)
            return probe.count { parser.parse($0.span) != nil } * 2 > probe.count
        }
        let readings = likely.map { Reading($0, cells) }.filter { $0.count * 10 >= filled * least }
        guard let most = readings.map(\.count).max(), let example = probe.first else { return nil }
        let best = readings.filter { $0.count == most }
        guard var chosen = best.first else { return nil }
        let rivals = best.filter { $0.form == .dayFirst || $0.form == .monthFirst }
        var rival: Reading?
        if rivals.count == 2 {
            let order = TimeOrder(rivals[0].values).isBetter(than: TimeOrder(rivals[1].values))
            let useDay = dayFirst ?? order ?? DayOrder.usesDayFirst(example)
            chosen = rivals[useDay ? 0 : 1]
            if dayFirst == nil { rival = rivals[useDay ? 1 : 0] }
        }
        reading = chosen
        self.rival = rival
        isShort = Self.isShort(example, chosen.form)
        self.cells = cells
    }

    private static func isShort(_ example: [UInt8], _ form: TimeFormat.Form) -> Bool {
        guard form == .dayFirst || form == .monthFirst || form == .monthName else { return false }
        var index = 0
        while let token = TimeScanner.next(example.span, &index) {
            if token.kind == .number, token.digits == 4 { return false }
        }
        return true
    }

    /// The reading with its pattern and zone.
    func described(_ example: [UInt8]) -> TimeReading {
        let zones = reading.absolute > 0 ? ZoneCensus(cells.lazy.filter { !$0.isEmpty }) : nil
        return TimeReading(
            format: TimeFormat(
                form: reading.form, hasZone: reading.absolute * 2 > reading.count,
                pattern: Self.pattern(example, form: reading.form), zoneName: zones?.name,
                alternative: rival.map { Self.pattern(example, form: $0.form) }
                    ?? zones.flatMap { ZoneWords.doubt($0.words) }),
            values: reading.values, count: reading.count, hasClock: reading.hasClock)
    }

    /// What the layout grammar found, in the quick form where both read the same values.
    func settled(by layout: TimeReading, _ example: [UInt8]) -> TimeReading {
        let forms: [TimeFormat.Form] = [reading.form] + (rival.map { [$0.form] } ?? [])
        for form in forms {
            let other = form == reading.form ? reading : Reading(form, cells)
            let isSame = zip(other.values, layout.values).allSatisfy {
                $0 == $1 || $0.isNaN && $1.isNaN
            }
            guard isSame else { continue }
            var same = layout
            same.format.form = form
            same.format.layout = nil
            same.format.pattern = Self.pattern(example, form: form)
            return same
        }
        return layout
    }

    /// The form as a person would write it, such as `YYYY-MM-DD hh:mm:ss`, from an example.
    private static func pattern(_ example: [UInt8], form: TimeFormat.Form) -> String {
        var letters: [Character]
        switch form {
        case .yearFirst: letters = ["Y", "M", "D", "h", "m", "s", "f"]
        case .dayFirst: letters = ["D", "M", "Y", "h", "m", "s", "f"]
        case .monthFirst: letters = ["M", "D", "Y", "h", "m", "s", "f"]
        case .timeOfDay: letters = ["h", "m", "s", "f"]
        case .compact: return compactPattern(example)
        default: return String(decoding: example, as: UTF8.self)
        }
        var pattern = ""
        var isRun = false
        for byte in example {
            let isDigit = byte &- 0x30 < 10
            if isDigit, let letter = letters.first {
                pattern.append(letter)
            } else if isDigit {
                pattern.append("z")
            } else {
                if isRun, !letters.isEmpty { letters.removeFirst() }
                let isOffset = letters.count < 4 && (byte == 0x2B || byte == 0x2D)
                if isOffset, form != .timeOfDay, letters.first.map({ "sf".contains($0) }) ?? true {
                    letters = []
                }
                pattern.unicodeScalars.append(Unicode.Scalar(byte))
            }
            isRun = isDigit
        }
        return pattern
    }

    private static func compactPattern(_ example: [UInt8]) -> String {
        var letters = Array("YYYYMMDDhhmmss")[...]
        return String(
            example.map { byte in
                byte &- 0x30 < 10
                    ? letters.popFirst() ?? "f" : Character(Unicode.Scalar(byte))
            })
    }
}
