import HTTP
import Testing

@testable import App

@Suite("Reading from other origins")
struct SharedHandlerTests {
    private static let wiki = "https://wiki.example"

    /// The headers of the answer to a request from `origin`.
    private func headers(
        _ path: String, origin: String?, method: HTTP.Method = .get,
        preflight: Bool = false
    ) async throws -> HeaderFields {
        var router = Router()
        for route in ["/", "/overview.json", "/api/v1/sets"] {
            router.get("\(route)") { _ in .now(.text(.ok, "inside")) }
        }
        let handler = SharedHandler(router, origins: [Self.wiki])
        var fields = HeaderFields()
        if let origin { fields.append("Origin", origin) }
        if preflight { fields.append("Access-Control-Request-Method", "GET") }
        let request = Request(method: method, path: path, headers: fields)
        switch handler.reply(to: request) {
        case .now(let response): return response.headers
        case .later(let work): return await work().headers
        }
    }

    @Test("A named origin may read what programs get, and nothing else")
    func named() async throws {
        for path in ["/overview.json", "/api/v1/sets"] {
            let shared = try await headers(path, origin: Self.wiki)
            #expect(shared["Access-Control-Allow-Origin"] == Self.wiki)
            #expect(shared["Vary"] == "Origin")
            #expect(shared["Cross-Origin-Resource-Policy"] == "cross-origin")
        }
        let page = try await headers("/", origin: Self.wiki)
        #expect(page["Access-Control-Allow-Origin"] == nil)
    }

    @Test(
        "Nobody else may",
        arguments: [nil, "null", "https://wiki.example.org", "http://wiki.example"]
    )
    func others(origin: String?) async throws {
        let answer = try await headers("/overview.json", origin: origin)
        #expect(answer["Access-Control-Allow-Origin"] == nil)
        #expect(answer["Vary"] == "Origin")
    }

    @Test("A preflight request is answered before a password is asked for")
    func preflight() async throws {
        let answer = try await headers(
            "/api/v1/sets", origin: Self.wiki, method: .options, preflight: true)
        #expect(answer["Access-Control-Allow-Headers"]?.contains("Authorization") == true)
        #expect(answer["Access-Control-Allow-Methods"] == "GET, HEAD")
        let refused = try await headers(
            "/api/v1/sets", origin: "https://other.example", method: .options, preflight: true)
        #expect(refused["Access-Control-Allow-Origin"] == nil)
    }

    @Test(
        "What is no origin is refused at the start",
        arguments: ["wiki.example", "https://wiki.example/", "https://", "*", "ftp://a"])
    func wrong(text: String) {
        #expect(throws: (any Error).self) {
            try Configuration(arguments: ["--allow-origin", text], environment: [:])
        }
    }
}
