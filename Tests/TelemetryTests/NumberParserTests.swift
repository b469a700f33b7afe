import Testing
import Values
@testable import Telemetry

@Suite("Numbers as written")
struct NumberParserTests {
    private static let markers = MissingMarkers(ReadOptions.usualMissingMarkers)

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var format = NumberNotation()
        var value: Double?
        var testDescription: String { text }
    }

    static let comma = NumberNotation(decimalComma: true, grouping: 0x2E)
    static let grouped = NumberNotation(grouping: 0x2C)
    static let spaced = NumberNotation(decimalComma: true, grouping: 0x20)

    static let good: [Case] = [
        Case(text: "0", value: 0), Case(text: "-0.5", value: -0.5), Case(text: "+7", value: 7),
        Case(text: ".5", value: 0.5), Case(text: "5.", value: 5), Case(text: " 12.5 ", value: 12.5),
        Case(text: "1e3", value: 1000), Case(text: "6.02E23", value: 6.02e23),
        Case(text: "1e-320", value: Double("1e-320")),
        Case(text: "1.7976931348623157e308", value: 1.7976931348623157e308),
        Case(text: "0.1", value: 0.1), Case(text: "170.61486187577478", value: 170.61486187577478),
        Case(text: "0.0056825985719608325", value: 0.0056825985719608325),
        Case(text: "9007199254740993", value: 9007199254740992),
        Case(text: "123456789012345678901234567890", value: 1.2345678901234568e29),
        Case(text: "\u{2212}3.5", value: -3.5),
        Case(text: "1,5", format: comma, value: 1.5),
        Case(text: "1.234.567,89", format: comma, value: 1_234_567.89),
        Case(text: "200.000.000", format: comma, value: 200_000_000),
        Case(text: "1,234.5", format: grouped, value: 1234.5),
        Case(text: "1 234,5", format: spaced, value: 1234.5),
        Case(text: "1\u{A0}234,5", format: spaced, value: 1234.5),
        Case(text: "1\u{202F}234\u{202F}567", format: spaced, value: 1_234_567),
        Case(text: "1'234.5", format: NumberNotation(grouping: 0x27), value: 1234.5),
        Case(text: "23.5 °C", format: NumberNotation(suffix: "°C"), value: 23.5),
        Case(text: "45%", format: NumberNotation(suffix: "%"), value: 45),
        Case(text: "45", format: NumberNotation(suffix: "%"), value: 45),
        Case(text: "４１．５２", value: 41.52), Case(text: "-４１", value: -41),
        Case(text: "(1.25)", value: -1.25), Case(text: "+00041.52", value: 41.52),
        Case(text: "12.3*", format: NumberNotation(marks: "*s"), value: 12.3),
        Case(text: "45s", format: NumberNotation(marks: "*s"), value: 45),
        Case(text: "+0012,1", format: NumberNotation(flagSign: 0x2C), value: 12),
        Case(text: "500 mA", format: changing, value: 0.5),
        Case(text: "1.02 A", format: changing, value: 1.02),
    ]
    static let changing = NumberNotation(suffix: "A", scales: ["A": 1, "mA": 1e-3])

    @Test("A number is read in its column's format", arguments: good)
    func number(example: Case) throws {
        let parser = NumberParser(example.format, missing: Self.markers)
        #expect(parser.parse(example.text) == .value(try #require(example.value)))
    }

    @Test(
        "Something else is no number",
        arguments: [
            "abc", "1.2.3", "12-3", "0x1F", "1,5", "1 2", "--5", "e5", ".", "5 apples", "1e",
            "45s", "(1", "()", "((1))", "\u{FF00}", "\u{FFA0}\u{FFA0}", "(\u{FF71})",
        ])
    func notANumber(text: String) {
        let parser = NumberParser(NumberNotation(), missing: MissingMarkers([]))
        #expect(parser.parse(text) == .notANumber)
    }

    @Test(
        "Groups of digits must have three digits",
        arguments: ["1,23", "1234,567", "1,2345", ",123"])
    func badGroups(text: String) {
        let parser = NumberParser(Self.grouped, missing: Self.markers)
        #expect(parser.parse(text) == .notANumber)
    }

    @Test(
        "Infinite and too large numbers are refused",
        arguments: ["inf", "-Infinity", "1e400", "-1e999999"])
    func outOfRange(text: String) {
        let parser = NumberParser(NumberNotation(), missing: Self.markers)
        #expect(parser.parse(text) == .outOfRange)
    }

    @Test(
        "Empty cells and the usual markers are missing, in any case of letters",
        arguments: ["", "  ", "NA", "n/a", "NaN", "NULL", "-", "--", "?", "#n/a", "None"])
    func missing(text: String) {
        let parser = NumberParser(NumberNotation(), missing: Self.markers)
        #expect(parser.parse(text) == .missing)
    }

    @Test("Every number of up to 25 digits is the nearest double")
    func nearest() {
        var generator = Generator(state: 11)
        let parser = NumberParser(NumberNotation(), missing: Self.markers)
        for _ in 0..<20_000 {
            let digits = 1 + Int(generator.next() % 25)
            let point = Int(generator.next() % UInt64(digits + 1))
            var text = generator.next() % 2 == 0 ? "-" : ""
            for index in 0..<digits {
                if index == point { text += "." }
                text += "\(generator.next() % 10)"
            }
            #expect(parser.parse(text) == .value(Double(text) ?? .nan), "\(text)")
        }
    }
}

/// A small seeded generator (SplitMix64), so that every run sees the same cases.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension NumberParser {
    func parse(_ text: String) -> ParsedNumber {
        let bytes = Array(text.utf8)
        return parse(bytes.span)
    }
}

extension TimestampParser {
    func parse(_ text: String) -> ParsedTimestamp? {
        let bytes = Array(text.utf8)
        return parse(bytes.span)
    }
}
