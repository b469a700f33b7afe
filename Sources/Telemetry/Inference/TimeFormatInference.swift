import Values

/// Decides, once per column, how its times are written.
struct TimeFormatInference {
    let format: TimeFormat
    /// Share of the filled cells that are times in this form.
    let share: Double
    /// Epoch seconds, wall seconds or seconds since midnight by row; NaN where there is none.
    let values: [Double]
    /// The values carry a time of day, not just a date.
    let hasClock: Bool
    /// Day and month could be exchanged in all values.
    let isAmbiguous: Bool

    private static let calendarForms: [TimeFormat.Form] = [
        .yearFirst, .dayFirst, .monthFirst, .timeOfDay, .monthName, .compact,
    ]
    private static let epochForms: [TimeFormat.Form] = [
        .epochSeconds, .epochMilliseconds, .epochMicroseconds, .epochNanoseconds,
    ]

    /// The best form for the cells; `nil` where most are no times.
    ///
    /// Plain numbers are taken for epochs only where `named` says that the column's name speaks of
    /// time: a counter of bytes may well stand at 1,400,000,000.
    init?(_ cells: [[UInt8]], filled: Int, named: Bool, dayFirst: Bool?) {
        let probe = cells.filter { !$0.isEmpty }
        // Under a name that speaks of time the rest is rather damage.
        let least = named ? 5 : 8
        guard filled > 0, let first = probe.first else { return nil }
        let candidates = Self.calendarForms + (named ? Self.epochForms : [])
        let likely = candidates.filter { form in
            let parser = TimestampParser(form)
            let sample = probe.prefix(40)
            let hits = sample.filter { parser.parse($0.span) != nil }.count
            return hits * 2 > sample.count
        }
        let readings = likely.map { Reading($0, cells) }.filter { $0.count * 10 >= filled * least }
        guard let most = readings.map(\.count).max() else { return nil }
        let best = readings.filter { $0.count == most }
        guard var chosen = best.first else { return nil }
        let rivals = best.filter { $0.form == .dayFirst || $0.form == .monthFirst }
        if rivals.count == 2 {
            let useDay = dayFirst ?? Self.prefersDayFirst(rivals[0], rivals[1], example: first)
            chosen = rivals[useDay ? 0 : 1]
        }
        isAmbiguous = rivals.count == 2 && dayFirst == nil
        values = chosen.values
        share = Double(chosen.count) / Double(filled)
        hasClock = chosen.hasClock
        let isEpoch = Self.epochForms.contains(chosen.form)
        format = TimeFormat(
            form: chosen.form, hasZone: chosen.absolute * 2 > chosen.count,
            pattern: isEpoch ? chosen.form.rawValue : Self.pattern(first, form: chosen.form))
    }

    /// All cells read in one form.
    private struct Reading {
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

        /// Steps against the order of the rows, and the whole span.
        var disorder: (backward: Int, span: Double) {
            let present = values.filter { !$0.isNaN }
            let backward = zip(present, present.dropFirst()).filter { $0 > $1 }.count
            return (backward, (present.max() ?? 0) - (present.min() ?? 0))
        }
    }

    /// The reading whose rows are in better order; else by the usage of the sign.
    private static func prefersDayFirst(
        _ day: Reading, _ month: Reading, example: [UInt8]
    ) -> Bool {
        let (byDay, byMonth) = (day.disorder, month.disorder)
        if byDay.backward != byMonth.backward { return byDay.backward < byMonth.backward }
        // Readings that lie close together rather than in steps of whole months.
        if byDay.span * 4 < byMonth.span { return true }
        if byMonth.span * 4 < byDay.span { return false }
        // 3/1/2015 is American, 03/01/2015, 03.01.2015 and 03-01-2015 are not.
        let isPadded = example.count > 2 && example[2] == 0x2F
        return !example.contains(0x2F) || isPadded
    }

    /// The form as a person would write it, from an example: `YYYY-MM-DD hh:mm:ss`.
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
