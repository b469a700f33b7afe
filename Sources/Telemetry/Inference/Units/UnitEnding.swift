/// The unit at the end of a name, where no brackets set it apart: `temp_degC`, `BattV_Min`,
/// `Active Power kW`, `Disk Bytes/sec`.
struct UnitEnding {
    let unit: PhysicalUnit?

    init(_ header: String) {
        // \\host\Processor(_Total)\% Processor Time: the last part names the counter.
        let last = header.split(separator: "\\").last.map(String.init) ?? header
        if last.hasPrefix("%"), last.count > 1, UnitGrammar.parse(last) == nil {
            unit = UnitTable.unit("%")
            return
        }
        let name = Self.withoutIndex(header)
        unit = Self.whole(name) ?? Self.aggregated(name)
    }

    /// The unit at the very end of a text.
    private static func whole(_ name: String) -> PhysicalUnit? {
        rate(name) ?? behindBlank(name) ?? behindSeparator(name) ?? behindLetter(name)
    }

    /// The unit before an aggregation: `Flow_lps_Avg`, `latency_ms_p99`.
    private static func aggregated(_ name: String) -> PhysicalUnit? {
        var rest = name[...]
        for _ in 0..<3 {
            guard let cut = rest.lastIndex(where: isSeparator),
                isAggregation(rest[rest.index(after: cut)...])
            else { return nil }
            rest = rest[..<cut]
            if let unit = whole(String(rest)) { return unit }
        }
        return nil
    }

    /// `Temp_C_Avg(1)`: the first of an array.
    private static func withoutIndex(_ header: String) -> String {
        guard header.last == ")" || header.last == "]",
            let start = header.lastIndex(where: { $0 == "(" || $0 == "[" }),
            start > header.startIndex
        else { return header }
        let inner = header[header.index(after: start)...].dropLast()
        guard !inner.isEmpty, inner.allSatisfy({ $0.isNumber || $0 == "," }) else { return header }
        return String(header[..<start])
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character == "_" || character == "." || character == "-" || character == " "
    }

    private static func isAggregation(_ word: Substring) -> Bool {
        let word = word.lowercased()
        if aggregations.contains(word) { return true }
        let digits = word.drop { $0 == "p" }
        return !digits.isEmpty && digits.count <= 3 && digits.allSatisfy(\.isNumber)
    }

    /// What a column may say of the same quantity in the same unit; a count or variance is not.
    private static let aggregations: Set<String> = [
        "avg", "average", "mean", "min", "max", "minimum", "maximum", "std", "stddev", "stdev",
        "sd",
        "smp", "sample", "tot", "total", "sum", "wvt", "wvc", "med", "median", "rms", "peak",
        "last",
        "first", "int", "inst", "hi", "lo", "high", "low", "act", "actual", "set", "value",
        "mittel",
        "delta", "raw", "сред", "макс", "мин",
    ]

    // MARK: - Rates

    /// `Disk Reads/sec`, `Errors per h`: what is counted stands in the name.
    private static func rate(_ name: String) -> PhysicalUnit? {
        let text = name.replacing("_per_", with: " per ")
        let parts: [String]
        let isSlash: Bool
        if let per = text.firstRange(of: " per ") {
            parts = [String(text[..<per.lowerBound]), String(text[per.upperBound...])]
            isSlash = false
        } else if let slash = text.lastIndex(of: "/") {
            parts = [String(text[..<slash]), String(text[text.index(after: slash)...])]
            isSlash = true
        } else {
            return nil
        }
        guard let time = UnitGrammar.parse(parts[1].trimmingSpaces()), time.dimension == .time
        else { return nil }
        let words = parts[0].split { isSeparator($0) }.map(String.init)
        guard let counted = words.last, UnitInName.isName(parts[0]) else { return nil }
        return quotient(words, per: time, isSlash: isSlash, counted: counted)
    }

    private static func quotient(
        _ words: [String], per time: PhysicalUnit, isSlash: Bool, counted: String
    ) -> PhysicalUnit? {
        let isTold =
            isSlash ? counted.count > 1 && words.count > 1 : counted.count + words.count > 2
        if isTold,
            let unit = UnitGrammar.parse("\(counted)/\(time.symbol)")
        {
            return unit
        }
        if words.count == 1, UnitGrammar.parse(counted) != nil, isSlash { return nil }
        if let tail = mixedTail(counted) { return UnitGrammar.parse("\(tail)/\(time.symbol)") }
        let others = words.dropLast().joined(separator: " ")
        let isMeasure = words.contains { $0.count > 1 && UnitGrammar.parse($0) != nil }
        guard counted.count >= 3, !isMeasure || counted.hasSuffix("s") && others.isEmpty else {
            return nil
        }
        // `Temp/min` is rather a minimum.
        if isSlash, time.symbol == "min", !counted.hasSuffix("s") { return nil }
        return UnitGrammar.parse("1/\(time.symbol)")
    }

    /// `kB` of `txkB`.
    private static func mixedTail(_ word: String) -> String? {
        guard word.count > 2, word.dropLast().last?.isLowercase == true else { return nil }
        let tail = String(word.suffix(2))
        return tail.last?.isUppercase == true && UnitGrammar.parse(tail) != nil ? tail : nil
    }

    // MARK: - Places

    /// The last one, two or three words.
    private static func behindBlank(_ name: String) -> PhysicalUnit? {
        let words = name.split(separator: " ").map(String.init)
        for count in [3, 2, 1] where words.count > count {
            let tail = words.suffix(count).joined(separator: " ")
            let rest = words.dropLast(count).joined(separator: " ")
            guard UnitInName.isName(rest) else { continue }
            if count == 1 {
                // A single letter behind a blank is the name of one of several.
                guard tail.count > 1 || !tail.contains(where: \.isLetter) else { return nil }
                guard !isWord(tail) else { return nil }
                return UnitInName(name: rest).ending(tail)
            }
            if let unit = phrase(tail) { return unit }
        }
        return nil
    }

    /// Several words that are a unit only together: `Deg C`, `mm/s RMS`, `% r.F.`.
    private static func phrase(_ tail: String) -> PhysicalUnit? {
        guard let unit = UnitGrammar.parse(tail) else { return nil }
        let first = tail.prefix { $0 != " " }
        let isTold = first.contains("%") || first.contains("/") || first.contains("°")
        return isTold || UnitSpelling.phrase(tail) != nil ? unit : nil
    }

    /// Aggregations that are spelled like units.
    private static func isWord(_ tail: String) -> Bool {
        ["Min", "MIN", "In", "IN", "Var", "VAR", "Bar", "BAR"].contains(tail)
    }

    /// Up to three parts of the last word: `temp_degC`, `vibration_mm_s`, `flow_m3_per_h`.
    private static func behindSeparator(_ name: String) -> PhysicalUnit? {
        let parts = name.split(omittingEmptySubsequences: true, whereSeparator: isSeparator)
            .map(String.init)
        guard parts.count > 1, let last = name.lastIndex(where: isSeparator), name[last] != " "
        else {
            return nil
        }
        let two = UnitInName(name: parts.dropLast(2).joined(separator: " "))
        if parts.count > 2, let unit = two.quotient(parts[parts.count - 2], parts[parts.count - 1])
        {
            return unit
        }
        let one = UnitInName(name: parts.dropLast().joined(separator: " "))
        guard !isAmbiguousMinimum(parts[parts.count - 1], one) else { return nil }
        return one.ending(parts[parts.count - 1])
    }

    /// `response_time_min` may be the shortest; `duration_min` hardly.
    private static func isAmbiguousMinimum(_ text: String, _ name: UnitInName) -> Bool {
        text.lowercased() == "min" && !(name.quantities == [.time] && name.lasts)
    }

    /// `BattV`, `oilTempC`, `powerkW`: a unit behind the last small letter.
    private static func behindLetter(_ name: String) -> PhysicalUnit? {
        let word = name.split(whereSeparator: isSeparator).last ?? name[...]
        let letters = Array(word)
        for length in 1...4 where letters.count > length + 2 {
            let tail = letters.suffix(length)
            guard letters[letters.count - length - 1].isLowercase,
                let first = tail.first, let last = tail.last,
                first.isUppercase || (length > 1 && last.isUppercase)
            else { continue }
            let rest = String(name.dropLast(length))
            let about = UnitInName(name: rest)
            guard !about.quantities.isEmpty, !isWord(String(tail)) else { continue }
            if let unit = about.ending(String(tail)), about.allows(unit) { return unit }
        }
        return nil
    }
}

extension UnitInName {
    /// Something that lasts, and of which a minimum is rarely kept.
    var lasts: Bool {
        mentions(["duration", "uptime", "downtime", "runtime", "elapsed", "dwell", "dauer"])
    }

    /// `mm` and `s` of `vibration_mm_s`; what the name measures must not be something else.
    func quotient(_ above: String, _ below: String) -> PhysicalUnit? {
        let divisors = [
            "s", "s2", "sec", "h", "hr", "min", "d", "day", "m2", "m3", "l", "dl", "kg", "kwh",
            "km",
            "cm", "cm2", "mm2", "m",
        ]
        guard divisors.contains(below.lowercased()), !above.isEmpty else { return nil }
        let letters = ["m", "l", "g", "w"]
        guard above.count > 1 || letters.contains(above.lowercased()) else { return nil }
        let numerator = Self.numerator(above)
        let divisor = below.lowercased() == "kwh" ? "kWh" : below.lowercased()
        guard let numerator, let unit = UnitGrammar.parse("\(numerator)/\(divisor)"),
            unit.dimension != .none, allows(unit)
        else { return nil }
        // `flow_l_min` is a rate; `level_m_min` a minimum.
        let told = HeaderUnitQuantities.of(unit)
        guard divisor != "min" || !told.isDisjoint(with: quantities) else { return nil }
        guard above.count > 1 || !told.isDisjoint(with: quantities) || divisor.hasSuffix("2") else {
            return nil
        }
        return unit
    }

    private static func numerator(_ text: String) -> String? {
        let lower = text.lowercased()
        if lower.count == 1 { return lower == "w" ? "W" : lower }
        if let unit = WeakUnit.caseless(text) ?? UnitGrammar.parse(text), unit.dimension == .time {
            // A day or a second in front is a word of the name: `E_day_kWh`.
            return nil
        }
        if let unit = WeakUnit.caseless(text) { return unit.symbol }
        if UnitGrammar.parse(text) != nil { return text }
        return UnitGrammar.parse(lower) != nil ? lower : nil
    }

    /// Whether the name speaks of the quantity of a unit, or of none that we know.
    func allows(_ unit: PhysicalUnit) -> Bool {
        let told = HeaderUnitQuantities.of(unit)
        return told.isEmpty || quantities.isEmpty || !told.isDisjoint(with: quantities)
    }
}

/// The quantities that a unit measures.
enum HeaderUnitQuantities {
    static func of(_ unit: PhysicalUnit) -> Set<HeaderQuantity> {
        table[unit.dimension] ?? []
    }

    private static let table: [UnitDimension: Set<HeaderQuantity>] = [
        .temperature: [.temperature], .voltage: [.voltage], .current: [.current],
        .power: [.power], .energy: [.energy, .torque, .power], .length: [.length],
        .speed: [.speed, .length], .speed / .time: [.acceleration], .mass: [.mass],
        .force: [.force], .pressure: [.pressure], .volume: [.volume, .flow],
        .volume / .time: [.flow, .volume], .mass / .time: [.flow, .mass], .time: [.time],
        .frequency: [.frequency, .speed], .angle: [.angle], .data: [.data],
        .data / .time: [.data], .charge: [.charge],
    ]
}
