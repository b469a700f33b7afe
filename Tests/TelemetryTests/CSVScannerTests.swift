import Testing
import Values
@testable import Telemetry

@Suite("Cutting bytes into fields")
struct CSVScannerTests {
    private func rows(_ text: String, _ dialect: CSVDialect, limit: Int = 1000) -> [[String]] {
        let form = CSVForm(dialect, fieldLengthLimit: limit)
        return SampleRows(PaddedBytes(text.utf8), form: form).rows.map {
            $0.cells.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var rows: [[String]]
        var dialect = CSVDialect()
        var testDescription: String { text.debugDescription }
    }

    static let cases: [Case] = [
        Case(text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
        Case(text: "a,b\r\n1,2", rows: [["a", "b"], ["1", "2"]]),
        Case(text: "a,b,\n", rows: [["a", "b", ""]]),
        Case(text: "a,", rows: [["a", ""]]),
        Case(text: "\n\na,b\n\n", rows: [["a", "b"]]),
        Case(text: "\"a,b\",c\n", rows: [["a,b", "c"]]),
        Case(text: "\"a\nb\",c\nd,e\n", rows: [["a\nb", "c"], ["d", "e"]]),
        Case(text: "\"a\"\"b\",\"\"\n", rows: [["a\"b", ""]]),
        Case(text: "\"a\"b,c\n", rows: [["ab", "c"]]),
        Case(text: "a\"b,c\"d\n", rows: [["a\"b", "c\"d"]]),
        Case(text: "5\" pipe,\"x,y\"\n", rows: [["5\" pipe", "x,y"]]),
        Case(text: "a,\"b\nc,d\n", rows: [["a", "\"b"], ["c", "d"]]),
        Case(
            text: "'a,b',c\n", rows: [["a,b", "c"]], dialect: CSVDialect(quote: 0x27)),
        Case(
            text: "\"a\\\"b\",c\n", rows: [["a\"b", "c"]], dialect: CSVDialect(escape: 0x5C)),
        Case(text: "\"a,b\",c\n", rows: [["\"a", "b\"", "c"]], dialect: CSVDialect(quote: nil)),
        Case(
            text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]], dialect: CSVDialect(lineEnd: .cr)),
        Case(
            text: "a,b\r\n1,2\r3,4\n5,6",
            rows: [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]],
            dialect: CSVDialect(lineEnd: .mixed)),
        Case(
            text: "# \"x\na,b\n#y,z\n1,2\n", rows: [["a", "b"], ["1", "2"]],
            dialect: CSVDialect(comment: 0x23)),
        Case(
            text: "  1  2.5 3  \n4 5 6\n   \n", rows: [["1", "2.5", "3"], ["4", "5", "6"]],
            dialect: CSVDialect(delimiter: 0x20)),
        Case(
            text: "1 2 \r\n\"a b\" c\r\n", rows: [["1", "2"], ["a b", "c"]],
            dialect: CSVDialect(delimiter: 0x20)),
        Case(text: "\0,2\n", rows: [["\0", "2"]]),
    ]

    @Test("Records are cut by the dialect's rules", arguments: cases)
    func cut(example: Case) {
        #expect(rows(example.text, example.dialect) == example.rows)
    }

    @Test("A quote that is not closed within the limit is an ordinary character")
    func quoteLimit() {
        let long = String(repeating: "x", count: 50)
        #expect(rows("\"\(long)\",b\n", CSVDialect(), limit: 100) == [[long, "b"]])
        #expect(
            rows("\"\(long)\nb,\"c\n", CSVDialect(), limit: 20) == [["\"\(long)"], ["b", "\"c"]])
    }

    /// A text of the characters that matter.
    private func randomText(_ generator: inout Generator, length: Int) -> [UInt8] {
        let alphabet = Array("a1,,\n\"\r; .-#\\".utf8)
        return (0..<length).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
    }

    @Test("The quick and the general indexer agree on every text")
    func indexersAgree() {
        var generator = Generator(state: 3)
        var quick = FieldIndex()
        var general = FieldIndex()
        for round in 0..<3_000 {
            let text = PaddedBytes(randomText(&generator, length: Int(generator.next() % 200)))
            let dialect = CSVDialect(quote: round % 5 == 0 ? nil : 0x22)
            let form = CSVForm(dialect, fieldLengthLimit: 64)
            quick.scan(text, form: form)
            general.scanExactly(text, form: form)
            #expect(quick.lineCount == general.lineCount)
            #expect(
                quick.ends.prefix(quick.fieldCount + 1)
                    == general.ends.prefix(general.fieldCount + 1))
            #expect(
                quick.firsts.prefix(quick.lineCount + 1)
                    == general.firsts.prefix(general.lineCount + 1))
        }
    }

    static let dialects = [
        CSVDialect(), CSVDialect(delimiter: 0x3B, quote: nil), CSVDialect(escape: 0x5C),
        CSVDialect(lineEnd: .cr), CSVDialect(lineEnd: .mixed), CSVDialect(comment: 0x23),
        CSVDialect(delimiter: 0x20),
    ]

    @Test(
        "Text cut into whole records gives the same fields as the text at once",
        arguments: dialects.indices)
    func piecesAgree(dialect: Int) {
        let form = CSVForm(Self.dialects[dialect], fieldLengthLimit: 16)
        var generator = Generator(state: 5)
        for _ in 0..<600 {
            let text = randomText(&generator, length: Int(generator.next() % 120))
            let size = 1 + Int(generator.next() % 40)
            let whole = SampleRows(PaddedBytes(text), form: form).rows.map(\.cells)
            #expect(
                pieces(of: text, size: size, form) == whole,
                "\(String(decoding: text, as: UTF8.self).debugDescription) by \(size)")
        }
    }

    /// The rows of a text that arrives piece by piece.
    private func pieces(of text: [UInt8], size: Int, _ form: CSVForm) -> [[[UInt8]]] {
        var rows: [[[UInt8]]] = []
        var pending: [UInt8] = []
        var position = 0
        while position < text.count {
            let next = min(text.count, position + size)
            pending += text[position..<next]
            position = next
            let isLast = position == text.count
            let whole = FieldIndex.wholeRecords(PaddedBytes(pending), form: form, isLast: isLast)
            rows += SampleRows(PaddedBytes(pending[..<whole]), form: form).rows.map(\.cells)
            pending.removeFirst(whole)
        }
        return rows
    }
}
