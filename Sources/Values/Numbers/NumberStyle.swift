/// How a language writes numbers.
package struct NumberStyle: Sendable, Hashable {
    /// Between whole and decimals.
    package let decimalSign: String
    /// Between groups of three digits.
    package let groupSign: String
    /// Numbers of up to so many digits are written without group signs.
    package let ungroupedDigits: Int
    /// Suffixes for 10³, 10⁶, 10⁹ and 10¹².
    package let magnitudes: [String]

    /// `1,234.5` and `12.3k`.
    package static let english = NumberStyle(
        decimalSign: ".", groupSign: ",", ungroupedDigits: 3, magnitudes: ["k", "M", "G", "T"])

    /// `1234,5`, `12 345,6` and `12,3 тыс.`, with narrow no-break spaces.
    package static let russian = NumberStyle(
        decimalSign: ",", groupSign: "\u{202F}", ungroupedDigits: 4,
        magnitudes: ["\u{A0}тыс.", "\u{A0}млн", "\u{A0}млрд", "\u{A0}трлн"])

    /// The same style without group signs, for places where one could be taken for the decimal
    /// sign.
    package var withoutGroups: NumberStyle {
        NumberStyle(
            decimalSign: decimalSign, groupSign: "", ungroupedDigits: ungroupedDigits,
            magnitudes: magnitudes)
    }
}
