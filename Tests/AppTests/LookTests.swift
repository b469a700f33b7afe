import Foundation
import HTTP
import Telemetry
import Testing
import Values
@testable import App

/// Looking at files before they are taken in, over HTTP.
@Suite("A look before files are taken in", .serialized)
struct LookTests {
    private static let other =
        "time,pump,load\n2023-03-01 06:00:00,p1,1.5\n2023-03-01 07:00:00,p2,2.5\n"

    /// Sends files to be looked at.
    private func look(
        _ running: Running, _ files: [String: String], mode: String = "new", set: String = "",
        current: String? = nil, query: String = ""
    ) async throws -> Running.Answer {
        var fields = ["mode": mode, "set": set, "look": "yes"]
        fields["current"] = current
        return try await running.send(
            "POST", "/import" + query, form: Multipart(fields: fields, files: files))
    }

    private func id(_ answer: Running.Answer) throws -> String {
        let place = try #require(answer.header("Location"))
        let id = try #require(place.firstMatch(of: /stage=([0-9a-f]{32})/))
        return String(id.output.1)
    }

    private func staged(_ running: Running) -> [String] {
        let path = running.root.appending(path: "staged").path
        return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    }

    @Test("Looked at, answered and taken in, a file is in its set with the answer")
    func whole() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let sent = try await look(
            running, ["fleet.csv": QuestionTests.dates, "b.csv": Self.other], set: "pumps",
            query: "?lang=ru")
        #expect(sent.status == 303)
        let place = try #require(sent.header("Location"))
        #expect(place.hasPrefix("/import?lang=ru&stage="))
        let id = try id(sent)
        #expect(running.stored.isEmpty && running.litter.isEmpty)
        #expect(try await running.get(place).text.contains("Первая дата в «date»"))
        let page = try await running.get("/import?stage=\(id)&lang=en")
        #expect(page.status == 200)
        #expect(page.header("Cache-Control") == "no-store")
        #expect(page.text.contains("12 rows, none refused"))
        let first = try #require(page.firstMomentRead)
        let keys = page.answers
        #expect(keys.count == 2)
        // The files stand in the form's order, which is that of their names here.
        let answered = try await running.post(
            "/import/answer", ["stage": id, "file": "1", "answer": keys[1]])
        #expect(answered.status == 303)
        #expect(answered.header("Location")?.hasSuffix("#h-file-1") == true)
        let after = try await running.get("/import?stage=\(id)&lang=en")
        #expect(after.answers.isEmpty)
        #expect(after.firstMomentRead != first)
        let taken = try await running.post("/import/take", ["stage": id])
        #expect(taken.status == 303)
        #expect(taken.header("Location")?.contains("set=pumps") == true)
        #expect(
            running.stored == ["pumps/b.csv", "pumps/fleet.csv", "pumps/fleet.csv.schema.json"])
        try await running.untilReady("pumps")
        #expect(try await running.get("/import?set=pumps").answers.isEmpty)
        #expect(staged(running).isEmpty && running.litter.isEmpty)
        #expect(try await running.get("/import?stage=\(id)").status == 404)
        #expect(try await running.post("/import/take", ["stage": id]).status == 404)
    }

    @Test("Cancelled, the files are gone and no set has changed")
    func cancel() async throws {
        let running = try await Running(sample: false, files: ["fleet/a.csv": Self.other])
        defer { running.stop() }
        let sent = try await look(
            running, ["b.csv": QuestionTests.dates], mode: "add", current: "fleet")
        let id = try id(sent)
        let cancelled = try await running.post("/import/cancel?lang=en", ["stage": id])
        #expect(cancelled.status == 303)
        let place = try #require(cancelled.header("Location"))
        #expect(place.contains("set=fleet"))
        #expect(try await running.get(place).text.contains("Nothing was imported."))
        #expect(staged(running).isEmpty && running.stored == ["fleet/a.csv"])
        #expect(try await running.get("/import?stage=\(id)").status == 404)
        // Once more is no error: the person has what was wanted.
        #expect(try await running.post("/import/cancel", ["stage": id]).status == 303)
    }

    @Test("What cannot be used says why, and keeps all from being taken in")
    func broken() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let sent = try await look(
            running, ["a.csv": Self.other, "bad.csv": "\u{1}\u{2}\u{0}x", "empty.csv": ""])
        let id = try id(sent)
        let page = try await running.get("/import?stage=\(id)&lang=en")
        #expect(page.status == 200)
        #expect(page.text.contains("class=\"notice\"><code>bad.csv</code>"))
        #expect(page.text.contains("<code>empty.csv</code> is empty"))
        #expect(!page.text.contains("action=\"/import/take"))
        let taken = try await running.post("/import/take?lang=en", ["stage": id])
        #expect(taken.status == 422)
        #expect(taken.text.contains("Nothing was stored."))
        #expect(running.stored.isEmpty && staged(running) == [id])
    }

    @Test("A name that is taken leaves the files waiting, and says so")
    func conflict() async throws {
        let running = try await Running(sample: false, files: ["fleet/a.csv": Self.other])
        defer { running.stop() }
        try await running.untilReady("fleet")
        let sent = try await look(
            running, ["a.csv": QuestionTests.dates], mode: "add", current: "fleet")
        let id = try id(sent)
        let taken = try await running.post("/import/take?lang=en", ["stage": id])
        #expect(taken.status == 409)
        #expect(taken.text.contains("has a file a.csv with other content"))
        #expect(taken.text.contains("action=\"/import/cancel"))
        #expect(staged(running) == [id] && running.stored == ["fleet/a.csv"])
    }

    @Test("They wait over a restart, and expire after a day")
    func restart() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let id = try id(try await look(running, ["a.csv": Self.other]))
        let manifest = running.root.appending(path: "staged/\(id)/stage.json")
        let configuration = running.site.configuration
        func page() async throws -> HTTP.Status {
            let site = try ServeCommand(
                configuration: configuration, log: Log(level: .quiet)
            ).site()
            guard let request = Request(target: "/import?stage=\(id)"),
                case .later(let answer) = Routes.router(site).reply(to: request)
            else { return .badRequest }
            return await answer().status
        }
        #expect(try await page() == .ok)
        var stage = try JSONDecoder().decode(Stage.self, from: Data(contentsOf: manifest))
        stage.created -= Stage.lifetime
        try JSONEncoder().encode(stage).write(to: manifest)
        #expect(try await running.get("/import?stage=\(id)").status == 404)
        #expect(try await running.post("/import/take", ["stage": id]).status == 404)
        #expect(staged(running) == [id])
        #expect(try await page() == .notFound)
        #expect(staged(running).isEmpty)
    }

    @Test("Addresses and names that are none lead nowhere")
    func hostile() async throws {
        let running = try await Running(sample: false, files: ["fleet/a.csv": Self.other])
        defer { running.stop() }
        let id = try id(
            try await look(running, ["../../<b>x\u{202E}.csv": QuestionTests.dates]))
        let page = try await running.get("/import?stage=\(id)")
        #expect(page.text.contains("&lt;b&gt;x") && !page.text.contains("<b>x"))
        let wrong = ["../raw/fleet", "..", String(repeating: "0", count: 32), id.uppercased()]
        for name in wrong {
            let query = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            #expect(try await running.get("/import?stage=\(query)").status == 404)
            #expect(try await running.post("/import/take", ["stage": name]).status == 404)
            #expect(try await running.post("/import/cancel", ["stage": name]).status == 303)
            let key = try #require(page.answers.first)
            let answer = try await running.post(
                "/import/answer", ["stage": name, "file": "0", "answer": key])
            #expect(answer.status == 404)
        }
        for file in ["1", "-1", "x", "99999999999999999999"] {
            let answer = try await running.post(
                "/import/answer", ["stage": id, "file": file, "answer": "0"])
            #expect(answer.status == 404)
        }
        let gone = try await running.post(
            "/import/answer", ["stage": id, "file": "0", "answer": "0"])
        let place = try #require(gone.header("Location"))
        #expect(try await running.get(place).text.contains("Nothing was changed:"))
        for path in ["/import/take", "/import/cancel", "/import/answer"] {
            let foreign = try await running.post(
                path, ["stage": id], headers: ["Origin": "http://evil.example"])
            #expect(foreign.status == 403)
        }
        #expect(staged(running) == [id] && running.stored == ["fleet/a.csv"])
        #expect(!(try await running.get("/import").text.contains(id)))
    }

    @Test("What waits counts against the limit of uploads")
    func limit() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let folder = running.site.folder
        let limit = running.site.configuration.uploadLimit
        let first = try id(try await look(running, ["a.csv": Self.other]))
        let manifest = running.root.appending(path: "staged/\(first)/stage.json")
        // As if it were a file of ten gigabytes.
        let text = try String(contentsOf: manifest, encoding: .utf8)
        let size = Self.other.utf8.count
        try text.replacing("\"bytes\":\(size)", with: "\"bytes\":\(limit)")
            .write(to: manifest, atomically: true, encoding: .utf8)
        #expect(try folder.stage(first, at: LookActions.now).byteCount == limit)
        let second = try await look(running, ["b.csv": Self.other], query: "?lang=en")
        #expect(second.status == 413)
        #expect(second.text.contains("Files waiting for import would exceed"))
        #expect(staged(running) == [first] && running.litter.isEmpty)
    }

    @Test("No file or a name that cannot be is refused as an upload is")
    func refused() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        #expect(try await look(running, [:]).status == 422)
        #expect(try await look(running, ["a.csv": Self.other], set: "..").status == 422)
        #expect(staged(running).isEmpty && running.litter.isEmpty)
    }
}

extension Running.Answer {
    /// The first cell of the first table of rows that is a moment.
    fileprivate var firstMomentRead: String? {
        text.firstMatch(of: /[0-9]+ [A-Z][a-z]{2} 2024 06:00/).map { String($0.output) }
    }
}
