import Values

/// Decides once per column how its times are written.
struct TimeFormatInference {
    let format: TimeFormat
    /// Share of the filled cells that are times in this form, 0…1.
    let share: Double
    /// By row epoch seconds, wall-clock seconds or seconds since midnight, as `format` says; NaN
    /// where a cell is no time.
    let values: [Double]
    /// Some value has a time of day other than midnight.
    let hasClock: Bool
    /// The values have another reading, such as day and month exchanged: `format.alternative`.
    let isAmbiguous: Bool

    /// What is known of a column besides its cells.
    struct Header {
        /// The column's name speaks of time.
        var isNamed = false
        var words: Set<String> = []
        var unit: String?
    }

    /// The best form for the cells; `nil` where too few are times: under 80 %, or 50 % where the
    /// name speaks of time (`named`).
    ///
    /// Plain numbers count as epochs only with such a name: a counter of bytes may well be at
    /// 1,400,000,000.
    init?(_ cells: [[UInt8]], filled: Int, named: Bool, dayFirst: Bool?) {
        self.init(cells, filled: filled, header: Header(isNamed: named), dayFirst: dayFirst)
    }

    /// The same with all that the header says.
    init?(_ cells: [[UInt8]], filled: Int, header: Header, dayFirst: Bool?) {
        // Under a name that speaks of time, what is no time is more likely damage.
        let least = header.isNamed ? 5 : 8
        guard filled > 0, let first = cells.first(where: { !$0.isEmpty }) else { return nil }
        let quick = QuickTimes(cells, filled: filled, least: least, dayFirst: dayFirst)
        let counted = header.isNamed || Self.mayCountDays(first) ? Self.counted(cells, header) : nil
        // The grammar is slower: it is tried where the usual forms fail or leave a doubt.
        let isEnough = (quick?.reading.count ?? 0) * 50 >= filled * 49 && quick?.isShort == false
        let isCount = (counted?.count ?? 0) * 50 >= filled * 49 && !Self.mayBeDigits(first)
        let layout =
            isEnough || isCount
            ? nil : Self.layout(cells, isNamed: header.isNamed, dayFirst: dayFirst)
        let single = Self.best(quick, counted, layout, first)
        let isSingle = (single?.count ?? 0) * 10 >= filled * least
        guard let chosen = isSingle ? single : Self.beginnings(cells, dayFirst: dayFirst),
            chosen.count * 10 >= filled * least
        else { return nil }
        values = chosen.values
        share = Double(chosen.count) / Double(filled)
        hasClock = chosen.hasClock
        format = chosen.format
        isAmbiguous = chosen.format.alternative != nil
    }

    private static let intervalSigns = [" - ", " \u{2013} ", " bis ", " to ", " / ", "/"]

    /// The beginnings of intervals, where cells hold beginning and end.
    private static func beginnings(_ cells: [[UInt8]], dayFirst: Bool?) -> TimeReading? {
        guard let example = cells.first(where: { !$0.isEmpty }), (10...80).contains(example.count)
        else { return nil }
        let text = String(decoding: example, as: UTF8.self)
        for sign in intervalSigns where text.contains(sign) {
            let parts = cells.map { cell -> [String] in
                let text = String(decoding: cell, as: UTF8.self)
                guard let range = text.firstRange(of: sign) else { return [] }
                return [String(text[..<range.lowerBound]), String(text[range.upperBound...])]
            }
            let read = { (place: Int) in
                TimeFormatInference(
                    parts.map { $0.count == 2 ? Array($0[place].utf8) : [] },
                    filled: parts.count { $0.count == 2 }, header: Header(), dayFirst: dayFirst)
            }
            guard let begin = read(0), begin.format.isTimeOfDay == false, let end = read(1),
                zip(begin.values, end.values).allSatisfy({ !($1 < $0) || end.format.isTimeOfDay })
            else { continue }
            var format = begin.format
            format.intervalSign = sign
            return TimeReading(
                format: format, values: begin.values, count: begin.values.count { !$0.isNaN },
                hasClock: begin.hasClock)
        }
        return nil
    }

    private static func best(
        _ quick: QuickTimes?, _ counted: TimeReading?, _ layout: TimeReading?, _ example: [UInt8]
    ) -> TimeReading? {
        var best = quick.map { $0.described(example) }
        // A form with separators is more certain than a plain number.
        if let counted, counted.count > (best?.count ?? 0) { best = counted }
        guard let layout else { return best }
        if let quick, quick.isShort, layout.count >= quick.reading.count {
            return quick.settled(by: layout, example)
        }
        if let counted, quick == nil, layout.count >= counted.count {
            return isPlainer(layout, than: counted, digits: example.count) ? layout : counted
        }
        return layout.count > (best?.count ?? 0) ? layout : best
    }

    /// Whether there are five to seven digits and at least four decimals: days with the time of day
    /// as a fraction. They count as times under any name if they fall on whole clock times.
    private static func mayCountDays(_ example: [UInt8]) -> Bool {
        let parts = example.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        return parts.count == 2 && (5...7).contains(parts[0].count) && parts[1].count >= 4
            && parts.allSatisfy { $0.allSatisfy { $0 &- 0x30 < 10 } }
    }

    /// Whether ten to thirteen digits may be a count as well as a date and a time of day.
    private static func mayBeDigits(_ example: [UInt8]) -> Bool {
        [10, 11, 12, 13].contains(example.count) && example.allSatisfy { $0 &- 0x30 < 10 }
    }

    /// Whether digits are a date rather than a count: their steps are equal only as dates, or many
    /// different ones of twelve or more digits never exceed 24, 60 and 60.
    private static func isPlainer(
        _ layout: TimeReading, than counted: TimeReading, digits: Int
    ) -> Bool {
        let steps = (TimeOrder(layout.values), TimeOrder(counted.values))
        if steps.0.regularity - steps.1.regularity > 0.2 { return true }
        // As seconds, dates of ten digits are in the years from 2030 on.
        if digits == 10, layout.count == counted.count {
            return Set(layout.values).count >= 8 && counted.values.allSatisfy { !($0 < 1.9e9) }
        }
        return digits >= 12 && layout.count == counted.count && Set(layout.values).count >= 20
    }

    private static func layout(_ cells: [[UInt8]], isNamed: Bool, dayFirst: Bool?) -> TimeReading? {
        guard let found = LayoutInference(cells, isNamed: isNamed, dayFirst: dayFirst) else {
            return nil
        }
        return TimeReading(
            format: found.format, values: found.best.values, count: found.best.count,
            hasClock: found.best.hasClock)
    }

    private static func counted(_ cells: [[UInt8]], _ header: Header) -> TimeReading? {
        let parser = CountParser()
        let numbers = cells.compactMap { WrittenNumber($0, parser) }
        guard let found = CountInference(numbers, words: header.words, unit: header.unit),
            let count = TimeCount(found.form), header.isNamed || count.isDays
        else { return nil }
        let values = cells.map { cell in
            parser.value(cell.span).flatMap { count.seconds(of: $0) } ?? .nan
        }
        return TimeReading(
            format: TimeFormat(
                form: found.form, hasZone: count.isUTC, pattern: found.form.rawValue,
                zoneName: count.isUTC ? "UTC" : nil, alternative: found.alternative?.rawValue),
            values: values, count: values.count { !$0.isNaN },
            hasClock: values.contains { $0.truncatingRemainder(dividingBy: 86_400) != 0 })
    }
}

/// The cells of a column, read in one form.
struct TimeReading {
    var format: TimeFormat
    /// As in `TimeFormatInference`.
    var values: [Double]
    /// How many cells are times.
    var count: Int
    var hasClock: Bool
}
