import Foundation
import HTTP
import Pipeline
import Programs
import Reports
import Store
import Telemetry
import Testing
import Values

@testable import App

@Suite("How the program is, for monitors")
struct MetricsTests {
    /// Two devices for some hours.
    private static let readings =
        "time,device,temperature\n"
        + (0..<200).map { minute in
            let time = Date(timeIntervalSince1970: 1_767_225_600 + Double(minute) * 60)
                .formatted(.iso8601)
            return "\(time),a,\(20 + minute % 7)\n\(time),b,\(30 + minute % 5)\n"
        }.joined()

    /// The value of a sample by its line's beginning.
    private func value(_ sample: String, in text: String) -> Double? {
        text.split(separator: "\n").first { $0.hasPrefix(sample + " ") }
            .flatMap { Double($0.dropFirst(sample.count + 1)) }
    }

    @Test("A server that lives says so, and says when what it shows first has been read")
    func probes() async throws {
        let server = try await Running(sample: false, files: ["fleet/a.csv": Self.readings])
        defer { server.stop() }
        #expect(try await server.get("/healthz").text == "ok\n")
        let before = try await server.get("/readyz")
        #expect(before.status == 503)
        #expect(before.text == "The data set fleet is being read.\n")
        _ = try await server.get("/")
        try await server.untilReady("fleet")
        #expect(try await server.get("/readyz").status == 200)
    }

    @Test("Without data there is nothing to wait for, and a set that cannot be read is none")
    func readiness() async throws {
        let empty = try await Running(sample: false)
        defer { empty.stop() }
        #expect(try await empty.get("/readyz").status == 200)
        let broken = try await Running(sample: false, files: ["bad/x.csv": "\u{0}\u{1}"])
        defer { broken.stop() }
        _ = try await broken.get("/?set=bad")
        _ = await broken.site.waitUntilSettled("bad", for: .seconds(60))
        #expect(try await broken.get("/readyz").status == 200)
    }

    @Test("A scrape counts requests and tells of every set, and reads none for it")
    func scrape() async throws {
        let server = try await Running(
            sample: false,
            files: [
                "fleet/a.csv": Self.readings, "odd \"set\"\\=1/a.csv": "time,v\n2024-01-01,1\n",
            ])
        defer { server.stop() }
        let unread = try await server.get("/metrics").text
        #expect(value(#"perfmon_set_state{set="fleet",state="unread"}"#, in: unread) == 1)
        #expect(
            value(#"perfmon_set_state{set="odd \"set\"\\=1",state="unread"}"#, in: unread) == 1)
        #expect(!unread.contains("perfmon_set_rows"))
        _ = try await server.get("/?set=fleet")
        try await server.untilReady("fleet")
        _ = try await server.get("/nothing-here")
        let answer = try await server.get("/metrics")
        #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        let text = answer.text
        #expect(
            value(#"perfmon_http_requests_total{route="page",status="2xx"}"#, in: text) == 1)
        #expect(
            value(#"perfmon_http_requests_total{route="other",status="4xx"}"#, in: text) == 1)
        #expect(
            value(#"perfmon_http_requests_total{route="probe",status="2xx"}"#, in: text) == 1)
        #expect(
            value(#"perfmon_http_request_duration_seconds_count{route="page"}"#, in: text) == 1)
        #expect((value("perfmon_http_connections", in: text) ?? 0) >= 1)
        #expect(value(#"perfmon_loads_total{result="read"}"#, in: text) == 1)
        let rows = value(#"perfmon_set_rows{set="fleet"}"#, in: text)
        #expect(rows == 400)
        #expect(value("perfmon_loaded_rows_total", in: text) == rows)
        let analysed = try #require(server.site.store.view(of: "fleet").analysed)
        let headline = analysed.snapshot.overview.headline
        for (status, count) in [
            ("critical", headline.critical), ("warning", headline.warning),
            ("ok", headline.total - headline.critical - headline.warning),
        ] {
            let sample = "perfmon_set_devices{set=\"fleet\",status=\"\(status)\"}"
            #expect(value(sample, in: text) == Double(count))
        }
        let age = try #require(
            value(#"perfmon_set_newest_row_age_seconds{set="fleet"}"#, in: text))
        let newest = analysed.pipeline.source.catalog.axis.dataRange.upperBound
        let scraped = Date().timeIntervalSince1970 - newest
        #expect(age <= scraped && age > scraped - 60)
        #expect(value(#"perfmon_set_state{set="fleet",state="ready"}"#, in: text) == 1)
    }

    @Test(
        "What a scrape gives is what promtool takes for clean",
        .enabled(if: Self.promtool != nil, "needs promtool"))
    func format() async throws {
        let server = try await Running(sample: false, files: ["fleet/a.csv": Self.readings])
        defer { server.stop() }
        _ = try await server.get("/")
        try await server.untilReady("fleet")
        let text = try await server.get("/metrics").text
        let file = server.root.appending(path: "metrics.txt")
        try Data(text.utf8).write(to: file)
        let tool = try #require(Self.promtool)
        let child = try ChildProgram([
            "/bin/sh", "-c", "\(tool) check metrics < '\(file.path)' 2>&1; echo status $?",
        ])
        let lines = child.lines(within: .seconds(60))
        #expect(lines.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } == ["status 0"])
    }

    private static let promtool = ["/usr/bin/promtool", "/usr/local/bin/promtool"]
        .first(where: FileManager.default.isExecutableFile(atPath:))

    @Test("Every metric stands in the page about them, and that names no other")
    func documented() async throws {
        let server = try await Running(sample: false, files: ["fleet/a.csv": Self.readings])
        defer { server.stop() }
        _ = try await server.get("/")
        try await server.untilReady("fleet")
        let text = try await server.get("/metrics").text
        let names = Set(
            text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
                .map { String($0.split(separator: " ")[2]) })
        let page = try String(
            contentsOf: ImportTableTests.root.appending(path: "Sources/METRICS.md"),
            encoding: .utf8)
        let written = Set(page.matches(of: /`((?:perfmon|process)_[a-z_]+)`/).map { String($0.1) })
        // Only a process with a supervisor counts restarts.
        #expect(names.union(["perfmon_restarts_total"]) == written)
    }

    @Test("Durations fall into their buckets, and vanished clients are counted as such")
    func buckets() {
        let counters = RequestCounters()
        counters.count(.page, status: 200, took: .milliseconds(1))
        counters.count(.page, status: 503, took: .seconds(11))
        counters.count(.page, status: nil, took: .zero)
        var written = PrometheusTextReader()
        counters.write(to: &written.text)
        let text = written.string
        func bucket(_ bound: String) -> Double? {
            value(
                #"perfmon_http_request_duration_seconds_bucket{route="page",le="\#(bound)"}"#,
                in: text)
        }
        #expect([bucket("0.0005"), bucket("0.001"), bucket("10"), bucket("+Inf")] == [1, 2, 2, 3])
        #expect(
            value(#"perfmon_http_request_duration_seconds_sum{route="page"}"#, in: text) == 11.001)
        for status in ["2xx", "5xx", "none"] {
            let sample = "perfmon_http_requests_total{route=\"page\",status=\"\(status)\"}"
            #expect(value(sample, in: text) == 1)
        }
    }

    @Test(
        "Addresses fall into classes",
        arguments: [
            ("GET", "/", "page"), ("GET", "/trends?set=x", "page"),
            ("GET", "/static/app.css", "asset"),
            ("GET", "/export/devices.csv?set=a", "download"), ("POST", "/import", "form"),
            ("GET", "/api/v1/sets/x/episodes", "api"), ("GET", "/api/v1/sets/x/rows", "api"),
            ("POST", "/api/v1/sets/x/rows?format=csv", "ingest"),
            ("POST", "/api/v1/sets/x/write?db=t", "ingest"), ("GET", "/metrics", "probe"),
            ("GET", "/wp-login.php", "other"),
        ])
    func classes(method: String, target: String, name: String) {
        let method: HTTP.Method = method == "GET" ? .get : .post
        #expect(RouteClass(method, target).name == name)
    }

    @Test("Behind a password everybody may ask whether the program lives, nobody for figures")
    func guarded() throws {
        var router = Router()
        for path in Probes.paths { router.get(path) { _ in .now(.text(.ok, "inside")) } }
        let line = PasswordFile.entry(name: "anna", password: "correct horse battery").line
        let handler = GuardedHandler(router, passwords: try PasswordFile(text: line, name: "users"))
        func status(_ path: String, _ method: HTTP.Method = .get) -> Int? {
            guard case .now(let response) = handler.reply(to: Request(method: method, path: path))
            else { return nil }
            return response.status.code
        }
        #expect(status("/healthz") == 200)
        #expect(status("/healthz", .post) == 401)
        #expect(status("/readyz") == 401)
        #expect(status("/metrics") == 401)
    }
}
