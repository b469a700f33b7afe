/// The unit in a header, and the name without it.
struct HeaderUnit: Sendable {
    /// The header without a unit set apart from the name: in brackets, behind a comma or a slash.
    let name: String
    let unit: PhysicalUnit?

    init(_ header: String) {
        let header = header.trimmingSpaces()
        if let (name, inner, isSquare) = Self.bracketed(header) {
            let unit = UnitInName(name: name).marked(inner, isCertain: isSquare)
            if let unit {
                (self.name, self.unit) = (name, unit)
                return
            }
        }
        if let comma = header.lastIndex(where: { $0 == "," || $0 == "，" }) {
            let name = String(header[..<comma]).trimmingSpaces()
            let tail = String(header[header.index(after: comma)...]).trimmingSpaces()
            if UnitInName.isName(name),
                let unit = UnitInName(name: name).listed(tail)
            {
                (self.name, self.unit) = (name, unit)
                return
            }
        }
        if let (name, unit) = Self.divided(header) {
            (self.name, self.unit) = (name, unit)
            return
        }
        name = header
        unit = UnitEnding(header).unit
    }

    /// `p / bar`, `Ewe/V`: a quantity divided by its unit, as ISO 80000-1 labels columns.
    ///
    /// Without blanks the unit cannot be one of time (`Traffic/s` is a rate) unless the name is a
    /// time; `N/S`, `A/C`, `I/O` and the like are no quotients at all.
    private static func divided(_ header: String) -> (String, PhysicalUnit)? {
        guard let slash = header.firstIndex(of: "/") else { return nil }
        let name = String(header[..<slash]).trimmingSpaces()
        let text = String(header[header.index(after: slash)...]).trimmingSpaces()
        let isApart = header.contains(" / ")
        guard let unit = UnitGrammar.parse(text), !name.contains("\\"),
            UnitInName.isName(name) || name.count == 1 && name.first?.isLetter == true
        else { return nil }
        if isApart { return (name, unit) }
        let isDuration = ["time", "t", "zeit", "tau"].contains(name.lowercased())
        let looksAlike: Set<String> = ["N/S", "E/W", "O/W", "A/C", "I/O", "A/D", "D/A"]
        guard !header.contains(" "), !looksAlike.contains(header),
            UnitGrammar.parse(header) == nil, unit.dimension != .time || isDuration
        else { return nil }
        return (name, unit)
    }

    /// The name before the brackets at the end, and what is in them; `isSquare`: they are not
    /// round.
    private static func bracketed(_ header: String) -> (String, String, isSquare: Bool)? {
        let pairs: [Character: Character] = [
            "]": "[", ")": "(", "}": "{", "）": "（", "】": "【", "］": "［", ">": "<",
        ]
        guard let close = header.last, let open = pairs[close] else { return nil }
        var depth = 0
        for index in header.indices.reversed() {
            if header[index] == close { depth += 1 }
            if header[index] == open { depth -= 1 }
            guard depth == 0 else { continue }
            let name = String(header[..<index]).trimmingSpaces()
            let inner = String(header[header.index(after: index)...].dropLast()).trimmingSpaces()
            // `dB(A)` ends with brackets of its own; `f(x)` is no unit of f.
            guard UnitInName.isName(name), !inner.isEmpty,
                UnitGrammar.parse(Self.lastWord(header)) == nil
            else { return nil }
            return (name, inner, close != ")" && close != "）")
        }
        return nil
    }

    private static func lastWord(_ header: String) -> String {
        header.split(separator: " ").last.map(String.init) ?? header
    }
}

/// What the name beside a unit says about it.
struct UnitInName {
    let quantities: Set<HeaderQuantity>
    private let words: [String]

    init(name: String) {
        words = ColumnName.words(of: name)
        quantities = HeaderQuantity.of(words)
    }

    /// Whether any word of the name is in a list.
    func mentions(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }

    /// Whether a text still names something.
    static func isName(_ text: String) -> Bool { text.contains(where: \.isLetter) }

    /// The unit of a text in brackets or behind a comma.
    ///
    /// - Parameter isCertain: brackets of this kind hold hardly anything but units.
    func marked(_ text: String, isCertain: Bool) -> PhysicalUnit? {
        let text = Self.latin(text)
        if text == "g" || text == "G", quantities.contains(.acceleration) { return Self.gravity }
        if WeakUnit.covers(text) {
            guard Self.isInUse(text), !isNumbered(text, isCertain) else { return nil }
            if let unit = WeakUnit.unit(text, of: quantities, isMarked: isAlone(text, isCertain)) {
                return unit
            }
            // `(kN)` and `(dB)` are clear by their case; `[nm]` is, where the name says nothing.
            let isClear = Self.isMixed(text) || (isCertain && quantities.isEmpty)
            return text.count > 1 && isClear ? UnitGrammar.parse(text) : nil
        }
        return UnitGrammar.parse(text) ?? WeakUnit.caseless(text)
    }

    /// The unit of a text behind a comma, where a capital may also be one of a series.
    func listed(_ text: String) -> PhysicalUnit? {
        let text = Self.latin(text)
        return text.count == 1 && text.allSatisfy { $0.isASCII && $0.isUppercase }
            ? ending(text) : marked(text, isCertain: true)
    }

    /// A single Cyrillic letter for a unit as the Latin one, which may be a phase's letter, too.
    private static func latin(_ text: String) -> String {
        text.count == 1 ? UnitSpelling.cyrillic(text) ?? text : text
    }

    /// The unit of a text at the end of a name: in any case, but only of the quantity that the name
    /// means.
    func ending(_ text: String) -> PhysicalUnit? {
        if text.lowercased() == "g", quantities.contains(.acceleration) { return Self.gravity }
        if WeakUnit.covers(text) {
            // `t_s` and `i_a` are symbols from formulas.
            if text.count == 1, words.count == 1, words[0].count == 1 { return nil }
            if let unit = WeakUnit.unit(text, of: quantities, isMarked: false) { return unit }
            return Self.isMixed(text) && text.last?.isUppercase == true
                ? UnitGrammar.parse(text) : nil
        }
        guard text.count > 1 || !text.contains(where: \.isLetter) else { return nil }
        // A speed is not measured in milliseconds.
        if text == "ms", quantities == [.speed] { return UnitGrammar.parse("m/s") }
        return UnitGrammar.parse(text) ?? WeakUnit.caseless(text)
    }

    private static func isMixed(_ text: String) -> Bool {
        text.contains(where: \.isUppercase) && text.contains(where: \.isLowercase)
    }

    /// Standard gravity, the unit of accelerometers.
    private static let gravity = PhysicalUnit(
        symbol: "g", dimension: .speed / .time, factor: 9.806_65)

    /// Whether a unit is written like this: `[S]` is no second, `(G)` no gram.
    private static func isInUse(_ text: String) -> Bool {
        text.count > 1 || UnitTable.unit(text) != nil
    }

    /// Whether a weak text can count as a unit: in round brackets it may be an aggregation or a
    /// plural.
    private func isAlone(_ text: String, _ isCertain: Bool) -> Bool {
        isCertain || !(["min", "in", "s"].contains(text.lowercased()))
    }

    /// Whether the letter is that of one of several: `Phase (A)`, `Pump (B)`.
    private func isNumbered(_ text: String, _ isCertain: Bool) -> Bool {
        guard text.count == 1, text.allSatisfy(\.isUppercase), let last = words.last else {
            return false
        }
        let series = Vocabulary.locationParts.union(Self.kinds)
        return series.contains(last) || (!isCertain && Vocabulary.devices.contains(last))
    }

    private static let kinds: Set<String> = [
        "phase", "line", "side", "channel", "group", "class", "grade", "type", "status", "state",
        "mode", "block", "circuit", "cell", "model", "series", "version", "string", "leg", "train",
        "relay", "input", "output", "kanal", "gruppe", "klasse", "typ", "фаза", "линия", "группа",
    ]
}
