import Foundation
import HTTP
import Pipeline
import Store
import Telemetry
import Testing

@testable import App

@Suite("Rows that programs send")
struct RowsTests {
    /// An answer as JSON.
    private func json(_ answer: Running.Answer) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    private func send(
        _ server: Running, _ path: String, _ text: String, _ headers: [String: String] = [:]
    ) async throws -> Running.Answer {
        try await server.send(
            "POST", "/api/v1/sets/" + path, headers: headers, body: Data(text.utf8))
    }

    /// Rows every minute of two devices, as CSV.
    private func rows(_ minutes: Range<Int>) -> String {
        "time,device,temperature\n"
            + minutes.map { minute in
                let time = Date(timeIntervalSince1970: 1_767_225_600 + Double(minute) * 60)
                    .formatted(.iso8601)
                return "\(time),a,\(20 + minute % 7)\n\(time),b,\(30 + minute % 5)\n"
            }.joined()
    }

    @Test("Rows of each form make a set, and what is refused is named")
    func forms() async throws {
        let server = try await Running(sample: false)
        defer { server.stop() }
        let answer = try await send(
            server, "line%203/rows", rows(0..<3) + "x,y,z,w\n", ["Content-Type": "text/csv"])
        #expect(answer.status == 200)
        let told = try json(answer)
        #expect(told["taken"] as? Int == 6)
        #expect(told["repeated"] as? Bool == false)
        let refused = try #require(told["refused"] as? [[String: Any]])
        #expect(refused.count == 1 && refused[0]["index"] as? Int == 6)
        #expect(refused[0]["reason"] as? String == "has 4 cells, but the header 3")
        let file = try #require(told["file"] as? String)
        #expect(server.stored == ["line 3/" + file])
        let lines = try await send(
            server, "line%203/rows",
            "{\"time\":\"2026-01-01T01:00:00Z\",\"device\":\"a\",\"temperature\":21.5}\n",
            ["Content-Type": "application/x-ndjson; charset=utf-8"])
        #expect(try json(lines)["file"] as? String == file)
        let influx = try await send(
            server, "line%203/rows?format=influx&precision=s", "pump,device=c rpm=3i 1767225600\n",
            ["Content-Type": "text/plain; charset=utf-8"])
        #expect(try json(influx)["taken"] as? Int == 1)
        let texts = try server.stored.map { name in
            try String(contentsOf: server.root.appending(path: "raw/\(name)"), encoding: .utf8)
        }
        #expect(
            texts.sorted()
                == [
                    rows(0..<3) + "2026-01-01T01:00:00Z,a,21.5\n",
                    "time,device,pump_rpm\n2026-01-01T00:00:00Z,c,3\n",
                ].sorted())
        #expect(server.litter.isEmpty)
    }

    @Test(
        "Where nothing can be taken a problem says where and what was expected",
        arguments: [
            ("x/rows", "text/csv", "a,a\n1,2\n", 400, "line 1"),
            ("x/rows", "text/csv", "a\n\"1\n", 400, "row 0"),
            ("x/rows", "text/csv", "a\n", 400, "content"),
            ("x/rows", "text/plain", "a\n1\n", 415, "Content-Type"),
            ("x/rows?format=xml", "text/csv", "a\n1\n", 400, "format"),
            ("x/rows?format=influx&precision=d", "text/plain", "m v=1", 400, "precision"),

            (".x/rows", "text/csv", "a\n1\n", 400, "set"),
        ])
    func problems(
        path: String, type: String, text: String, status: Int, place: String
    ) async throws {
        let server = try await Running(sample: false)
        defer { server.stop() }
        let answer = try await send(server, path, text, ["Content-Type": type])
        #expect(answer.status == status)
        #expect(answer.header("Content-Type") == "application/problem+json")
        #expect(try json(answer)["where"] as? String == place)
        #expect(server.stored.isEmpty)
    }

    @Test("A batch with a name is taken once; the name of another batch is refused")
    func keys() async throws {
        let server = try await Running(sample: false)
        defer { server.stop() }
        let headers = ["Content-Type": "text/csv", "Idempotency-Key": "batch 1"]
        let first = try await send(server, "x/rows", "time,v\n1,2\n", headers)
        let second = try await send(server, "x/rows", "time,v\n1,2\n", headers)
        #expect(try json(first)["repeated"] as? Bool == false)
        #expect(try json(second)["repeated"] as? Bool == true)
        #expect(try json(second)["taken"] as? Int == 1)
        #expect(try await send(server, "x/rows", "time,v\n1,3\n", headers).status == 422)
        let long = [
            "Content-Type": "text/csv", "Idempotency-Key": String(repeating: "k", count: 256),
        ]
        #expect(try await send(server, "x/rows", "time,v\n1,3\n", long).status == 400)
        let text = try String(
            contentsOf: server.root.appending(path: "raw/\(server.stored[0])"), encoding: .utf8)
        #expect(text == "time,v\n1,2\n")
        let metrics = try await server.get("/metrics").text
        for line in [
            "perfmon_row_batches_total{result=\"taken\"} 1",
            "perfmon_row_batches_total{result=\"repeated\"} 1",
            "perfmon_row_batches_total{result=\"refused\"} 2", "perfmon_rows_taken_total 1",
        ] {
            #expect(metrics.contains(line + "\n"), "\(line)")
        }
    }

    @Test("What Telegraf sends is answered as it expects: 204, or an error it understands")
    func telegraf() async throws {
        let server = try await Running(sample: false)
        defer { server.stop() }
        // outputs.influxdb with content_encoding gzip: chunked, in gzip.
        let text = "cpu,host=web1 usage_idle=97.5,usage_user=1.25 1767225600000000000\n"
        let packed = try #require(
            ContentCoding.gzip.encoded(
                Array(String(repeating: text, count: 40).utf8)))
        let headers = ["Content-Type": "text/plain; charset=utf-8"]
        let answer = try await server.send(
            "POST", "/api/v1/sets/servers/write?db=telegraf",
            headers: headers.merging(["Content-Encoding": "gzip"]) { $1 }, body: Data(packed))
        #expect(answer.status == 204 && answer.text.isEmpty)
        let stored = try String(
            contentsOf: server.root.appending(path: "raw/\(server.stored[0])"), encoding: .utf8)
        #expect(
            stored == "time,host,cpu_usage_idle,cpu_usage_user\n"
                + String(repeating: "2026-01-01T00:00:00Z,web1,97.5,1.25\n", count: 40))
        let partial = try await send(server, "servers/write", text + "cpu v=x\n", headers)
        #expect(partial.status == 400)
        #expect(
            try json(partial)["error"] as? String
                == "partial write: row 1 has x as v; expected a number, a text in quotes or a truth dropped=1"
        )
        let broken = try await send(server, "servers/write", "nothing\n", headers)
        #expect(broken.status == 400)
        let error = try json(broken)["error"] as? String
        #expect(error == "unable to parse: Row 0 has no fields and cannot be taken.")
        let cut = try await server.send(
            "POST", "/api/v1/sets/servers/write",
            headers: headers.merging(["Content-Encoding": "gzip"]) { $1 },
            body: Data(packed.dropLast(9)))
        #expect(cut.status == 400)
    }

    @Test(
        "Rows appended to a set that was looked at are on its pages soon, without the folder's check"
    )
    func reload() async throws {
        let server = try await Running(sample: false)
        defer { server.stop() }
        let headers = ["Content-Type": "text/csv"]
        _ = try await send(server, "x/rows", rows(0..<200), headers)
        _ = await server.site.work(of: "/") { server.site.store.look() }
        _ = try await server.get("/?set=x")
        try await server.untilReady("x")
        func count() -> Int? {
            server.site.store.view(of: "x").analysed?.pipeline.source.catalog.rows
        }
        #expect(count() == 400)
        for batch in 0..<10 {
            _ = try await send(
                server, "x/rows", rows(200 + batch * 10..<210 + batch * 10), headers)
        }
        for _ in 0..<3_000 where count() != 600 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(count() == 600)
        #expect(try await server.get("/?set=x").status == 200)
    }

    @Test(
        "Behind a password the first batch is asked for again, by a status after which programs try again"
    )
    func guarded() async throws {
        var router = Router()
        router.post("/rows", body: .file) { _ in .now(.text(.ok, "taken")) }
        let line = PasswordFile.entry(name: "anna", password: "correct horse battery").line
        let handler = GuardedHandler(router, passwords: try PasswordFile(text: line, name: "users"))
        func answer(_ pair: String?) async -> Response {
            var headers: HeaderFields = ["Host": "localhost"]
            if let pair {
                headers.append("Authorization", "Basic " + Data(pair.utf8).base64EncodedString())
            }
            switch handler.reply(to: Request(method: .post, path: "/rows", headers: headers)) {
            case .now(let response): return response
            case .later(let work): return await work()
            }
        }
        #expect(await answer(nil).status.code == 401)
        let first = await answer("anna:correct horse battery")
        #expect(first.status.code == 503 && first.headers["Retry-After"] == "1")
        #expect(await answer("anna:correct horse battery").status.code == 200)
    }

    @Test("A program that is refused by the server itself is told in its own form")
    func rejections() async throws {
        let server = try await Running(sample: false)
        defer { server.stop() }
        let answer = try await send(
            server, "x/rows", "a\n1\n",
            ["Origin": "http://evil.example", "Content-Type": "text/csv"])
        #expect(answer.status == 403)
        #expect(answer.header("Content-Type") == "application/problem+json")
        let page = try await server.send(
            "POST", "/import", headers: ["Origin": "http://evil.example"], body: Data())
        #expect(page.status == 403)
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
    }
}
