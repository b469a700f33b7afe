import Foundation
import Testing

@testable import API

@Suite("JSON as it is written")
struct JSONWriterTests {
    @Test("Objects and arrays nest, with commas where they belong")
    func nesting() {
        var json = JSONWriter()
        json.object {
            $0.name("a")
            $0.array {
                $0.count(1)
                $0.array { _ in }
                $0.object { _ in }
            }
            $0.name("b")
            $0.flag(false)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,[],{}],"b":false}"#)
    }

    @Test(
        "Numbers read back as they were; those that JSON lacks are null",
        arguments: [
            (1.0, "1"), (-0.1, "-0.1"), (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"),
            (1_447_689_600.5, "1447689600.5"),
        ])
    func numbers(value: Double, text: String) {
        var json = JSONWriter()
        json.number(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == text)
    }

    @Test("Any text reads back as it was")
    func texts() throws {
        let text = "\"\\/\u{0}\u{1f}\u{7f}\n\t\r Ünïcode 漢字 👩‍🔧 \u{2028}"
        var json = JSONWriter()
        json.array { $0.text(text) }
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
    }

    @Test("A problem names status, place and what was expected")
    func problem() throws {
        let document = ProblemDocument(
            status: 422, title: "Unprocessable Content", detail: "No.", place: "from",
            expected: "a date")
        let read = try JSONSerialization.jsonObject(with: Data(document.content()))
        let fields = try #require(read as? [String: Any])
        #expect(fields["status"] as? Int == 422)
        #expect(fields["where"] as? String == "from")
        #expect(fields["expected"] as? String == "a date")
        #expect(fields["type"] as? String == "about:blank")
    }
}
