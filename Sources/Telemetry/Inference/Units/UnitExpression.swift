/// Parses an expression of units: `kg/m^3`, `W/(m^2·K)`, `umol/m2/s`, `m s-2`, `1/min`, `L/100 km`.
///
/// The grammar is the common part of UCUM's: factors joined by `·`, `.`, a blank, or nothing after
/// a power; `/` before divisors; powers as `^2`, `-1` or, after lengths and times, a bare digit.
struct UnitExpression {
    /// A symbol with its power, and in a divisor the number it is counted in (`/100 km`).
    private struct Factor {
        var unit: PhysicalUnit
        var exponent: Int
        var count = 1.0
    }

    private let characters: [Character]
    private var place = 0
    private var factors: [Factor] = []
    /// Whether the last power was marked as one, not a bare digit.
    private var isMarked = false

    /// The unit of a normalized text; `nil` where any part of it is no unit.
    static func parse(_ text: String) -> PhysicalUnit? {
        var expression = Self(characters: Array(text))
        guard text.count <= 32, expression.readAll(), !expression.factors.isEmpty else {
            return nil
        }
        return expression.unit()
    }

    private init(characters: [Character]) { self.characters = characters }

    private var current: Character? { place < characters.count ? characters[place] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard current == character else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() { while take(" ") {} }

    // MARK: - Reading

    private mutating func readAll() -> Bool {
        var divides = false
        // The 1 of 1/min; it may be left out, too: `/min`.
        if take("1") { guard current == "/" else { return false } }
        if take("/") { divides = true }
        guard readProduct(divides: divides) else { return false }
        var slashes = 0
        while take("/") {
            slashes += 1
            guard slashes <= 2, readDivisor() else { return false }
        }
        return place == characters.count && factors.count <= 5
    }

    private mutating func readProduct(divides: Bool) -> Bool {
        guard readFactor(divides: divides) else { return false }
        while let character = current, character != "/", character != ")" {
            if "·. ".contains(character) {
                skipBlanks()
                if current == "/" { return true }
                if current == "·" || current == "." { place += 1 }
                skipBlanks()
            } else if factors.last?.exponent.magnitude == 1 || !isMarked {
                // `m²K/W` is a product, `m3s` hardly.
                return false
            }
            guard readFactor(divides: divides) else { return false }
        }
        return true
    }

    /// What follows a slash: a unit, several in brackets, or a number of units.
    private mutating func readDivisor() -> Bool {
        skipBlanks()
        if take("(") { return readProduct(divides: true) && take(")") }
        var digits = ""
        while let digit = current, digit.isASCII, digit.isNumber {
            digits.append(digit)
            place += 1
        }
        skipBlanks()
        guard readFactor(divides: true) else { return false }
        if let count = Double(digits), count > 0 { factors[factors.count - 1].count = count }
        // A blank or dot after the divisor would join factors of the numerator: too rare to be read
        // either way.
        skipBlanks()
        return current == nil || current == "/" || isContinuation()
    }

    /// In `W/m^2K` a factor directly after a power belongs to the divisor.
    private mutating func isContinuation() -> Bool {
        guard factors.last?.exponent.magnitude != 1 else { return false }
        return readFactor(divides: true)
    }

    private mutating func readFactor(divides: Bool) -> Bool {
        var name = ""
        while let character = current, isPart(character, of: name) {
            name.append(character)
            place += 1
        }
        guard let unit = Self.symbol(name) else { return false }
        guard let exponent = readExponent(of: name) else { return false }
        factors.append(Factor(unit: unit, exponent: divides ? -exponent : exponent))
        return true
    }

    private func isPart(_ character: Character, of name: String) -> Bool {
        if character.isLetter || "°%‰€$£".contains(character) { return true }
        // mmH2O and Nm3 hold their digits; dB(A) its brackets.
        let rest = String(characters[place...].prefix(3))
        if name.hasSuffix("H"), rest.hasPrefix("2O") { return true }
        if name == "dB", ["(A)", "(C)", "(Z)"].contains(rest) { return true }
        if name.hasPrefix("dB("), name.last != ")" { return true }
        return false
    }

    private static func symbol(_ name: String) -> PhysicalUnit? {
        let known =
            UnitTable.unit(name)
            ?? UnitSpelling.cyrillic(name).flatMap(UnitTable.unit)
            ?? UnitSpelling.word(name).flatMap(UnitTable.unit)
        if let known { return known }
        // 万kW: Chinese and Japanese meters count in ten thousands and hundred millions.
        let counts: [(Character, Double)] = [("万", 1e4), ("萬", 1e4), ("亿", 1e8), ("億", 1e8)]
        guard let (sign, count) = counts.first(where: { $0.0 == name.first }),
            var unit = UnitTable.unit(String(name.dropFirst()))
        else { return nil }
        unit.symbol = "\(sign)\(unit.symbol)"
        unit.factor *= count
        return unit
    }

    /// The power after a symbol, 1 without one; `nil` for a power that no unit has.
    private mutating func readExponent(of name: String) -> Int? {
        let start = place
        isMarked = take("^") || isDoubledStar()
        let isNegative = take("-")
        // m^-2 has two marks where the power was in superscript digits.
        if isNegative { _ = take("^") }
        guard let digit = current?.wholeNumberValue, current?.isASCII == true else {
            return place == start ? 1 : nil
        }
        guard (1...4).contains(digit), isMarked || Self.takesBareDigit(name, isNegative, digit)
        else { return nil }
        place += 1
        if let next = current, next.isNumber { return nil }
        return isNegative ? -digit : digit
    }

    private mutating func isDoubledStar() -> Bool {
        guard current == "·", place + 1 < characters.count, characters[place + 1] == "·" else {
            return false
        }
        place += 2
        return true
    }

    /// Whether a bare digit is a power: `m2`, `s-1`, `kg-1`, but not `A1` and `L2`, which number
    /// things.
    private static func takesBareDigit(_ name: String, _ isNegative: Bool, _ digit: Int) -> Bool {
        if isNegative { return name.count > 1 || "msghKdWlL".contains(name) }
        let powers = [
            "m", "cm", "mm", "km", "dm", "µm", "um", "ft", "in", "м", "см", "мм", "Nm", "Sm",
        ]
        return (powers.contains(name) && digit >= 2) || (["s", "с"].contains(name) && digit == 2)
    }

    // MARK: - The unit

    private func unit() -> PhysicalUnit? {
        let factors = Self.joined(factors)
        guard !isPairOfLetters else { return nil }
        guard factors.count > 1 || factors[0].exponent != 1 || factors[0].count != 1 else {
            return factors[0].unit
        }
        // Offsets are dropped: in a product or quotient temperatures are differences.
        var result = PhysicalUnit(symbol: "", dimension: .none, factor: 1)
        var kinds: [String] = []
        for factor in factors {
            result.dimension =
                result.dimension * factor.unit.dimension.raised(to: factor.exponent)
            let step = factor.unit.factor * factor.count
            for _ in 0..<factor.exponent.magnitude {
                result.factor = factor.exponent > 0 ? result.factor * step : result.factor / step
            }
            if let kind = factor.unit.kind { kinds.append(kind) }
        }
        result.kind = kinds.isEmpty ? nil : kinds.joined(separator: ", ")
        result.symbol = Self.symbol(of: factors)
        return UnitTable.unit(result.symbol) ?? result
    }

    /// Whether it is two letters that are names rather than units: `N/A`, `A/B`, `N/S`.
    private var isPairOfLetters: Bool {
        characters.count == 3 && characters[1] == "/" && "ABCFHNST".contains(characters[2])
    }

    /// `kW` and `h` side by side become `kWh`; `Nm` to the third is a cubic metre of gas at normal
    /// conditions.
    private static func joined(_ factors: [Factor]) -> [Factor] {
        var result: [Factor] = []
        for factor in factors {
            if ["Nm", "Sm"].contains(factor.unit.symbol), factor.exponent.magnitude == 3,
                let gas = UnitTable.unit(factor.unit.symbol + "³")
            {
                result.append(Factor(unit: gas, exponent: factor.exponent.signum()))
            } else if let last = result.last, last.exponent == 1, factor.exponent == 1,
                let both = UnitTable.unit(last.unit.symbol + factor.unit.symbol)
            {
                result[result.count - 1] = Factor(unit: both, exponent: 1)
            } else {
                result.append(factor)
            }
        }
        return result
    }

    private static func symbol(of factors: [Factor]) -> String {
        let above = factors.filter { $0.exponent > 0 }.map(text)
        let below = factors.filter { $0.exponent < 0 }.map(text)
        let numerator = above.isEmpty ? "1" : above.joined(separator: "·")
        guard !below.isEmpty else { return numerator }
        let divisor = below.joined(separator: "·")
        return below.count == 1 ? "\(numerator)/\(divisor)" : "\(numerator)/(\(divisor))"
    }

    private static func text(_ factor: Factor) -> String {
        let signs = ["", "", "²", "³", "⁴"]
        let count = factor.count == 1 ? "" : "\(Int(factor.count)) "
        return count + factor.unit.symbol + signs[min(Int(factor.exponent.magnitude), 4)]
    }
}
