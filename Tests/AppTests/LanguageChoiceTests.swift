import Foundation
import Testing

@testable import App

/// Who chooses the language: the address, else the cookie, else the browser.
@Suite("The language of a page", .serialized)
struct LanguageChoiceTests {
    @Test("comes from the address, the cookie, the browser, in this order")
    func order() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        // The session keeps cookies, so what sets one comes last.
        let cases: [(path: String, cookie: String, accepted: String, language: String)] = [
            ("/", "", "en", "en"), ("/", "", "ru-RU,ru;q=0.9,en;q=0.8", "ru"),
            ("/", "lang=ru", "en", "ru"), ("/", "lang=en", "ru", "en"),
            ("/", "lang=xx", "ru", "ru"), ("/", "theme=dark; lang=ru", "en", "ru"),
            ("/?lang=xx", "", "en", "en"), ("/?lang=ru", "lang=en", "en", "ru"),
            ("/?lang=en", "lang=ru", "ru", "en"),
        ]
        for item in cases {
            let headers = ["Cookie": item.cookie, "Accept-Language": item.accepted]
            let answer = try await running.get(item.path, headers: headers)
            #expect(answer.text.contains("<html lang=\"\(item.language)\""), "\(item)")
            #expect(answer.header("Content-Language") == item.language, "\(item)")
            #expect(answer.header("Vary")?.contains("Accept-Language") == true)
            #expect(answer.header("Vary")?.contains("Cookie") == true)
        }
    }

    @Test("is remembered where the address names it, and only there")
    func remembered() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let chosen = try await running.get("/?lang=ru")
        #expect(chosen.header("Set-Cookie")?.hasPrefix("lang=ru; Path=/;") == true)
        let plain = try await running.get("/", headers: ["Accept-Language": "ru"])
        #expect(plain.header("Set-Cookie") == nil)
    }

    @Test("belongs to the key of kept pages and to their tag")
    func kept() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        func get(_ language: String, tag: String = "\"none\"") async throws -> Running.Answer {
            try await running.get(
                "/trends", headers: ["Accept-Language": language, "If-None-Match": tag])
        }
        for _ in 0..<3 {
            #expect(try await get("en").text.contains("<html lang=\"en\""))
            #expect(try await get("ru").text.contains("<html lang=\"ru\""))
        }
        let english = try #require(try await get("en").header("ETag"))
        #expect(try await get("ru", tag: english).status == 200)
        #expect(try await get("en", tag: english).status == 304)
    }

    @Test("stays in the address that a form leads to")
    func redirects() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        func location(_ path: String, _ body: String) async throws -> String? {
            try await running.send(
                "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: Data(body.utf8)
            ).header("Location")
        }
        let note = "set=sample-fleet&device=pump-07&kind=confirmed&time=2026-03-09"
        #expect(try await location("/notes/add?lang=ru", note)?.contains("lang=ru") == true)
        #expect(try await location("/notes/add", note)?.contains("lang=") == false)
        let set = "set=sample-fleet"
        #expect(try await location("/import/reload?lang=en", set)?.contains("lang=en") == true)
        #expect(try await location("/import/reload?lang=xx", set)?.contains("lang=") == false)
    }

    @Test("is that of the address on pages of problems too")
    func problems() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        let answer = try await running.get("/nowhere?lang=ru", headers: ["Accept-Language": "en"])
        #expect(answer.status == 404)
        #expect(answer.text.contains("404 Не найдено"))
        #expect(answer.header("Content-Language") == "ru")
    }
}
