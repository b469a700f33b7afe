import Foundation
import Testing
import Values
@testable import Containers

@Suite("Gzip in memory")
struct GzipBytesTests {
    /// "hello\n" in gzip.
    private static let hello: [UInt8] = [
        0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0,
        0x20, 0x30, 0x3A, 0x36, 0x06, 0, 0, 0,
    ]

    @Test("One member, and several, are unpacked")
    func members() throws {
        #expect(try GzipBytes.unpacked(Self.hello, limit: 6) == Array("hello\n".utf8))
        #expect(
            try GzipBytes.unpacked(Self.hello + Self.hello, limit: 12)
                == Array("hello\nhello\n".utf8))
    }

    @Test("What is cut off, changed, or no gzip, is damaged")
    func damaged() {
        for length in 0..<Self.hello.count {
            #expect(throws: ContainerFault.damaged(entry: nil)) {
                try GzipBytes.unpacked(Array(Self.hello[..<length]), limit: 100)
            }
        }
        for bytes in [Array("time,v\n1,2\n".utf8), Self.hello + [1, 2, 3]] {
            #expect(throws: ContainerFault.damaged(entry: nil)) {
                try GzipBytes.unpacked(bytes, limit: 100)
            }
        }
        var changed = Self.hello
        changed[19] ^= 1
        #expect(throws: ContainerFault.damaged(entry: nil)) {
            try GzipBytes.unpacked(changed, limit: 100)
        }
    }

    @Test("Nothing unpacks to more than the limit")
    func limit() {
        #expect(throws: ContainerFault.tooLarge(limit: 5)) {
            try GzipBytes.unpacked(Self.hello, limit: 5)
        }
    }
}
