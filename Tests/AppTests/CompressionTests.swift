import HTTP
import Testing

@testable import App

/// The client of these tests unpacks what it gets by itself.
@Suite(
    "Compressed answers", .serialized,
    .enabled(
        if: ContentCoding.gzip.encoded(Array(repeating: 65, count: 5000)) != nil, "needs zlib"))
struct CompressionTests {
    private static let plain = ["Accept-Encoding": "identity"]
    private static let packed = ["Accept-Encoding": "gzip"]

    @Test(
        "say so, hold the same, and have a tag of their own", arguments: ["/", "/static/app.css"])
    func coded(path: String) async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        for _ in 0..<2 {
            let plain = try await running.get(path, headers: Self.plain)
            let packed = try await running.get(path, headers: Self.packed)
            #expect(plain.header("Content-Encoding") == nil)
            #expect(packed.header("Content-Encoding") == "gzip")
            #expect(packed.text == plain.text)
            #expect(!plain.text.isEmpty)
            for answer in [plain, packed] {
                #expect(answer.header("Vary")?.hasPrefix("Accept-Encoding") == true)
            }
            #expect(plain.header("ETag") != packed.header("ETag"))
        }
    }

    @Test("without news are 304 for their own tag only", arguments: ["/trends", "/static/app.js"])
    func notModified(path: String) async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let plain = try #require(try await running.get(path, headers: Self.plain).header("ETag"))
        let packed = try #require(try await running.get(path, headers: Self.packed).header("ETag"))
        func status(_ headers: [String: String], _ tag: String) async throws -> Int {
            try await running.get(
                path, headers: headers.merging(["If-None-Match": tag]) { first, _ in first }
            ).status
        }
        #expect(try await status(Self.packed, packed) == 304)
        #expect(try await status(Self.plain, plain) == 304)
        #expect(try await status(Self.packed, plain) == 200)
        #expect(try await status(Self.plain, packed) == 200)
        #expect(try await status(Self.packed, "\(plain), \(packed)") == 304)
    }

    @Test("have the same head for HEAD, the packed length included")
    func head() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let get = try await running.get("/clusters", headers: Self.packed)
        let head = try await running.send("HEAD", "/clusters", headers: Self.packed)
        for name in ["Content-Length", "Content-Encoding", "ETag", "Vary"] {
            #expect(head.header(name) == get.header(name))
            #expect(get.header(name) != nil)
        }
        let length = try #require(get.header("Content-Length").flatMap(Int.init))
        #expect(length < get.text.utf8.count / 3)
    }

    @Test("are not made of downloads, of short texts, or for another site's page")
    func alone() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let file = try await running.get("/export/devices.csv", headers: Self.packed)
        #expect(file.header("Content-Encoding") == nil)
        let none = try await running.get("/static/none", headers: Self.packed)
        #expect(none.header("Content-Encoding") == nil)
        let other = try await running.get(
            "/", headers: Self.packed.merging(["Sec-Fetch-Site": "cross-site"]) { $1 })
        #expect(other.status == 200)
        #expect(other.header("Content-Encoding") == nil)
    }
}
