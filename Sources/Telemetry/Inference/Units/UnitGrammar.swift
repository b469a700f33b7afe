/// Units by grammar: what a text means as a unit, and how that is spelled.
///
/// No unit is better than a wrong one: a text that is not understood completely is none.
enum UnitGrammar {
    /// The unit that a text names; `nil` where it names none, and beyond 48 bytes.
    ///
    /// For texts where a unit is expected: in brackets, in a row of units. Case matters as in the
    /// SI: `mW` and `MW`.
    /// - Complexity: O(length).
    static func parse(_ text: String) -> PhysicalUnit? {
        guard text.utf8.count <= 48 else { return nil }
        let text = UnitSpelling.normalized(text)
        guard !text.isEmpty, !text.allSatisfy(\.isNumber) else { return nil }
        return simple(text) ?? qualified(text) ?? scaled(text)
    }

    /// The unit's spelling for display; `nil` where the text is none.
    static func canonical(_ text: String) -> String? { parse(text)?.symbol }

    /// Whether the whole text is a unit, as in a row or a column of units.
    static func isUnit(_ text: String) -> Bool { parse(text) != nil || WeakUnit.isKnown(text) }

    /// Whether two units, as spelled for display, are the same.
    static func areSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard let left = parse(left), let right = parse(right) else { return false }
        return left.isSame(as: right)
    }

    /// The unit of a rate per hour: kW for `kWh`, A for `Ah`, `unit/h` for others, `1/h` without a
    /// unit.
    static func ratePerHour(_ unit: String?) -> String {
        guard let unit, !unit.isEmpty else { return "1/h" }
        if unit.hasSuffix("Wh"), isUnit(String(unit.dropLast())) { return String(unit.dropLast()) }
        if unit == "Ah" || unit == "mAh" { return String(unit.dropLast()) }
        return unit.contains("/") ? "(\(unit))/h" : "\(unit)/h"
    }

    private static func simple(_ text: String) -> PhysicalUnit? {
        if let symbol = UnitSpelling.phrase(text), let unit = UnitExpression.parse(symbol) {
            return unit
        }
        if let unit = UnitExpression.parse(text) { return unit }
        let parts = words(text, around: "per")
        guard let parts else { return nil }
        let upper = UnitSpelling.phrase(parts.0) ?? parts.0
        let divided = parts.0.isEmpty ? "1/\(parts.1)" : "\(upper)/\(parts.1)"
        return UnitExpression.parse(divided)
    }

    /// What precedes and follows a word that is the last but one and has at most two before it.
    private static func words(_ text: String, around middle: String) -> (String, String)? {
        let words = text.split(separator: " ")
        guard let place = words.firstIndex(where: { $0.lowercased() == middle }),
            place <= 2, place + 2 == words.count
        else { return nil }
        return (words[..<place].joined(separator: " "), String(words[place + 1]))
    }

    /// A unit with a word that qualifies it: `mm/s RMS`, `V p-p`.
    private static func qualified(_ text: String) -> PhysicalUnit? {
        let words = text.split(separator: " ")
        // `mV DC` is `mVDC`.
        if words.count == 2, ["DC", "AC"].contains(words[1]),
            let unit = UnitExpression.parse(words.joined())
        {
            return unit
        }
        guard words.count == 2, let last = words.last,
            let qualifier = qualifiers[last.lowercased()],
            var unit = UnitExpression.parse(String(words[0])), unit.kind == nil
        else { return percentOf(words) }
        unit.symbol += " \(qualifier)"
        unit.kind = qualifier
        return unit
    }

    private static let qualifiers = [
        "rms": "RMS", "p-p": "p-p", "pk-pk": "p-p", "pp": "p-p", "pk": "peak", "peak": "peak",
        "abs": "abs", "rel": "rel",
    ]

    /// `% of max`: a ratio, whatever of.
    private static func percentOf(_ words: [Substring]) -> PhysicalUnit? {
        words.count >= 3 && words[0] == "%" && words[1].lowercased() == "of"
            ? UnitTable.unit("%") : nil
    }

    /// A multiple of a unit (`1000 m³`), or a number alone by which readings are to be multiplied
    /// (`x100`).
    private static func scaled(_ text: String) -> PhysicalUnit? {
        var rest = text[...]
        let isMultiplier = rest.hasPrefix("x") || rest.hasPrefix("·")
        if isMultiplier { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 9, let count = Double(digits), count > 1 else { return nil }
        rest = rest.dropFirst(digits.count)
        if rest.isEmpty {
            guard isMultiplier else { return nil }
            return PhysicalUnit(
                symbol: "x\(digits)", dimension: .none, factor: count, kind: "count")
        }
        guard rest.hasPrefix(" "), digits.hasSuffix("00"),
            var unit = UnitExpression.parse(String(rest.dropFirst()))
        else { return nil }
        unit.symbol = "\(digits) \(unit.symbol)"
        unit.factor *= count
        return unit
    }
}
