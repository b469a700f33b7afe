import Dashboard
import Wording
import Foundation
import HTTP
import Telemetry
import Testing

@testable import App

/// The Overview of an earlier run, kept on disk.
@Suite("Stored pages", .serialized)
struct StoredPageTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "perfmon-pages-\(UUID().uuidString)")
    private let page = PageCache.Page(
        bytes: Array("<p>whole\nfleet</p>".utf8), tag: EntityTag("0123456789abcdef"))
    private let key = Fingerprint("key")

    private var pages: StoredPages { StoredPages(folder: folder, log: Log(level: .quiet)) }

    /// Writing happens in the background.
    private func written(_ count: Int = 1) async throws -> [URL] {
        for _ in 0..<500 {
            let found =
                (try? FileManager.default.contentsOfDirectory(
                    at: folder.appending(path: "set"), includingPropertiesForKeys: nil)) ?? []
            let whole = found.filter { $0.pathExtension == "html" }
            if whole.count >= count, whole.count == found.count { return whole }
            try await Task.sleep(for: .milliseconds(10))
        }
        return []
    }

    @Test("are found again by all they were made of, and by nothing else")
    func found() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        pages.keep(page, as: key, of: "set")
        _ = try await written()
        #expect(pages.find(key, of: "set") == page)
        #expect(pages.find(Fingerprint("other"), of: "set") == nil)
        #expect(pages.find(key, of: "other") == nil)
    }

    @Test("are passed over when one byte differs, cut off, or of another form")
    func broken() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        pages.keep(page, as: key, of: "set")
        let file = try #require(try await written().first)
        let whole = try String(contentsOf: file, encoding: .utf8)
        for text in [
            whole.replacing("fleet", with: "fleat"), String(whole.dropLast()), "",
            whole.replacing("0123456789abcdef", with: "0123456789abcdee"),
            whole.replacing("perfmon-page-1", with: "perfmon-page-0"),
            whole.replacing("0123456789abcdef", with: "\"<>"), "<p></p>", "\n",
        ] {
            try Data(text.utf8).write(to: file)
            #expect(pages.find(key, of: "set") == nil)
        }
        try Data(whole.utf8).write(to: file)
        #expect(pages.find(key, of: "set") == page)
    }

    @Test("are few of each set")
    func few() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let pages = pages
        for number in 0..<7 { pages.keep(page, as: Fingerprint("\(number)"), of: "set") }
        var count = 0
        for _ in 0..<500 where pages.find(Fingerprint("6"), of: "set") == nil || count != 4 {
            try await Task.sleep(for: .milliseconds(10))
            count = try await written().count
        }
        #expect(count == 4)
        #expect(pages.find(Fingerprint("6"), of: "set") != nil)
    }

    private func site() throws -> Site {
        let set = folder.appending(path: "raw/sample-fleet")
        if !FileManager.default.fileExists(atPath: set.path) {
            try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
            for file in SampleFleet().files() {
                try Data(file.text.utf8).write(to: set.appending(path: file.name))
            }
        }
        let configuration = try Configuration(
            arguments: ["--data", folder.path, "--log-level", "quiet"], environment: [:])
        return try ServeCommand(configuration: configuration, log: Log(level: .quiet)).site()
    }

    @Test("are not those of files that changed, of other options, or of another choice")
    func keys() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try site()
        let dataset = try site.folder.dataset("sample-fleet")
        func key(_ dataset: Dataset, _ request: Request = Request()) -> String {
            Fingerprint(site, request, dataset).text
        }
        let plain = key(dataset)
        #expect(key(dataset) == plain)
        var changed = dataset
        changed.files[0].signature.modified += 1
        #expect(key(changed) != plain)
        changed = dataset
        changed.files[0].signature.inode += 1
        #expect(key(changed) != plain)
        changed = dataset
        changed.files[0].correctionSignature = dataset.files[0].signature
        #expect(key(changed) != plain)
        changed = dataset
        changed.files.removeLast()
        #expect(key(changed) != plain)
        #expect(key(dataset, Request(headers: ["Cookie": "theme=dark"])) != plain)
        #expect(key(dataset, Request(headers: ["Accept-Language": "ru"])) != plain)
        let query = QueryItems([.init(name: "period", value: "4w")])
        #expect(key(dataset, Request(query: query)) != plain)
    }

    private func answer(_ site: Site, _ headers: HeaderFields = HeaderFields()) async -> Response {
        let request = Request(headers: headers)
        switch PageHandler(site: site, page: .overview).reply(to: request) {
        case .now(let response): return response
        case .later(let work): return await work()
        }
    }

    private func text(_ response: Response) -> String {
        guard case .bytes(let bytes) = response.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("are the first answer after a start, with the same tag, unless a file has changed")
    func restart() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try site()
        let dataset = try first.folder.dataset("sample-fleet")
        let key = Fingerprint(first, Request(), dataset)
        _ = await answer(first)
        #expect(await first.waitUntilReady("sample-fleet", for: .seconds(60)))
        let whole = await answer(first)
        #expect(text(whole).contains("pump-07"))
        let stored = try #require(try await stored(first, key))
        #expect(stored.bytes == Array(text(whole).utf8))
        #expect(stored.tag.fieldValue == whole.headers["ETag"])

        // Other words under the same key show where the answer is from.
        let mark = PageCache.Page(bytes: page.bytes, tag: stored.tag)
        first.cache.stored.keep(mark, as: key, of: "sample-fleet")
        for _ in 0..<500 where try await self.stored(first, key) != mark {}
        #expect(text(await answer(try site())) == "<p>whole\nfleet</p>")
        let tag = stored.tag.fieldValue
        #expect(await answer(try site(), ["If-None-Match": tag]).status == .notModified)
        let second = try site()
        _ = await answer(second)
        #expect(await second.waitUntilReady("sample-fleet", for: .seconds(60)))
        #expect(text(await answer(second)) == text(whole))

        let file = folder.appending(path: "raw/sample-fleet/telemetry.csv")
        try Data(contentsOf: file).dropLast(200).write(to: file)
        #expect(await answer(try site()).headers["ETag"] != tag)
    }

    private func stored(_ site: Site, _ key: Fingerprint) async throws -> PageCache.Page? {
        for _ in 0..<500 {
            if let page = site.cache.stored.find(key, of: "sample-fleet") { return page }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }
}
