import Testing
import Values

@Suite struct NumberFormatTests {
    @Test(
        "fixed decimals, thousands and a true minus",
        arguments: [
            (1_234.5, 2, "1,234.50"), (-0.004, 2, "0.00"), (-0.0, 0, "0"), (-1.25, 1, "−1.3"),
            (0.1, 3, "0.100"), (1e-16, 2, "0.00"), (999_999.5, 0, "1,000,000"),
            (2.5e18, 1, "2.5×10¹⁸"), (-1e300, 0, "−1×10³⁰⁰"), (12, -3, "12"),
            (12, 99, "12.000000000"),
        ] as [(Double, Int, String)])
    func fixed(value: Double, decimals: Int, expected: String) {
        #expect(NumberFormat.fixed(value, decimals: decimals, style: .english) == expected)
    }

    @Test(
        "three significant digits with k, M, G, T",
        arguments: [
            (3_919, "3.92k"), (51.94, "51.9"), (1.8, "1.8"), (92, "92"), (0.1071, "0.107"),
            (999.6, "1k"), (999_600, "1M"), (1.5e9, "1.5G"), (2e12, "2T"), (7e15, "7×10¹⁵"),
            (1.234e-7, "1.23×10⁻⁷"), (-12_345, "−12.3k"), (0, "0"), (-0.0, "0"),
            (9.999, "10"), (0.00123456, "0.00123"), (.leastNonzeroMagnitude, "4.94×10⁻³²⁴"),
        ])
    func compact(value: Double, expected: String) {
        let text = NumberFormat.compact(value, style: .english)
        #expect(text == expected)
    }

    @Test("a language's own signs")
    func russian() {
        let style = NumberStyle.russian
        #expect(NumberFormat.fixed(1_234.5, decimals: 2, style: style) == "1234,50")
        #expect(NumberFormat.fixed(-12_345.5, decimals: 1, style: style) == "−12\u{202F}345,5")
        #expect(NumberFormat.count(1_000_000, style: style) == "1\u{202F}000\u{202F}000")
        #expect(NumberFormat.compact(12_300, style: style) == "12,3\u{A0}тыс.")
        #expect(NumberFormat.compact(2_000_000, style: style) == "2\u{A0}млн")
        #expect(NumberFormat.significant(0.5, style: style) == "0,5")
        #expect(NumberFormat.significant(120, style: style) == "120")
        #expect(NumberFormat.percent(0.0001, decimals: 1, style: style) == "< 0,1 %")
        #expect(NumberFormat.significant(1.5e-9, style: style) == "1,5×10⁻⁹")
        #expect(NumberFormat.signed(0.4, decimals: 1, style: style) == "+0,4")
    }

    @Test(
        "what is no number is an en dash",
        arguments: [nil, .nan, .infinity, -.infinity] as [Double?])
    func missing(value: Double?) {
        #expect(NumberFormat.fixed(value, decimals: 2, style: .english) == "–")
        #expect(NumberFormat.compact(value, style: .english) == "–")
        #expect(NumberFormat.significant(value, style: .english) == "–")
        #expect(NumberFormat.percent(value, style: .english) == "–")
        #expect(NumberFormat.signed(value, decimals: 1, style: .english) == "–")
    }

    @Test("shares, signs and counts")
    func others() {
        #expect(NumberFormat.percent(0.258, style: .english) == "26 %")
        #expect(NumberFormat.percent(0.004, style: .english) == "< 1 %")
        #expect(NumberFormat.percent(0, style: .english) == "0 %")
        #expect(NumberFormat.percent(0.0004, decimals: 1, style: .english) == "< 0.1 %")
        #expect(NumberFormat.signed(0.42, decimals: 1, style: .english) == "+0.4")
        #expect(NumberFormat.signed(0.04, decimals: 1, style: .english) == "0.0")
        #expect(NumberFormat.signed(-0.42, decimals: 1, style: .english) == "−0.4")
        #expect(NumberFormat.count(-1_234_567, style: .english) == "−1,234,567")
        #expect(NumberFormat.count(.min, style: .english) == "−9,223,372,036,854,775,808")
        #expect(NumberFormat.significant(12_345, style: .english) == "12,300")
    }

    @Test("every finite number gives digits, and never a token of a program")
    func anyNumber() {
        for exponent in -320...308 {
            let value = 1.2345 * Double(sign: .plus, exponent: exponent * 3, significand: 1)
            for text in [
                NumberFormat.compact(value, style: .english),
                NumberFormat.fixed(-value, decimals: 2, style: .english),
            ] {
                #expect(!text.lowercased().contains("e") && !text.contains("inf"), "\(text)")
                #expect(!text.hasPrefix("−0") || text.contains { "123456789".contains($0) })
            }
        }
    }
}
