import Dashboard
import Foundation
import Testing

@testable import App

@Suite("Charts at addresses of their own")
struct ChartServingTests {
    @Test("Every chart to which a page links is an SVG that needs nothing else")
    func links() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        var count = 0
        for page in ["/", "/clusters", "/trends", "/diagnostics"] {
            let html = try await running.get(page + "?set=sample-fleet").text
            for link in html.matches(of: /href="(\/chart\/[^"]+\.svg[^"]*)"/).map(\.output.1) {
                count += 1
                let answer = try await running.get(String(link).replacing("&amp;", with: "&"))
                #expect(answer.status == 200, "\(link)")
                #expect(answer.header("Content-Type") == "image/svg+xml; charset=utf-8")
                #expect(answer.text.hasPrefix("<svg xmlns="))
                for word in ["var(", "light-dark(", "color-mix(", "<script", "href="] {
                    #expect(!answer.text.contains(word), "\(link) has \(word)")
                }
                #expect(answer.text.contains("sample-fleet"), "\(link) names its source")
            }
        }
        #expect(count > 12)
    }

    @Test("A chart comes with a tag, is the page's choice, and has the theme and width asked for")
    func manner() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let address = "/chart/overview/rate.svg?set=sample-fleet"
        let plain = try await running.get(address)
        let tag = try #require(plain.header("ETag"))
        #expect(try await running.get(address, headers: ["If-None-Match": tag]).status == 304)
        #expect(plain.header("Cross-Origin-Resource-Policy") == "cross-origin")
        #expect(plain.header("Content-Security-Policy")?.contains("sandbox") == true)
        let dark = try await running.get(address + "&theme=dark&width=400")
        #expect(dark.text.contains("width=\"400\"") && dark.text.contains("#111827"))
        #expect(plain.text.contains("#ffffff") && !plain.text.contains("prefers-color-scheme"))
        let auto = try await running.get(address + "&theme=auto")
        #expect(auto.text.contains("prefers-color-scheme"))
        let week = try await running.get(address + "&period=7d")
        #expect(week.status == 200 && week.text != plain.text)
        let russian = try await running.get(address + "&lang=ru")
        #expect(russian.text.contains("Частота ошибок"))
        for width in ["-5", "1e9", "nan", "inf", "x", "%3Cb%3E"] {
            #expect(try await running.get(address + "&width=" + width).status == 200)
        }
    }

    @Test(
        "What names no chart is a page that says so",
        arguments: [
            "overview/none.svg", "nowhere/rate.svg", "overview/rate.gif", "overview/rate",
            "overview/%3Cscript%3E.svg", "overview/.svg",
            "overview/rate.svg.png", "overview/%D1%8F.svg",
        ])
    func unknown(path: String) async throws {
        let running = try await Running(sample: false, files: ["a/a.csv": "time,x\n1,2\n2,3\n"])
        defer { running.stop() }
        try await running.untilReady("a")
        let answer = try await running.get("/chart/" + path + "?set=a")
        #expect(answer.status == 404)
        #expect(!answer.text.contains("<script>"))
        #expect(try await running.get("/chart/overview/rate.svg?set=none").status == 404)
    }
}
