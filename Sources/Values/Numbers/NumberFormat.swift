/// Numbers as the pages write them: decimals and thousands in the style of the language, a true
/// minus, an en dash for what is missing; never `NaN`, `inf`, `-0` or an exponent with `e`.
package enum NumberFormat {
    /// What stands for a missing value.
    package static let missing = "–"

    /// A count, `3,919`.
    package static func count(_ value: Int, style: NumberStyle) -> String {
        (value < 0 ? minus : "") + grouped(value.magnitude, style)
    }

    /// A number with exactly `decimals` decimals, `1,234.50`; missing and not finite values give an
    /// en dash, values beyond 10¹⁵ a power of ten.
    package static func fixed(
        _ value: Double?, decimals: Int, style: NumberStyle
    ) -> String {
        guard let value, value.isFinite else { return missing }
        let decimals = min(max(decimals, 0), 9)
        let unit = powerOfTen(decimals)
        guard value.magnitude * unit < 9e15 else {
            return scientific(value, digits: 3, style: style)
        }
        let scaled = UInt(clamping: (value.magnitude * unit).rounded())
        let sign = value < 0 && scaled > 0 ? minus : ""
        let whole = grouped(scaled / UInt(clamping: unit), style)
        guard decimals > 0 else { return sign + whole }
        let fraction = String(scaled % UInt(clamping: unit))
        let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
        return sign + whole + style.decimalSign + zeros + fraction
    }

    /// A number with at most `digits` significant digits and k, M, G or T from a thousand on:
    /// `0.107`, `51.9`, `3.92k`. Zeros at the end of a fraction are dropped.
    package static func compact(
        _ value: Double?, digits: Int = 3, style: NumberStyle
    ) -> String {
        guard let value, value.isFinite else { return missing }
        guard value != 0 else { return "0" }
        let rounded = roundedSignificant(value.magnitude, digits: digits)
        let magnitude = MagnitudeSuffix(for: rounded)
        guard rounded < 1e15, rounded >= 1e-6 else {
            return scientific(value, digits: digits, style: style)
        }
        return trimmed(value / magnitude.divisor, digits: digits, style) + magnitude.symbol(style)
    }

    /// A number with at most `digits` significant digits and no suffix, `12,300` or `0.00123`.
    package static func significant(
        _ value: Double?, digits: Int = 3, style: NumberStyle
    ) -> String {
        guard let value, value.isFinite else { return missing }
        guard value != 0 else { return "0" }
        guard value.magnitude < 1e15, value.magnitude >= 1e-6 else {
            return scientific(value, digits: digits, style: style)
        }
        return trimmed(value, digits: digits, style)
    }

    /// A share as per cent, `26 %`; a share that would be rounded to nothing is `< 1 %`.
    package static func percent(
        _ share: Double?, decimals: Int = 0, style: NumberStyle
    ) -> String {
        guard let share, share.isFinite else { return missing }
        let smallest = 1 / powerOfTen(min(max(decimals, 0), 9))
        let value = share * 100
        if value > 0, value < smallest / 2 {
            return "< " + fixed(smallest, decimals: decimals, style: style) + " %"
        }
        return fixed(value, decimals: decimals, style: style) + " %"
    }

    /// A number with its sign, `+0.4` or `−1.2`; zero has none.
    package static func signed(
        _ value: Double?, decimals: Int, style: NumberStyle
    ) -> String {
        let text = fixed(value, decimals: decimals, style: style)
        let isPositive = (value ?? 0) > 0 && text.utf8.contains { $0 > 48 && $0 < 58 }
        return isPositive ? "+" + text : text
    }

    package static let minus = "−"

    package static func powerOfTen(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent.magnitude { result *= 10 }
        return exponent < 0 ? 1 / result : result
    }

    private static func trimmed(
        _ value: Double, digits: Int, _ style: NumberStyle
    ) -> String {
        let exponent = decimalExponent(roundedSignificant(value.magnitude, digits: digits))
        let decimals = max(0, digits - 1 - exponent)
        let text = fixed(
            roundedSignificant(value, digits: digits), decimals: decimals, style: style)
        guard decimals > 0 else { return text }
        // Byte by byte: nearly every number of a page passes here. A power of ten ends in neither.
        var rest = Substring(text).utf8
        while rest.last == UInt8(ascii: "0") { rest.removeLast() }
        if rest.last == style.decimalSign.utf8.last { rest.removeLast() }
        return String(Substring(rest))
    }

    /// `2.5×10¹⁸`, with superscript digits.
    package static func scientific(
        _ value: Double, digits: Int, style: NumberStyle
    ) -> String {
        guard value != 0 else { return "0" }
        let exponent = decimalExponent(value.magnitude)
        // Two steps, since 10³²⁰ does not exist as a Double.
        let half = exponent / 2
        let mantissa = value / powerOfTen(half) / powerOfTen(exponent - half)
        let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let power = String(exponent.magnitude).utf8.map { superscripts[Int($0) - 48] }
        return trimmed(mantissa, digits: digits, style) + "×10" + (exponent < 0 ? "⁻" : "")
            + String(power)
    }

    /// The number that `significant` writes without decimals; nil where it writes some.
    package static func whole(_ value: Double, digits: Int) -> Int? {
        Int(exactly: roundedSignificant(value, digits: digits))
    }

    private static func roundedSignificant(_ value: Double, digits: Int) -> Double {
        guard value != 0, value.magnitude < 1e15, value.magnitude > 1e-12 else { return value }
        let places = max(1, digits) - 1 - decimalExponent(value.magnitude)
        let unit = powerOfTen(places.magnitude == 0 ? 0 : Int(places.magnitude))
        return places >= 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit
    }

    /// The exponent of the leading digit, found without a logarithm's rounding.
    package static func decimalExponent(_ magnitude: Double) -> Int {
        guard magnitude > 0, magnitude.isFinite else { return 0 }
        var rest = magnitude
        var exponent = 0
        while rest >= 10 {
            rest /= 10
            exponent += 1
        }
        while rest < 1 {
            rest *= 10
            exponent -= 1
        }
        return exponent
    }

    private static func grouped(_ value: UInt, _ style: NumberStyle) -> String {
        var text = String(value)
        guard text.utf8.count > style.ungroupedDigits else { return text }
        var position = text.utf8.count - 3
        while position > 0 {
            text.insert(
                contentsOf: style.groupSign, at: text.index(text.startIndex, offsetBy: position))
            position -= 3
        }
        return text
    }
}

/// What is written behind a number in place of its thousands.
package struct MagnitudeSuffix: Equatable {
    /// The power of a thousand, 0 to 4.
    package let power: Int
    package let divisor: Double

    package init(for magnitude: Double) {
        (power, divisor) =
            switch magnitude {
            case ..<1e3: (0, 1)
            case ..<1e6: (1, 1e3)
            case ..<1e9: (2, 1e6)
            case ..<1e12: (3, 1e9)
            default: (4, 1e12)
            }
    }

    /// The sign of the power; none for numbers below a thousand.
    package func symbol(_ style: NumberStyle) -> String {
        style.magnitudes.indices.contains(power - 1) ? style.magnitudes[power - 1] : ""
    }
}
