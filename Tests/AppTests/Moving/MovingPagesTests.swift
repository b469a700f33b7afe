import Foundation
import Programs
import Testing

@testable import App

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A set that moved shows the same pages, by way of the command line and of the page Import.
@Suite(
    "Pages of a set that moved", .serialized,
    .enabled(if: BuiltProgram.path != nil, "needs the built program"))
struct MovingPagesTests {
    private static let pages = ["/", "/clusters", "/trends", "/diagnostics?focus=pump-1", "/rows"]

    /// What a server over a folder answers.
    private func pages(_ folder: MovingFolder, set: String) async throws -> [String] {
        let program = try BuiltProgram(try #require(BuiltProgram.path), root: folder.root)
        defer {
            program.send(SIGTERM)
            program.wait()
        }
        let client = PlainClient(port: program.port)
        var texts: [String] = []
        for page in Self.pages {
            let mark = page.contains("?") ? "&" : "?"
            texts.append(try #require(answer(client, "\(page)\(mark)set=\(set)")))
        }
        return texts
    }

    /// The body of a page once the set has been read.
    private func answer(_ client: PlainClient, _ path: String) -> String? {
        for _ in 0..<300 {
            guard let text = client.page(path) else { return nil }
            let isLoading = text.contains("http-equiv=\"refresh\"")
            let body = text.components(separatedBy: "\r\n\r\n").dropFirst().joined()
            if text.hasPrefix("HTTP/1.1 200"), !isLoading { return body }
            usleep(100_000)
        }
        return nil
    }

    private func filled() throws -> MovingFolder {
        let folder = MovingFolder()
        try folder.write("raw/fleet/telemetry.csv", StoredModels.rows)
        try folder.write(
            "raw/fleet/telemetry.csv.schema.json", #"{"units":{"flow":"l/min"}}"#)
        return folder
    }

    private func note(_ folder: MovingFolder) throws {
        let program = try BuiltProgram(try #require(BuiltProgram.path), root: folder.root)
        defer {
            program.send(SIGTERM)
            program.wait()
        }
        let form = FormRequest(
            "/notes/add",
            [
                "set": "fleet", "device": "pump-1", "kind": "remark", "time": "2023-11-14 22:20",
                "text": "seal <b>changed</b>",
            ])
        #expect(PlainClient(port: program.port).status(form.bytes, pause: 0) == 303)
    }

    @Test("are the same after export and import by commands, notes and units included")
    func commands() async throws {
        let old = try filled()
        defer { old.remove() }
        let new = MovingFolder()
        defer { new.remove() }
        try note(old)
        let before = try await pages(old, set: "fleet")
        let archive = old.root.appending(path: "fleet.zip").path
        #expect(try old.run(["export-set", "fleet", "--out", archive]).status == 0)
        #expect(try new.run(["import-set", archive]).status == 0)
        let after = try await pages(new, set: "fleet")
        #expect(before[3].contains("seal &lt;b&gt;changed"))
        for (page, (one, other)) in zip(Self.pages, zip(before, after)) {
            #expect(one == other, "\(page) differs")
        }
    }

    @Test("A running server shows a set that a command takes in")
    func running() async throws {
        let old = try filled()
        defer { old.remove() }
        let new = MovingFolder()
        defer { new.remove() }
        let program = try BuiltProgram(try #require(BuiltProgram.path), root: new.root)
        defer {
            program.send(SIGTERM)
            program.wait()
        }
        let client = PlainClient(port: program.port)
        #expect(client.page("/?set=fleet")?.hasPrefix("HTTP/1.1 404") == true)
        let archive = old.root.appending(path: "fleet.zip").path
        #expect(try old.run(["export-set", "fleet", "--out", archive]).status == 0)
        #expect(try new.run(["import-set", archive]).status == 0)
        #expect(answer(client, "/?set=fleet") != nil)
    }

    @Test("The page Import exports a set, and knows an exported one that is uploaded")
    func upload() async throws {
        let old = try filled()
        defer { old.remove() }
        try note(old)
        let program = try BuiltProgram(try #require(BuiltProgram.path), root: old.root)
        defer {
            program.send(SIGTERM)
            program.wait()
        }
        let url = try #require(URL(string: "http://127.0.0.1:\(program.port)/export/fleet.zip"))
        let (zip, response) = try await URLSession.shared.data(from: url)
        let http = try #require(response as? HTTPURLResponse)
        #expect(http.statusCode == 200)
        #expect(http.value(forHTTPHeaderField: "Content-Type") == "application/zip")
        #expect(
            http.value(forHTTPHeaderField: "Content-Disposition")
                == "attachment; filename=\"fleet.zip\"")
        let client = PlainClient(port: program.port)
        #expect(client.page("/export/none.zip")?.hasPrefix("HTTP/1.1 404") == true)
        // It is there already; under another name it is taken.
        let form = FormRequest("/import", file: "fleet.zip", zip)
        #expect(client.status(form.bytes, pause: 0) == 409)
        let named = Self.form(named: "copy", zip)
        #expect(client.status(named.bytes, pause: 0) == 303)
        #expect(old.texts("raw/copy") == old.texts("raw/fleet"))
        let page = try #require(answer(client, "/diagnostics?focus=pump-1&set=copy"))
        #expect(page.contains("seal &lt;b&gt;changed"))
        #expect(client.status(Self.form(named: "third", zip, look: true).bytes, pause: 0) == 422)
        #expect(old.texts("raw/third").isEmpty && old.texts("incoming").isEmpty)
    }

    private static func form(named name: String, _ zip: Data, look: Bool = false) -> FormRequest {
        var body: [UInt8] = []
        for (field, value) in [("set", name), ("mode", "new")] + (look ? [("look", "1")] : []) {
            let head = "--B\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n"
            body += Array("\(head)\(value)\r\n".utf8)
        }
        let head =
            "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"f.zip\"\r\n"
            + "Content-Type: application/zip\r\n\r\n"
        body += Array(head.utf8) + Array(zip) + Array("\r\n--B--\r\n".utf8)
        return FormRequest("/import", "multipart/form-data; boundary=B", body)
    }

}
