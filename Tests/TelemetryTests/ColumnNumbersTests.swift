import Testing
import Values
@testable import Telemetry

@Suite("Numbers of whole columns")
struct ColumnNumbersTests {
    /// So many digits before and behind the point.
    struct Shape: Sendable, CustomTestStringConvertible {
        var whole: Int
        var decimals: Int
        var testDescription: String { "\(whole).\(decimals)" }
    }

    private static let shapes = (1...12).flatMap { whole in
        (0...9).map { Shape(whole: whole, decimals: $0) }
    }

    private static func text(_ shape: Shape, _ generator: inout Generator) -> String {
        let digit = { (least: UInt64, generator: inout Generator) in
            "\(least + generator.next() % (10 - least))"
        }
        var text = generator.next() % 2 == 0 ? "-" : ""
        text += digit(1, &generator)
        for _ in 1..<shape.whole { text += digit(0, &generator) }
        if shape.decimals > 0 { text += "." }
        for _ in 0..<shape.decimals { text += digit(0, &generator) }
        return text
    }

    /// Every row of the column `a` in the middle and of `b` at the line's end.
    private func check(_ texts: [String], lineEnd: String) throws {
        var bytes = "time,device,a,name,b" + lineEnd
        for (row, text) in texts.enumerated() {
            bytes += "\(1_700_000_000 + row * 60),p1,\(text),x,\(texts[texts.count - 1 - row])"
            bytes += lineEnd
        }
        let file = try TemporaryFile(bytes)
        let correction = SchemaCorrection(roles: ["a": .metric, "b": .metric, "name": .ignore])
        let schema = try SchemaInference.infer(url: file.url, correction: correction)
        var whole = WholeFile()
        _ = try CSVReader(url: file.url, schema: schema).read { whole.append($0) }
        try #require(whole.metrics.count == 2)
        #expect(whole.metrics[0] == texts.map(Double.init))
        #expect(whole.metrics[1] == texts.reversed().map(Double.init))
    }

    @Test("are read as they are written, whatever their length", arguments: shapes)
    func shape(_ shape: Shape) throws {
        var generator = Generator(state: UInt64(shape.whole * 16 + shape.decimals))
        let texts = (0..<300).map { _ in Self.text(shape, &generator) }
        try check(texts, lineEnd: "\n")
        try check(texts, lineEnd: "\r\n")
    }

    @Test("are read as they are written where their lengths change from row to row")
    func mixed() throws {
        var generator = Generator(state: 7)
        let texts = (0..<5_000).map { _ in
            Self.text(Self.shapes[Int(generator.next() % UInt64(Self.shapes.count))], &generator)
        }
        try check(texts, lineEnd: "\n")
    }
}
