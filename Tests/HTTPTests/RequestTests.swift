import Testing

@testable import HTTP

private func request(_ target: String, _ fields: String = "") throws -> Request {
    var driver = ConnectionDriver()
    driver.receive("GET \(target) HTTP/1.1\r\nHost: localhost:8080\r\n\(fields)\r\n")
    return try #require(driver.requests.first)
}

@Suite("What a handler sees")
struct RequestTests {
    @Test(
        "paths are decoded once, without empty segments",
        arguments: [
            ("/", "/"), ("//", "/"), ("/a//b", "/a/b"), ("/a/", "/a/"), ("/%41", "/A"),
            ("/a%20b", "/a b"), ("/a+b", "/a+b"), ("/%252e", "/%2e"), ("/...", "/..."),
            ("/%E2%82%AC", "/€"), ("http://localhost", "/"), ("http://localhost?a", "/"),
        ])
    func paths(_ target: String, _ path: String) throws {
        #expect(try request(target).path == path)
        #expect(try request(target).rawTarget == target)
    }

    @Test("queries keep order and repetition; plus is a space")
    func query() throws {
        let query = try request("/?b=1&a=x+y&b=%C3%A4&c&&d=e=f").query
        #expect(query["b"] == "1")
        #expect(query.all("b") == ["1", "ä"])
        #expect(query["a"] == "x y")
        #expect(query["c"]?.isEmpty == true)
        #expect(query["d"] == "e=f")
        #expect(query["x"] == nil)
        #expect(query.items.count == 5)
    }

    @Test("fields are found whatever their case, in order, trimmed")
    func fields() throws {
        let request = try request("/", "A: 1\r\na:  2 \t\r\nB:\r\n")
        #expect(request.headers["a"] == "1")
        #expect(request.headers.values(named: "A") == ["1", "2"])
        #expect(request.headers["b"]?.isEmpty == true)
        #expect(request.headers["c"] == nil)
        #expect(request.authority == Authority("localhost:8080"))
        #expect(request.remoteAddress == "192.0.2.1")
    }

    @Test("an absolute target overrides Host")
    func absolute() throws {
        #expect(try request("http://127.0.0.1:99/").authority == Authority("127.0.0.1:99"))
    }

    @Test("cookies are found by their exact name")
    func cookies() throws {
        let request = try request("/", "Cookie: a=1; theme=dark=er;b=\r\n")
        #expect(request.cookie(named: "theme") == "dark=er")
        #expect(request.cookie(named: "a") == "1")
        #expect(request.cookie(named: "b")?.isEmpty == true)
        #expect(request.cookie(named: "A") == nil)
    }

    @Test(
        "entity tags are compared weakly",
        arguments: [
            ("\"v1\"", true), ("W/\"v1\"", true), ("\"v0\", \"v1\"", true), ("*", true),
            ("\"v2\"", false), ("v1", false), ("\"V1\"", false), ("", false),
        ])
    func entityTags(_ field: String, _ matches: Bool) throws {
        let request = try request("/", "If-None-Match: \(field)\r\n")
        #expect(request.matches(etag: EntityTag("v1")) == matches)
        #expect(try !HTTPTests.request("/").matches(etag: EntityTag("v1")))
    }

    @Test("header fields can be set, replaced and removed")
    func editing() {
        var fields: HeaderFields = ["A": "1", "B": "2", "a": "3"]
        fields["A"] = "4"
        #expect(fields == ["B": "2", "a": "4"])
        fields["b"] = nil
        #expect(fields.all.map(\.name) == ["A"])
        #expect(fields.count == 1)
    }

    @Test(
        "an authority is a host and a port",
        arguments: [
            ("a", "a", nil), ("A:1", "a", 1), ("a:", "a", nil), ("[::1]:8", "[::1]", 8),
            ("1.2.3.4:65535", "1.2.3.4", 65535),
        ] as [(String, String, Int?)])
    func authorities(_ text: String, _ host: String, _ port: Int?) {
        #expect(Authority(text)?.host == host)
        #expect(Authority(text)?.port == port)
    }
}

@Suite("Routes")
struct RouterTests {
    private let router: Router = {
        var router = Router()
        router.get("/") { _ in .now(.text(.ok, "root")) }
        router.get("/devices/all") { _ in .now(.text(.ok, "all")) }
        router.get("/devices/:name") { request in
            .now(.text(.ok, "device \(request.parameters["name"] ?? "?")"))
        }
        router.post("/devices/:name") { _ in .later { .redirect(to: "/") } }
        router.post("/import", body: .multipart) { _ in .now(.redirect(to: "/")) }
        return router
    }()

    private func answer(_ method: HTTP.Method, _ path: String) async -> Response {
        switch router.reply(to: Request(method: method, path: path)) {
        case .now(let response): response
        case .later(let work): await work()
        }
    }

    private func text(_ response: Response) -> String {
        guard case .bytes(let bytes) = response.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("exact paths come before patterns")
    func order() async {
        #expect(text(await answer(.get, "/")) == "root\n")
        #expect(text(await answer(.get, "/devices/all")) == "all\n")
        #expect(text(await answer(.get, "/devices/m 1")) == "device m 1\n")
        #expect(await answer(.post, "/devices/all").status == .seeOther)
    }

    @Test("HEAD takes the route of GET")
    func head() async {
        #expect(await answer(.head, "/").status == .ok)
        #expect(await answer(.head, "/import").status == .methodNotAllowed)
    }

    @Test(
        "what has no route is 404",
        arguments: ["/x", "/devices", "/devices/", "/devices/a/b", "/import/"])
    func unknown(_ path: String) async {
        #expect(await answer(.get, path).status == .notFound)
        #expect(await answer(.options, path).status == .notFound)
    }

    @Test("a known path with another method is 405 and names the methods")
    func wrongMethod() async {
        let response = await answer(.delete, "/devices/a")
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers["Allow"] == "GET, HEAD, OPTIONS, POST")
        #expect(await answer(.get, "/import").headers["Allow"] == "OPTIONS, POST")
    }

    @Test("OPTIONS names the methods of a path, or of all")
    func options() async {
        #expect(await answer(.options, "/").status == .noContent)
        #expect(await answer(.options, "/").headers["Allow"] == "GET, HEAD, OPTIONS")
        #expect(await answer(.options, "*").headers["Allow"] == "GET, HEAD, OPTIONS, POST")
    }

    @Test("each route says which content it takes")
    func bodies() {
        func policy(_ method: HTTP.Method, _ path: String) -> BodyPolicy {
            router.bodyPolicy(for: Request(method: method, path: path))
        }
        #expect(policy(.post, "/import") == .multipart)
        #expect(policy(.post, "/devices/a") == .form)
        #expect(policy(.put, "/import") == .unwanted)
        #expect(policy(.post, "/x") == .unwanted)
    }
}
