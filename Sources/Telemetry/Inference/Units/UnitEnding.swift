/// The unit at the end of a name without brackets: `temp_degC`, `BattV_Min`, `Active Power kW`,
/// `Disk Bytes/sec`.
struct UnitEnding {
    let unit: PhysicalUnit?

    init(_ header: String) {
        // In \\host\Processor(_Total)\% Processor Time the last part names the counter.
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
            let word = rest[rest.index(after: cut)...]
            rest = rest[..<cut]
            guard let unit = whole(String(rest)) else { continue }
            // `feed_mm_min` may be a rate unless the name means a length.
            let isTold = !UnitInName(name: String(rest)).quantities.isEmpty
            return word == "min" && !isTold && unit.dimension != .none ? nil : unit
        }
        return nil
    }

    /// Removes the index of an array: `Temp_C_Avg(1)`.
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

    /// Aggregations that keep quantity and unit; counts and variances do not.
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

    /// `Disk Reads/sec`, `Errors per h`: the name tells what is counted.
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
        guard UnitInName.isName(parts[0]) else { return nil }
        return quotient(words, per: time, isSlash: isSlash)
    }

    private static func quotient(
        _ all: [String], per time: PhysicalUnit, isSlash: Bool
    ) -> PhysicalUnit? {
        // In `Packets Received` and `Bytes Sent` what is counted comes first.
        let isState = all.count > 1 && states.contains(all[all.count - 1].lowercased())
        let words = isState ? all.dropLast() : all[...]
        guard let counted = words.last else { return nil }
        let isTold = isSlash ? counted.count > 1 && all.count > 1 : counted.count + all.count > 2
        if isTold, let unit = UnitGrammar.parse("\(counted)/\(time.symbol)") { return unit }
        if let tail = mixedTail(counted) { return UnitGrammar.parse("\(tail)/\(time.symbol)") }
        guard isCountable(counted), !words.contains(where: isUnit) else { return nil }
        // `Temp/min` is more likely a minimum.
        if isSlash, time.symbol == "min", !counted.hasSuffix("s") { return nil }
        return UnitGrammar.parse("1/\(time.symbol)")
    }

    private static let states: Set<String> = [
        "received", "sent", "read", "written", "total", "handled",
    ]

    private static func isUnit(_ word: String) -> Bool {
        word.count > 1 && UnitGrammar.parse(word) != nil
    }

    /// Whether a word means things that can be counted, as `Reads` and `Packets` do.
    private static func isCountable(_ text: String) -> Bool {
        let word = text.lowercased()
        guard word.count >= 3 else { return false }
        if ["req", "ops", "count", "rate", "cmd", "pkt", "msg"].contains(word) { return true }
        let isPlural = word.hasSuffix("s") && !word.hasSuffix("ss")
        let isMeasured =
            !HeaderQuantity.of([word]).isEmpty || Vocabulary.quantities.contains(word)
        return isPlural && !isMeasured
    }

    /// `kB` of `txkB`.
    private static func mixedTail(_ word: String) -> String? {
        guard word.count > 2, word.dropLast().last?.isLowercase == true else { return nil }
        let tail = String(word.suffix(2))
        return tail.last?.isUppercase == true && UnitGrammar.parse(tail) != nil ? tail : nil
    }

    // MARK: - Places

    /// The unit in the last one, two or three words.
    private static func behindBlank(_ name: String) -> PhysicalUnit? {
        let words = name.split(separator: " ").map(String.init)
        for count in [3, 2, 1] where words.count > count {
            let tail = words.suffix(count).joined(separator: " ")
            let rest = words.dropLast(count).joined(separator: " ")
            guard UnitInName.isName(rest) else { continue }
            if count == 1 {
                guard words.dropLast().last?.lowercased() != "per" else { return nil }
                // A single letter after a blank names one of several.
                guard tail.count > 1 || !tail.contains(where: \.isLetter) else { return nil }
                guard !isWord(tail) else { return nil }
                return UnitInName(name: rest).ending(tail)
            }
            if let unit = phrase(tail) { return unit }
        }
        return nil
    }

    /// Several words that only together are a unit: `Deg C`, `mm/s RMS`, `% r.F.`.
    private static func phrase(_ tail: String) -> PhysicalUnit? {
        guard let unit = UnitGrammar.parse(tail) else { return nil }
        let first = tail.prefix { $0 != " " }
        let isTold = first.contains("%") || first.contains("/") || first.contains("°")
        return isTold || UnitSpelling.phrase(tail) != nil ? unit : nil
    }

    /// Whether the last word is an aggregation, or a word, that is spelled like a unit.
    private static func isWord(_ tail: String) -> Bool {
        ["Min", "MIN", "In", "IN", "Var", "VAR", "Bar", "BAR"].contains(tail)
    }

    /// The unit in up to three parts of the last word: `temp_degC`, `vibration_mm_s`,
    /// `flow_m3_per_h`.
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
        if parts.count > 2, UnitInName.isHalf(parts[parts.count - 2], parts[parts.count - 1]) {
            return nil
        }
        let one = UnitInName(name: parts.dropLast().joined(separator: " "))
        guard !isAmbiguousMinimum(parts[parts.count - 1], one) else { return nil }
        return one.ending(parts[parts.count - 1])
    }

    /// Whether `min` may be a minimum: in `response_time_min` it may, in `duration_min` hardly.
    private static func isAmbiguousMinimum(_ text: String, _ name: UnitInName) -> Bool {
        text.lowercased() == "min" && !(name.quantities == [.time] && name.lasts)
    }

    /// The unit after the last small letter: `BattV`, `oilTempC`, `powerkW`.
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
