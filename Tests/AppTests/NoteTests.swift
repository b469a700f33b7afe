import Dashboard
import Wording
import Foundation
import Telemetry
import Testing

@testable import App

/// Notes of devices: kept, shown, taken away.
@Suite("Notes", .serialized)
struct NoteTests {
    private let note = [
        "set": "sample-fleet", "device": "pump-07", "kind": "falseAlarm",
        "time": "2026-03-01 06:00", "text": "checked <b>twice</b> & fine",
    ]

    private func send(
        _ path: String, _ fields: [String: String], to running: Running
    ) async throws -> Running.Answer {
        var form = URLComponents()
        form.queryItems = fields.sorted { $0.key < $1.key }.map {
            URLQueryItem(name: $0.key, value: $0.value)
        }
        return try await running.send(
            "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
            body: Data((form.percentEncodedQuery ?? "").utf8))
    }

    private func file(_ running: Running) -> URL {
        running.root.appending(path: "raw/sample-fleet/notes.json")
    }

    @Test("stand on the device's page and beside its name, escaped, and in a file of their own")
    func shown() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let before = try await running.get("/diagnostics?focus=pump-07")
        let added = try await send("/notes/add", note, to: running)
        #expect(added.status == 303)
        #expect(added.header("Location")?.contains("focus=pump-07") == true)
        let tag = try #require(before.header("ETag"))
        let page = try await running.get(
            "/diagnostics?focus=pump-07", headers: ["If-None-Match": tag])
        #expect(page.status == 200)
        #expect(page.text.contains("checked &lt;b&gt;twice&lt;/b&gt; &amp; fine"))
        #expect(page.text.contains("was false (100 %)"))
        #expect(try await running.get("/").text.contains("False alarm"))
        #expect(FileManager.default.fileExists(atPath: file(running).path))
        #expect(running.litter.isEmpty)
    }

    @Test("are there after a restart, and gone once they are removed")
    func kept() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        _ = try await send("/notes/add", note, to: running)
        let later = NoteBook(folder: .init(root: running.root))
        let kept = try #require(later.notes(of: "sample-fleet").first)
        #expect(kept.device == "pump-07" && kept.kind == .falseAlarm)
        let removed = try await send(
            "/notes/delete",
            ["set": "sample-fleet", "device": "pump-07", "note": kept.id], to: running)
        #expect(removed.status == 303)
        #expect(NoteBook(folder: .init(root: running.root)).notes(of: "sample-fleet").isEmpty)
    }

    @Test(
        "without a time, a known kind or words are not kept, and the page says why",
        arguments: [["time": "soon"], ["kind": "rumour"], ["kind": "remark", "text": "  "]])
    func unclear(_ change: [String: String]) async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        let answer = try await send(
            "/notes/add", note.merging(change) { $1 }, to: running)
        let location = try #require(answer.header("Location"))
        #expect(try await running.get(location).text.contains("The note was not saved"))
        #expect(!FileManager.default.fileExists(atPath: file(running).path))
    }

    @Test("of a set that does not exist are refused, and a broken file is none")
    func unknown() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        let answer = try await send("/notes/add", note.merging(["set": "../x"]) { $1 }, to: running)
        #expect(answer.status == 404)
        let broken = Data("[{".utf8)
        try broken.write(to: file(running))
        #expect(try await running.get("/diagnostics?set=sample-fleet").status == 200)
        #expect(try await send("/notes/add", note, to: running).status == 500)
        #expect(try Data(contentsOf: file(running)) == broken, "written over")
    }

    @Test("beyond a thousand are refused, and none of those before is lost")
    func many() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        let book = NoteBook(folder: .init(root: running.root))
        let full = (0..<NoteBook.limit).map {
            DeviceNote(id: "\($0)", device: "pump-07", time: 0, kind: .confirmed, text: "")
        }
        try book.change("sample-fleet") { $0 = full }
        #expect(throws: StorageError.self) {
            try book.change("sample-fleet") { $0.append(full[0]) }
        }
        let kept = NoteBook(folder: .init(root: running.root)).notes(of: "sample-fleet")
        #expect(kept == full && book.notes(of: "sample-fleet") == full)
    }
}
