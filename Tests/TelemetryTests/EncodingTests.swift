import Foundation
import Testing
import Values

@testable import Telemetry

/// Texts in many encodings, from `Tests/Reference/telemetry/encodings.py`.
@Suite("Encodings")
struct EncodingTests {
    struct Round: Decodable, CustomTestStringConvertible {
        var encoding: String
        var text: String
        var bytes: String

        var testDescription: String { encoding }
    }

    struct File: Decodable, CustomTestStringConvertible {
        var name: String
        var header: [String]
        var words: [String]
        var bytes: String

        var testDescription: String { name }
    }

    struct Cases: Decodable {
        var round: [Round]
        var files: [File]
    }

    static let cases: Cases = {
        let url = SharedData.package.appendingPathComponent(
            "Tests/Reference/telemetry/encodings.json")
        let data = try? Data(contentsOf: url)
        let cases = data.flatMap { try? JSONDecoder().decode(Cases.self, from: $0) }
        return cases ?? Cases(round: [], files: [])
    }()

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    @Test("Every encoding gives the text that Python gives", arguments: cases.round)
    func decoding(round: Round) throws {
        let encoding = try #require(CSVDialect.Encoding(rawValue: round.encoding))
        let bytes = Self.bytes(round.bytes)
        let decoded = TextDecoding(encoding: encoding).utf8(bytes.span)
        #expect(String(decoding: decoded.text, as: UTF8.self) == round.text)
        #expect(decoded.consumed == bytes.count)
    }

    @Test("The bytes before any character of the text are counted exactly", arguments: cases.round)
    func lengths(round: Round) throws {
        let encoding = try #require(CSVDialect.Encoding(rawValue: round.encoding))
        let decoding = TextDecoding(encoding: encoding)
        // Something broken in the middle counts as well.
        let bytes = Self.bytes(round.bytes) + [0xFF, 0x41, 0, 0x0A] + Self.bytes(round.bytes)
        let text = decoding.utf8(bytes.span).text
        var index = 0
        for character in String(decoding: text, as: UTF8.self).unicodeScalars {
            let length = decoding.length(of: bytes.span, givingText: index)
            let before = decoding.utf8(bytes.span.extracting(first: length)).text
            #expect(before == Array(text[..<index]))
            index += character.utf8.count
        }
    }

    @Test("All encodings are known to this system and have a test")
    func all() {
        let unicode: Set<CSVDialect.Encoding> = [.utf8]
        let known = Set(Self.cases.round.map(\.encoding))
        for encoding in CSVDialect.Encoding.allCases where !unicode.contains(encoding) {
            #expect(encoding == .windows1258 || known.contains(encoding.rawValue))
            if encoding.unitWidth == 1 { #expect(CodePage.page(encoding) != nil) }
        }
    }

    @Test("Headers of loggers are read in the letters they were written in", arguments: cases.files)
    func guess(file: File) throws {
        let table = try CSVTable.cells(bytes: Self.bytes(file.bytes), fileName: "a.csv")
        let read = table.header ?? []
        let inDoubt = table.schema.dialect.reasons.contains {
            if case .encodingInDoubt = $0 { true } else { false }
        }
        #expect(read == file.header, "\(table.schema.dialect.encoding) in doubt: \(inDoubt)")
        let words = Set(table.rows.compactMap(\.last)).filter { $0.contains { !$0.isASCII } }
        #expect(words.isSubset(of: file.words))
        #expect(table.rows.count == 24)
    }

    @Test(
        "Signs alone leave a file in Windows-1252",
        arguments: ["©", "é", "§ 5", "naïve", "10 €", "“so”"])
    func single(word: String) throws {
        let table: [Character: UInt8] = [
            "©": 0xA9, "é": 0xE9, "§": 0xA7, "ï": 0xEF, "€": 0x80, "“": 0x93, "”": 0x94,
        ]
        let bytes = word.map { table[$0] ?? $0.asciiValue ?? 0 }
        let text = Array("a,b,c\n1,2,3\n4,5,".utf8) + bytes + [0x0A]
        let read = try CSVTable.cells(bytes: text, fileName: "a.csv")
        #expect(read.rows.last?.last == word)
    }

    @Test(
        "Rows are read from files of every width and with bytes that look like signs",
        arguments: ["cp932", "utf16", "utf32"])
    func reading(kind: String) throws {
        // The second bytes of 表 and ソ are a backslash in Shift JIS, that of ポ a bar.
        let text = (0..<40).map { "2024-03-13 09:\(10 + $0)|\"表ソポ\"|\($0).5\n" }.joined()
        let whole = "日時|名称|温度\n" + text
        let encoding: String.Encoding =
            kind == "cp932" ? .shiftJIS : kind == "utf16" ? .utf16LittleEndian : .utf32BigEndian
        let file = try TemporaryFile(Array(try #require(whole.data(using: encoding))))
        var correction = SchemaCorrection()
        if kind == "cp932" { correction.dialect = DialectCorrection(encoding: .shiftJIS) }
        let schema = try SchemaInference.infer(url: file.url, correction: correction)
        var rows = 0
        let report = try CSVReader(
            url: file.url, schema: schema, options: ReadOptions(chunkSize: 256)
        ).read { rows += $0.count }
        #expect(rows == 40 && report.issueCount == 0)
        #expect(schema.columns.map(\.name) == ["日時", "名称", "温度"])
    }
}
