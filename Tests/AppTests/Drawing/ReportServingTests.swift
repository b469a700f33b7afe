import Foundation
import Testing

@testable import App

@Suite("Reports at their addresses")
struct ReportServingTests {
    @Test("A report of a set and of a device, as HTML and as Markdown")
    func reports() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let html = try await running.get("/report.html?set=sample-fleet&period=week")
        #expect(html.status == 200)
        #expect(html.text.contains("<h1>Report on sample-fleet</h1>"))
        #expect(html.text.contains("compared with"))
        #expect(html.text.contains("@page"))
        let style = try #require(
            html.text.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines())?.output.1)
        let policy = try #require(html.header("Content-Security-Policy"))
        #expect(policy.contains("'\(ReportWriter.policyHash(String(style)))'"))
        #expect(!policy.contains("unsafe"))
        let tag = try #require(html.header("ETag"))
        #expect(
            try await running.get(
                "/report.html?set=sample-fleet&period=week", headers: ["If-None-Match": tag]
            ).status == 304)
        let device = try await running.get(
            "/report.md?set=sample-fleet&device=pump-07&lang=ru&period=month")
        #expect(device.header("Content-Type") == "text/markdown; charset=utf-8")
        #expect(device.text.hasPrefix("# Отчёт: "))
        #expect(device.text.contains("pump-07"))
        let unknown = try await running.get("/report.md?set=sample-fleet&device=nobody")
        #expect(unknown.status == 404 && unknown.text.contains("nobody"))
        let page = try await running.get("/?set=sample-fleet&period=7d").text
        #expect(page.contains("/report.html?set=sample-fleet&amp;period=7d"))
    }

    @Test("A set without dates has a report of all its rows, whatever period is asked for")
    func withoutDates() async throws {
        let rows = (0..<60).map { "\(20 + $0 % 7),\(Double($0 * $0 % 13) / 3)" }
        let text = "temperature,vibration\n" + rows.joined(separator: "\n") + "\n"
        let running = try await Running(sample: false, files: ["plain/plain.csv": text])
        defer { running.stop() }
        try await running.untilReady("plain")
        for period in ["", "&period=week", "&from=10&to=20", "&period=never"] {
            let answer = try await running.get("/report.md?set=plain" + period)
            #expect(answer.status == 200, "\(period)")
            #expect(answer.text.contains("# Report on plain"))
        }
    }

    @Test("The periods that have names are lengths as pages write them")
    func periods() {
        let items = [("period", "Month"), ("device", "week"), ("period", "9d")]
        let plain = ReportPeriod.plain(items).map { $0.0 + "=" + $0.1 }
        #expect(plain == ["period=30d", "device=week", "period=9d"])
    }

    @Test("The hash of a style is that of the policy's standard")
    func hash() {
        // The example of CSP 3 for an inline script, as bytes are hashed alike.
        #expect(
            ReportWriter.policyHash("doSomething();")
                == "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=")
    }
}
