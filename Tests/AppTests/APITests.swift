import Foundation
import HTTP
import Programs
import Testing

@testable import API
@testable import App

/// What programs get over HTTP.
@Suite("The API over HTTP", .serialized)
struct APIServingTests {
    @Test("Figures of the API are those of the pages, of both sample sets")
    func figures() async throws {
        let running = try await Running(
            sample: true, files: ["odd/a,b.csv": Self.readings(devices: ["<b>x", "Насос 1"])])
        defer { running.stop() }
        for set in ["sample-fleet", "odd"] {
            try await running.untilReady(set)
            for (page, key) in [("", "overview"), ("clusters", "clusters"), ("trends", "trends")] {
                let name = page.isEmpty ? "overview" : page
                let ofPage = try await Self.object(running, "/\(name).json?set=\(set)")
                let alone = try await Self.object(running, "/api/v1/sets/\(set)/\(key)")
                let first = try JSONSerialization.data(
                    withJSONObject: try #require(ofPage[key]), options: .sortedKeys)
                let second = try JSONSerialization.data(
                    withJSONObject: try #require(alone[key]), options: .sortedKeys)
                #expect(first == second)
                let html = try await running.get("/\(page)?set=\(set)").text
                let answer = try #require(ofPage["answer"] as? String)
                #expect(!answer.isEmpty && Self.text(html).contains(answer), "\(set) \(page)")
            }
        }
    }

    @Test("All that is written fits the document that the server gives")
    func document() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let document = try JSONTree(try await running.get("/api/v1/openapi.json").text.utf8)
        let check = SchemaCheck(document)
        for operation in APIOperation.allCases where operation.method == .get {
            let address = operation.path.replacing("{set}", with: "sample-fleet")
                .replacing("{device}", with: "pump-12")
            let answer = try await running.get(address)
            #expect(answer.status == 200, "\(address)")
            let content = document["paths"]?[operation.path]?["get"]?["responses"]?["200"]?[
                "content"]
            let schema = try #require(content?["application/json"]?["schema"])
            #expect(
                check.faults(try JSONTree(answer.text.utf8), schema).prefix(3) == [], "\(address)")
        }
    }

    @Test("Lists come in parts that together are the whole")
    func parts() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let base = "/api/v1/sets/sample-fleet/devices"
        let whole = try await Self.object(running, base)
        var names: [String] = []
        var address: String? = base + "?limit=5"
        while let next = address {
            let part = try await Self.object(running, next)
            names += Self.names(part)
            address = (part["next"] as? String).map { base + "?limit=5&cursor=" + $0 }
            try #require(names.count <= 100)
        }
        #expect(names == Self.names(whole))
        #expect(names.count == whole["total"] as? Int)
        #expect(names.first == "pump-12" || names.count > 10)
    }

    @Test(
        "What cannot be answered is a problem that says where and what was expected",
        arguments: [
            ("/api/v1/sets/none/overview", 404, "set"),
            ("/api/v1/sets/sample-fleet/devices/none", 404, "device"),
            ("/api/v1/sets/sample-fleet/overview?period=soon", 400, "period"),
            ("/api/v1/sets/sample-fleet/overview?from=2031-01-01&to=2030-01-01", 400, "from"),
            ("/api/v1/sets/sample-fleet/devices?limit=0", 400, "limit"),
            ("/api/v1/sets/sample-fleet/devices?limit=x", 400, "limit"),
            ("/api/v1/sets/sample-fleet/devices?cursor=7", 400, "cursor"),
            ("/api/v1/sets/sample-fleet/episodes?device=none", 404, "device"),
            ("/api/v1/sets/sample-fleet/rows?file=none.csv", 404, "file"),
            ("/overview.json?set=none", 404, "set"),
            ("/api/v1/nothing", 404, nil),
        ] as [(String, Int, String?)])
    func problems(address: String, status: Int, place: String?) async throws {
        let running = try await Shared.running()
        let answer = try await running.get(address)
        #expect(answer.status == status)
        #expect(answer.header("Content-Type") == "application/problem+json")
        let problem = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
        #expect(problem["status"] as? Int == status)
        #expect(problem["where"] as? String == place)
        #expect((problem["detail"] as? String)?.isEmpty == false)
    }

    @Test("An answer that the client holds is not sent again")
    func notModified() async throws {
        let running = try await Shared.running()
        let address = "/api/v1/sets/sample-fleet/trends"
        let tag = try #require(try await running.get(address).header("ETag"))
        let again = try await running.get(address, headers: ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.text.isEmpty)
        let other = try await running.get(address + "?lang=ru", headers: ["If-None-Match": tag])
        #expect(other.status == 200)
    }

    @Test("A note that is written by a program stands on the page until it is deleted")
    func notes() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let base = "/api/v1/sets/sample-fleet/notes"
        let text = "bearing <changed> & greased"
        let form =
            "device=pump-12&kind=repaired&time=2024-03-01T06:00&text="
            + (text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        let made = try await running.send(
            "POST", base, headers: Self.formType, body: Data(form.utf8))
        #expect(made.status == 201)
        let listed = try await Self.object(running, base)
        let notes = try #require(listed["notes"] as? [[String: Any]])
        #expect(notes.map { $0["text"] as? String } == [text])
        let id = try #require(notes.first?["id"] as? String)
        #expect(try await running.send("DELETE", base + "/" + id).status == 204)
        #expect(try await running.send("DELETE", base + "/" + id).status == 404)
        #expect(try await Self.object(running, base)["total"] as? Int == 0)
        let unknown = try await running.send(
            "POST", base, headers: Self.formType,
            body: Data("device=none&kind=remark&time=1&text=x".utf8))
        #expect(unknown.status == 422)
        for _ in 0..<3 {
            let answer = try await running.send(
                "POST", base,
                headers: Self.formType.merging(["Idempotency-Key": "a b"]) { $1 },
                body: Data(form.utf8))
            #expect(answer.status == 201)
        }
        #expect(try await Self.object(running, base)["total"] as? Int == 1)
    }

    @Test("A set can be deleted, once")
    func deletion() async throws {
        let running = try await Running(
            sample: false, files: ["odd/a.csv": Self.readings(devices: ["a", "b"])])
        defer { running.stop() }
        try await running.untilReady("odd")
        #expect(try await running.send("DELETE", "/api/v1/sets/odd").status == 204)
        #expect(try await running.send("DELETE", "/api/v1/sets/odd").status == 404)
        #expect(try await Self.object(running, "/api/v1/sets")["total"] as? Int == 0)
    }

    // MARK: - Helpers

    private static let formType = ["Content-Type": "application/x-www-form-urlencoded"]

    /// One server for the tests that change nothing.
    private enum Shared {
        static let task = Task {
            let running = try await Running(sample: true)
            try await running.untilReady("sample-fleet")
            return running
        }
        static func running() async throws -> Running { try await task.value }
    }

    private static func object(_ running: Running, _ address: String) async throws -> [String: Any]
    {
        let answer = try await running.get(address)
        #expect(answer.status == 200, "\(address): \(answer.text.prefix(200))")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    private static func names(_ part: [String: Any]) -> [String] {
        (part["devices"] as? [[String: Any]])?.compactMap { $0["device"] as? String } ?? []
    }

    /// The text of a page without its tags.
    private static func text(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&#39;", with: "'")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    private static func readings(devices: [String]) -> String {
        var text = "time,device,flow\n"
        for hour in 0..<240 {
            for (index, device) in devices.enumerated() {
                let value = Double((hour * 7 + index * 3) % 11) + (hour > 200 ? 50 : 0)
                text += "2024-01-\(1 + hour / 24 < 10 ? "0" : "")\(1 + hour / 24) "
                text += "\(hour % 24 < 10 ? "0" : "")\(hour % 24):00,\(device),\(value)\n"
            }
        }
        return text
    }
}
