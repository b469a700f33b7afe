import Testing

@testable import HTTP

@Suite("How a content is coded")
struct ContentCodingTests {
    private static func chosen(_ fields: HeaderFields) -> ContentCoding {
        .chosen(for: Request(headers: fields))
    }

    @Test(
        "is the client's choice (RFC 9110 §12.5.3)", .enabled(if: Gzip.isAvailable, "needs zlib"),
        arguments: [
            ("gzip", true), ("GZIP", true), ("x-gzip", true), ("gzip, deflate, br, zstd", true),
            ("deflate, br", false), ("", false), (",", false), ("identity", false),
            ("*", true), ("*;q=0", false), ("br, *;q=0.1", true), ("gzip;q=0, *", false),
            ("gzip;q=0", false), ("gzip;q=0.000", false), ("gzip;q=0.001", true),
            ("gzip ; q=1.000", true), ("gzip;Q=0.5", true), ("deflate;q=1, gzip;q=0.2", true),
            ("gzip;q=0.5, identity", false), ("identity;q=0.5, gzip", true),
            ("gzip, identity", true), ("identity;q=0, gzip;q=0.1", true),
            ("identity;q=0", false), ("gzip;q=0.2, *;q=0.5", false), ("gzip, *;q=0", true),
            ("gzip;q=1.001", false), ("gzip;q=2", false), ("gzip;q=", false),
            ("gzip;q=0.1234", false), ("gzip;q=.5", false), ("gzip;level=9", false),
            ("gzip;q=0.5x", false), (";q=1", false), ("gzip\t;\tq=0.3 , br", true),
        ])
    func choice(_ field: String, _ isCompressed: Bool) {
        #expect(Self.chosen(["Accept-Encoding": field]) == (isCompressed ? .gzip : .identity))
    }

    @Test("is none where the client names none")
    func silence() {
        #expect(Self.chosen([:]) == .identity)
    }

    @Test("over several lines is read as over one", .enabled(if: Gzip.isAvailable, "needs zlib"))
    func lines() {
        #expect(
            Self.chosen(["Accept-Encoding": "br", "Accept-Encoding": "gzip;q=0.1"]) == .gzip)
    }

    @Test(
        "is none where another site's page makes the browser ask, unless nothing else is taken",
        .enabled(if: Gzip.isAvailable, "needs zlib"),
        arguments: [
            ("cross-site", "gzip", false), ("same-site", "gzip, *", false),
            ("cross-site", "gzip, identity;q=0", true), ("same-origin", "gzip", true),
            ("none", "gzip", true),
        ])
    func crossSite(_ site: String, _ field: String, _ isCompressed: Bool) {
        let chosen = Self.chosen(["Accept-Encoding": field, "Sec-Fetch-Site": site])
        #expect(chosen == (isCompressed ? .gzip : .identity))
    }

    @Test("makes a gzip file, the same each time", .enabled(if: Gzip.isAvailable, "needs zlib"))
    func file() throws {
        let bytes = Array(String(repeating: "<td>pump-07</td>", count: 500).utf8)
        let packed = try #require(ContentCoding.gzip.encoded(bytes))
        #expect(packed.count < bytes.count / 10)
        #expect(packed.prefix(4) == [0x1F, 0x8B, 8, 0])
        // The last four bytes tell the length.
        #expect(packed.suffix(4) == [0x40, 0x1F, 0, 0])
        #expect(ContentCoding.gzip.encoded(bytes) == packed)
    }

    @Test("leaves alone what is short, does not get shorter, or is wanted as it is")
    func alone() {
        #expect(ContentCoding.gzip.encoded(Array(repeating: 65, count: 1023)) == nil)
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(ContentCoding.gzip.encoded(noise) == nil)
        #expect(ContentCoding.identity.encoded(Array(repeating: 65, count: 5000)) == nil)
    }

    @Test("has a tag of its own")
    func tags() {
        let tag = EntityTag("abc")
        #expect(tag.coded(.identity) == tag)
        #expect(tag.coded(.gzip).fieldValue == "\"abc-gzip\"")
    }
}
