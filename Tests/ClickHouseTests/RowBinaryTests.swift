import Testing
import Values

@testable import ClickHouse

@Suite("Answers in RowBinary")
struct RowBinaryTests {
    @Test("values one after the other")
    func values() throws {
        var answer = RowBinary(
            [3, 0x61, 0xC3, 0xA9, 0xFE, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 6)
                + [0xF0, 0x3F, 5, 0, 0, 0, 0, 0, 0, 0])
        #expect(try answer.text() == "aé")
        #expect(try answer.int32() == -2)
        #expect(try answer.double() == 1)
        #expect(try answer.count() == 5)
        #expect(answer.isAtEnd)
    }

    @Test("a length of several bytes")
    func longText() throws {
        var answer = RowBinary([0xAC, 0x02] + [UInt8](repeating: 0x78, count: 300))
        #expect(try answer.text().count == 300)
    }

    @Test(
        "an answer that ends early, or says too much, is garbled",
        arguments: [[3, 0x61], [0x80], [UInt8](repeating: 0xFF, count: 12)])
    func garbled(bytes: [UInt8]) {
        var answer = RowBinary(bytes)
        #expect(throws: SourceFault.garbled) { try answer.text() }
        var count = RowBinary([UInt8](repeating: 0xFF, count: 8))
        #expect(throws: SourceFault.garbled) { try count.count() }
        var short = RowBinary([0, 0, 0])
        #expect(throws: SourceFault.garbled) { try short.uint32() }
    }
}
