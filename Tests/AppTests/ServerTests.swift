import Foundation
import HTTP
import Telemetry
import Testing
@testable import App

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The real server with real sockets, over a data folder of its own.
@Suite("The dashboard as a browser meets it", .serialized)
struct ServerTests {
    @Test("A page is answered at once, and without news the next answer is 304")
    func notModified() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let first = try await running.get("/")
        #expect(first.status == 200)
        #expect(first.text.contains("pump-07"))
        let tag = try #require(first.header("ETag"))
        let second = try await running.get("/", headers: ["If-None-Match": tag])
        #expect(second.status == 304)
        #expect(second.text.isEmpty)
    }

    @Test("A page asked for right after a start is whole where that takes but a moment")
    func firstPage() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let folder = running.root.appending(path: "raw/small")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = (1...9).map { "2026-01-01 00:0\($0):00,mill-3,\($0)\n" }.joined()
        try Data(("time,device,load\n" + rows).utf8).write(
            to: folder.appending(path: "readings.csv"))
        let page = try await running.get("/")
        #expect(page.text.contains("mill-3"))
        #expect(!page.text.contains("http-equiv=\"refresh\" content=\"5\""))
    }

    @Test("What is asked for right after a start waits for the set to be read")
    func rightAfterStart() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        let devices = try await running.get("/export/devices.csv?set=sample-fleet")
        #expect(devices.status == 200)
        #expect(devices.text.contains("pump-07"))
        let other = try await Running(sample: true)
        defer { other.stop() }
        let form = Data("set=sample-fleet&task=anomaly".utf8)
        let training = try await other.send(
            "POST", "/models/train",
            headers: ["Content-Type": "application/x-www-form-urlencoded"], body: form)
        #expect(training.status == 303)
    }

    @Test("The same address gives the same bytes, another choice other ones")
    func address() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        for path in [
            "/clusters?k=3", "/clusters?algorithm=dbscan&eps=2.5",
            "/clusters?algorithm=hdbscan&minSamples=4", "/trends?period=4w",
        ] {
            let one = try await running.get(path)
            let two = try await running.get(path)
            #expect(one.status == 200)
            #expect(one.text == two.text)
        }
        let three = try await running.get("/clusters?k=3").text
        #expect(three != (try await running.get("/clusters?k=4").text))
    }

    @Test("Every page carries the strict headers and no inline script or style")
    func headers() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        for path in ["/", "/clusters", "/trends", "/diagnostics", "/import", "/rows"] {
            let answer = try await running.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(answer.header("Content-Security-Policy")?.contains("unsafe") == false)
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("X-Frame-Options") == "DENY")
            #expect(!answer.text.contains(" style=\""), "\(path)")
            #expect(!answer.text.contains(" onclick="), "\(path)")
        }
    }

    @Test("Pages name style and script by version, and browsers keep them until it changes")
    func resources() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let page = try await running.get("/").text
        for name in ["app.css", "app.js"] {
            let path = try #require(page.firstMatch(of: Regex("/static/\(name)\\?v=[0-9a-f]{16}")))
            let kept = try await running.get(String(page[path.range]))
            #expect(kept.header("Cache-Control") == "max-age=31536000, immutable")
            let plain = try await running.get("/static/\(name)?v=other")
            #expect(plain.header("Cache-Control") == "no-cache")
            #expect(plain.text == kept.text)
        }
    }

    @Test("Raw rows are those of the readings first, of a code those of its file")
    func rows() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let readings = try await running.get("/export/rows.csv?focus=pump-07").text
        #expect(readings.hasPrefix("line,time,device,temperature"))
        let events = try await running.get("/export/rows.csv?code=E41%20valve%20slow").text
        #expect(events.hasPrefix("line,time,device,error_code"))
    }

    @Test("Unknown addresses, sets and methods get their status and a page")
    func problems() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        #expect(try await running.get("/nowhere").status == 404)
        #expect(try await running.get("/?set=nothing").status == 404)
        #expect(try await running.get("/static/../Package.swift").status != 200)
        let answer = try await running.send("POST", "/trends", body: Data())
        #expect(answer.status == 405)
        #expect(answer.header("Allow")?.contains("GET") == true)
        let empty = try await running.get("/")
        #expect(empty.status == 200)
        #expect(empty.text.contains("<main"))
    }

    @Test("A post from another origin is refused")
    func origin() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let form = Multipart(fields: ["mode": "new", "set": "x"], files: ["a.csv": "t,v\n1,2\n"])
        let answer = try await running.send(
            "POST", "/import", headers: ["Origin": "http://evil.example"], form: form)
        #expect(answer.status == 403)
        #expect(running.stored.isEmpty)
    }

    @Test("Who is refused learns no data set's name")
    func strangers() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let answer = try await running.get("/", headers: ["Host": "evil.example"])
        #expect(answer.status == 421)
        #expect(!answer.text.contains("sample-fleet"))
    }

    @Test("A file with nothing usable gets 422 and the sentence, and nothing is stored")
    func nothingUsable() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        for content in ["", "\u{1}\u{2}\u{0}PNG", "header only,nothing else\n"] {
            let form = Multipart(
                fields: ["mode": "new", "set": "bad"], files: ["bad.csv": content])
            let answer = try await running.send("POST", "/import", form: form)
            #expect(answer.status == 422, "\(content.debugDescription)")
            #expect(answer.text.contains("bad.csv") && !answer.text.contains("incoming"))
            #expect(answer.text.contains("<title>422"), "no title of its own")
            #expect(answer.text.contains("class=\"upload\""), "no form to try again")
        }
        #expect(running.stored.isEmpty)
        #expect(running.litter.isEmpty)
    }

    @Test("Identical content again is a no-op; the same name with other content asks")
    func again() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let rows = (1...40).map { "2026-01-01 00:\($0 < 10 ? "0" : "")\($0):00,a,\($0)" }
        let text = "time,device,value\n" + rows.joined(separator: "\n") + "\n"
        func send(_ text: String, _ mode: String) async throws -> Int {
            let form = Multipart(
                fields: ["mode": mode, "set": "fleet", "current": "fleet"],
                files: ["readings.csv": text])
            return try await running.send("POST", "/import", form: form).status
        }
        #expect(try await send(text, "new") == 303)
        try await running.untilReady("fleet")
        #expect(try await send(text, "add") == 303)
        #expect(running.stored == ["fleet/readings.csv"])
        #expect(try await send(text + "2026-01-01 00:41:00,a,41\n", "add") == 409)
        #expect(try await send(text + "2026-01-01 00:41:00,a,41\n", "append") == 303)
        let stored = running.root.appending(path: "raw/fleet/readings.csv")
        #expect(
            try String(contentsOf: stored, encoding: .utf8) == text + "2026-01-01 00:41:00,a,41\n")
    }

    @Test("A set whose rows are in a database takes neither files nor rows, and says so")
    func database() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let sources = running.root.appending(path: "sources")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data("{\"address\": \"http://127.0.0.1:1\", \"tables\": [\"a\"]}".utf8)
            .write(to: sources.appending(path: "plant.json"))
        let text = "time,device,load\n2026-01-01 00:00:00,a,1\n2026-01-01 00:01:00,a,2\n"
        let form = Multipart(
            fields: ["mode": "add", "set": "plant", "current": "plant"], files: ["a.csv": text])
        let files = try await running.send("POST", "/import", form: form)
        #expect(files.status == 409)
        #expect(files.text.contains("are in a database"))
        let rows = try await running.send(
            "POST", "/api/v1/sets/plant/rows", headers: ["Content-Type": "text/csv"],
            body: Data(text.utf8))
        #expect(rows.status == 409)
        #expect(rows.text.contains("are in a database"))
        #expect(running.stored.isEmpty && running.litter.isEmpty)
    }

    @Test(
        "Azure PdM uploaded through the form: the Overview shows the figures of its truth",
        .enabled(if: SharedData.isHere, "needs ../shared/data"))
    func azure() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let folder = SharedData.folder.appending(path: "azure_pdm")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".csv") }.sorted()
        #expect(names.count == 6)
        var files: [String: String] = [:]
        for name in names {
            files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let form = Multipart(fields: ["mode": "new", "set": "azure"], files: files)
        let answer = try await running.send("POST", "/import", form: form)
        #expect(answer.status == 303)
        for name in names {
            let stored = running.root.appending(path: "raw/azure/\(name)")
            #expect(try Data(contentsOf: stored) == Data(try #require(files[name]).utf8))
        }
        try await running.untilReady("azure")
        let page = try await running.get("/?set=azure").text
        #expect(page.contains("of 100"))
        #expect(page.contains("3,919"))
        let devices = try await running.get("/export/devices.csv?set=azure")
        #expect(devices.status == 200)
        #expect(devices.text.split(separator: "\r\n").count == 101)
    }
}
