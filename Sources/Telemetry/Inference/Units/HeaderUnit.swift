/// Where a header names a unit, and the name without it.
struct HeaderUnit: Sendable {
    /// The header without a unit that stands apart from the name: in brackets, behind a comma.
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
                let unit = UnitInName(name: name).marked(tail, isCertain: true)
            {
                (self.name, self.unit) = (name, unit)
                return
            }
        }
        name = header
        unit = UnitEnding(header).unit
    }

    /// The name before the brackets at the end, and what they hold.
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

/// What the name beside a unit has to say about it.
struct UnitInName {
    let quantities: Set<HeaderQuantity>
    private let words: [String]

    init(name: String) {
        words = ColumnName.words(of: name)
        quantities = HeaderQuantity.of(words)
    }

    /// Whether any word of the name is in a list.
    func mentions(_ list: Set<String>) -> Bool { words.contains { list.contains($0) } }

    /// Whether a text without its unit still names something.
    static func isName(_ text: String) -> Bool { text.contains(where: \.isLetter) }

    /// The unit of a text in brackets or behind a comma.
    ///
    /// - Parameter isCertain: such brackets hardly hold anything but a unit.
    func marked(_ text: String, isCertain: Bool) -> PhysicalUnit? {
        if text == "g" || text == "G", quantities.contains(.acceleration) { return Self.gravity }
        if WeakUnit.covers(text) {
            guard Self.isInUse(text), !isNumbered(text, isCertain) else { return nil }
            if let unit = WeakUnit.unit(text, of: quantities, isMarked: isAlone(text, isCertain)) {
                return unit
            }
            // `(kN)` and `(dB)` are clear by their case, `[nm]` where the name says nothing else.
            let isClear = Self.isMixed(text) || (isCertain && quantities.isEmpty)
            return text.count > 1 && isClear ? UnitGrammar.parse(text) : nil
        }
        return UnitGrammar.parse(text) ?? WeakUnit.caseless(text)
    }

    /// Behind a name: without the case of the SI, and only of the quantity that the name tells.
    func ending(_ text: String) -> PhysicalUnit? {
        if text.lowercased() == "g", quantities.contains(.acceleration) { return Self.gravity }
        if WeakUnit.covers(text) {
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

    /// Standard gravity, by which accelerometers count.
    private static let gravity = PhysicalUnit(
        symbol: "g", dimension: .speed / .time, factor: 9.806_65)

    /// Whether someone would write a unit so: `[S]` is not a second, `(G)` no gram.
    private static func isInUse(_ text: String) -> Bool {
        text.count > 1 || UnitTable.unit(text) != nil
    }

    /// Round brackets may hold an aggregation or the plural of the name.
    private func isAlone(_ text: String, _ isCertain: Bool) -> Bool {
        isCertain || !(["min", "in", "s"].contains(text.lowercased()))
    }

    /// `Phase (A)`, `Pump (B)`: one of several, by its letter.
    private func isNumbered(_ text: String, _ isCertain: Bool) -> Bool {
        guard text.count == 1, let last = words.last else { return false }
        let series = Vocabulary.locationParts.union(Self.kinds)
        return series.contains(last) || (!isCertain && Vocabulary.devices.contains(last))
    }

    private static let kinds: Set<String> = [
        "phase", "line", "side", "channel", "group", "class", "grade", "type", "status", "state",
        "mode", "block", "circuit", "cell", "model", "series", "version", "string", "leg", "train",
        "relay", "input", "output", "kanal", "gruppe", "klasse", "typ", "фаза", "линия", "группа",
    ]
}
