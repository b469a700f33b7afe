import Foundation
import Telemetry
import Testing
import Values
@testable import App

/// Questions about files, asked and answered over HTTP.
@Suite("Questions about files", .serialized)
struct QuestionTests {
    /// No value says whether the day or the month stands first.
    static let dates =
        "date,pump,load\n"
        + (1...12).map { "03/\($0 < 10 ? "0" : "")\($0)/2024 06:00,p\($0 % 2),\($0).5\n" }.joined()

    private func file(_ running: Running) -> URL {
        running.root.appending(path: "raw/fleet/readings.csv.schema.json")
    }

    private func correction(_ running: Running) throws -> SchemaCorrection {
        try JSONDecoder().decode(SchemaCorrection.self, from: Data(contentsOf: file(running)))
    }

    private func running() async throws -> Running {
        let running = try await Running(sample: false, files: ["fleet/readings.csv": Self.dates])
        try await running.untilReady("fleet")
        return running
    }

    @Test("An answer is kept beside the file, and is asked no more on any page")
    func answer() async throws {
        let running = try await running()
        defer { running.stop() }
        let page = try await running.get("/import")
        #expect(page.text.contains("Is the first date of “date” "))
        // 03/01/2024 either way.
        #expect(page.text.contains("3 Jan 2024") && page.text.contains("1 Mar 2024"))
        #expect(try await running.get("/").text.contains("1 question about a file"))
        let keys = page.answers
        #expect(keys.count == 2)
        let answered = try await running.post(
            "/import/answer?lang=ru", ["set": "fleet", "file": "readings.csv", "answer": keys[1]])
        #expect(answered.status == 303)
        let place = try #require(answered.header("Location"))
        #expect(place.hasPrefix("/import?set=fleet&lang=ru&file=readings.csv&flash="))
        #expect(try correction(running).dialect?.dayFirst != nil)
        try await running.untilReady("fleet")
        let after = try await running.get("/import?set=fleet&lang=en")
        #expect(after.answers.isEmpty)
        #expect(!(try await running.get("/").text.contains("question about a file")))
        #expect(running.litter.isEmpty)
    }

    @Test("An answer goes over the corrections that stand, and leaves the others")
    func merged() async throws {
        let running = try await running()
        defer { running.stop() }
        let keys = try await running.get("/import").answers
        // Kept by somebody else since the page was shown.
        let earlier = SchemaCorrection(units: ["load": "kN"], timeZone: "Europe/Berlin")
        try running.site.folder.setCorrection(earlier, for: "readings.csv", in: "fleet")
        _ = try await running.post(
            "/import/answer", ["set": "fleet", "file": "readings.csv", "answer": keys[0]])
        let kept = try correction(running)
        #expect(kept.units == ["load": "kN"])
        #expect(kept.timeZone == "Europe/Berlin")
        #expect(kept.dialect?.dayFirst != nil)
    }

    @Test("An old form, an unknown key or another file's key changes nothing and says so")
    func stale() async throws {
        let running = try await running()
        defer { running.stop() }
        let key = try #require(try await running.get("/import").answers.first)
        for wrong in ["", "0000000000000000", key.uppercased() + "x", "../../x", "<b>"] {
            let answer = try await running.post(
                "/import/answer", ["set": "fleet", "file": "readings.csv", "answer": wrong])
            #expect(answer.status == 303)
            let page = try await running.get(try #require(answer.header("Location")))
            #expect(page.text.contains("Nothing was changed:"))
        }
        for (set, file) in [("fleet", "../fleet/readings.csv"), ("../raw", "a"), ("no", "a")] {
            let answer = try await running.post(
                "/import/answer", ["set": set, "file": file, "answer": key])
            #expect(answer.status == 404)
        }
        let foreign = try await running.post(
            "/import/answer", ["set": "fleet", "file": "readings.csv", "answer": key],
            headers: ["Origin": "http://evil.example"])
        #expect(foreign.status == 403)
        #expect(running.stored == ["fleet/readings.csv"])
    }

    @Test(
        "The flags of load that an answer names make the answer's correction",
        arguments: [
            SchemaCorrection(dialect: DialectCorrection(dayFirst: true)),
            SchemaCorrection(dialect: DialectCorrection(dayFirst: false)),
            SchemaCorrection(dialect: DialectCorrection(table: 2)),
            SchemaCorrection(dialect: DialectCorrection(decimalComma: true)),
            SchemaCorrection(dialect: DialectCorrection(encoding: .windows1251)),
            SchemaCorrection(roles: ["a": .device, "b": .attribute]),
            SchemaCorrection(eventKind: .failure),
        ])
    func flags(_ correction: SchemaCorrection) throws {
        let flags = try #require(correction.loadFlags)
        let words = flags.split(separator: " ").map(String.init)
        let configuration = try Configuration(
            arguments: ["load"] + words + ["x.csv"], environment: [:])
        #expect(configuration.correction == correction)
    }

    @Test("A column's name in a flag is one word of the shell; what no flag says has none")
    func quoting() {
        let column = SchemaCorrection(roles: ["it's $HOME; x": .device])
        #expect(column.loadFlags == "--role 'it'\\''s $HOME; x=device'")
        #expect(SchemaCorrection().loadFlags == nil)
        #expect(SchemaCorrection(timeZone: "UTC").loadFlags == nil)
        #expect(SchemaCorrection(dialect: DialectCorrection(skippedLines: 2)).loadFlags == nil)
    }
}

extension Running {
    /// Sends a form of fields.
    func post(
        _ path: String, _ fields: [String: String], headers: [String: String] = [:]
    ) async throws -> Answer {
        var form = URLComponents()
        form.queryItems = fields.sorted { $0.key < $1.key }.map {
            URLQueryItem(name: $0.key, value: $0.value)
        }
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send(
            "POST", path, headers: type.merging(headers) { $1 },
            body: Data((form.percentEncodedQuery ?? "").utf8))
    }
}

extension Running.Answer {
    /// The keys of the answers on the page, in its order.
    var answers: [String] {
        text.matches(of: /name="answer" value="([0-9a-f]{16})"/).map { String($0.output.1) }
    }
}
