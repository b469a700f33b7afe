import Testing

@testable import HTTP

/// One request as it may arrive, what the server has to make of it, and where that is written.
struct RequestCase: CustomTestStringConvertible, Sendable {
    let name: String
    let raw: String
    /// The statuses of all answers, in order.
    let statuses: [Int]
    /// Whether the connection must not be used again.
    let closes: Bool
    let norm: String

    init(
        _ name: String, _ raw: String, _ statuses: Int..., closes: Bool? = nil, norm: String
    ) {
        self.name = name
        self.raw = raw
        self.statuses = statuses
        self.closes = closes ?? statuses.contains { $0 >= 400 }
        self.norm = norm
    }

    var testDescription: String { "\(name) (\(norm))" }
}

private let host = "Host: localhost\r\n"
private func get(_ target: String) -> String { "GET \(target) HTTP/1.1\r\n\(host)\r\n" }
private func with(_ fields: String) -> String { "GET / HTTP/1.1\r\n\(host)\(fields)\r\n\r\n" }
private func form(_ fields: String, _ body: String) -> String {
    "POST / HTTP/1.1\r\n\(host)Content-Type: application/x-www-form-urlencoded\r\n"
        + "\(fields)\r\n\r\n\(body)"
}

private let lineCases: [RequestCase] = [
    .init("plain", get("/"), 200, norm: "9112 §3"),
    .init("empty line before", "\r\n" + get("/"), 200, norm: "9112 §2.2"),
    .init("many empty lines before", "\r\n\r\n\r\n\r\n\r\n\r\n", 400, norm: "9112 §2.2"),
    .init("bare LF", "GET / HTTP/1.1\nHost: localhost\n\n", 400, norm: "9112 §2.2"),
    .init("bare LF after a field", with("A: b\nC: d"), 400, norm: "9112 §2.2"),
    .init("bare CR in a field", with("A: b\rC: d"), 400, norm: "9112 §2.2"),
    .init("bare CR in the line", "GET /\r HTTP/1.1\r\n\(host)\r\n", 400, norm: "9112 §2.2"),
    .init("two spaces", "GET  / HTTP/1.1\r\n\(host)\r\n", 400, norm: "9112 §3"),
    .init("tab for space", "GET\t/ HTTP/1.1\r\n\(host)\r\n", 400, norm: "9112 §3"),
    .init("space at the end", "GET / HTTP/1.1 \r\n\(host)\r\n", 400, norm: "9112 §3"),
    .init("space before", " GET / HTTP/1.1\r\n\(host)\r\n", 400, norm: "9112 §2.2"),
    .init("space in target", get("/a b"), 400, norm: "9112 §3.2"),
    .init("no version (0.9)", "GET /\r\n\r\n", 400, norm: "9112 §3"),
    .init("HTTP/0.9", "GET / HTTP/0.9\r\n\(host)\r\n", 505, norm: "9110 §15.6.6"),
    .init("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 200, closes: true, norm: "9112 §9.3"),
    .init(
        "HTTP/1.0 kept", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 200,
        norm: "9112 §C.2.2"),
    .init("HTTP/1.2", "GET / HTTP/1.2\r\n\(host)\r\n", 200, norm: "9110 §2.5"),
    .init("HTTP/1.10", "GET / HTTP/1.10\r\n\(host)\r\n", 400, norm: "9112 §2.3"),
    .init(
        "HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, norm: "9113 §3.4"),
    .init("HTTP/2.0 get", "GET / HTTP/2.0\r\n\(host)\r\n", 505, norm: "9110 §15.6.6"),
    .init("lower-case version", "GET / http/1.1\r\n\(host)\r\n", 400, norm: "9112 §2.3"),
    .init("lower-case method", "get / HTTP/1.1\r\n\(host)\r\n", 501, norm: "9110 §9.1"),
    .init("unknown method", "BREW / HTTP/1.1\r\n\(host)\r\n", 501, norm: "9110 §15.6.2"),
    .init("method no token", "G{}T / HTTP/1.1\r\n\(host)\r\n", 400, norm: "9110 §9.1"),
    .init(
        "CONNECT", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n", 501,
        norm: "9110 §9.3.6"),
    .init("long target", get("/" + String(repeating: "a", count: 9000)), 414, norm: "9112 §3"),
    .init(
        "long query", get("/?q=" + String(repeating: "a", count: 9000)), 414, norm: "9112 §3"),
    .init("endless method", String(repeating: "A", count: 9000), 400, norm: "9112 §3"),
    .init("NUL in target", get("/\0"), 400, norm: "9112 §3.2"),
    .init("raw UTF-8 in target", get("/ä"), 400, norm: "3986 §2"),
    .init("binary garbage", "\u{16}\u{3}\u{1}\u{2}\r\n", 400, norm: "9112 §3"),
]

private let targetCases: [RequestCase] = [
    .init("dots", get("/../etc/passwd"), 400, norm: "3986 §5.2.4"),
    .init("dots inside", get("/a/../../b"), 400, norm: "3986 §5.2.4"),
    .init("one dot", get("/./a"), 400, norm: "3986 §5.2.4"),
    .init("encoded dots", get("/%2e%2e/etc/passwd"), 400, norm: "3986 §2.3"),
    .init("half-encoded dots", get("/.%2E/etc"), 400, norm: "3986 §2.3"),
    .init("encoded slash", get("/..%2fetc"), 400, norm: "3986 §2.2"),
    .init("encoded backslash", get("/..%5cetc"), 400, norm: "3986 §2"),
    .init("backslash", get("/..\\etc"), 400, norm: "3986 §2"),
    .init("overlong UTF-8 dots", get("/%c0%ae%c0%ae/etc"), 400, norm: "3629 §3"),
    .init("twice encoded", get("/%252e%252e/etc"), 200, norm: "3986 §2.4"),
    .init("encoded NUL", get("/a%00.csv"), 400, norm: "3986 §7.3"),
    .init("encoded NUL in query", get("/?a=%00"), 400, norm: "3986 §7.3"),
    .init("encoded line end", get("/a%0d%0ab"), 400, norm: "3986 §7.3"),
    .init("broken percent", get("/%zz"), 400, norm: "3986 §2.1"),
    .init("cut percent", get("/%2"), 400, norm: "3986 §2.1"),
    .init("broken percent in query", get("/?a=%"), 400, norm: "3986 §2.1"),
    .init("fragment", get("/a#b"), 400, norm: "9112 §3.2"),
    .init("no slash", get("index.html"), 400, norm: "9112 §3.2"),
    .init("absolute", get("http://localhost:8080/a?b=c"), 200, norm: "9112 §3.2.2"),
    .init("absolute without path", get("http://localhost"), 200, norm: "9112 §3.2.2"),
    .init("absolute, other host", get("http://evil.example/"), 421, norm: "9110 §7.4"),
    .init("absolute, user", get("http://u:p@localhost/"), 400, norm: "9110 §4.2.4"),
    .init("absolute, https", get("https://localhost/"), 421, norm: "9110 §7.4"),
    .init("absolute, ftp", get("ftp://localhost/"), 400, norm: "9112 §3.2.2"),
    .init("asterisk", "OPTIONS * HTTP/1.1\r\n\(host)\r\n", 200, norm: "9112 §3.2.4"),
    .init("asterisk for GET", get("*"), 400, norm: "9112 §3.2.4"),
]

private let fieldCases: [RequestCase] = [
    .init("space before colon", with("A : b"), 400, norm: "9112 §5.1"),
    .init("tab before colon", with("A\t: b"), 400, norm: "9112 §5.1"),
    .init("no colon", with("A"), 400, norm: "9112 §5"),
    .init("empty name", with(": b"), 400, norm: "9112 §5"),
    .init("empty value", with("A:"), 200, norm: "9110 §5.5"),
    .init("name no token", with("A(b): c"), 400, norm: "9110 §5.1"),
    .init("obs-fold", with("A: b\r\n c"), 400, norm: "9112 §5.2"),
    .init("obs-fold by tab", with("A: b\r\n\tc"), 400, norm: "9112 §5.2"),
    .init(
        "space before the first field", "GET / HTTP/1.1\r\n \(host)\r\n", 400, norm: "9112 §2.2"),
    .init("NUL in value", with("A: b\0c"), 400, norm: "9110 §5.5"),
    .init("control byte in value", with("A: b\u{1}c"), 400, norm: "9110 §5.5"),
    .init("DEL in value", with("A: b\u{7F}c"), 400, norm: "9110 §5.5"),
    .init("tab in value", with("A: b\tc"), 200, norm: "9110 §5.5"),
    .init("obs-text in value", with("A: ä"), 200, norm: "9110 §5.5"),
    .init(
        "100 fields", with((1..<100).map { "A\($0): b" }.joined(separator: "\r\n")), 200,
        norm: "6585 §5"),
    .init(
        "101 fields", with((1...100).map { "A\($0): b" }.joined(separator: "\r\n")), 431,
        norm: "6585 §5"),
    .init(
        "long fields", with("A: " + String(repeating: "b", count: 40_000)), 431,
        norm: "6585 §5"),
    .init("no Host", "GET / HTTP/1.1\r\n\r\n", 400, norm: "9112 §3.2"),
    .init("two Hosts", with("Host: localhost"), 400, norm: "9112 §3.2"),
    .init("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400, norm: "9110 §4.2.1"),
    .init("Host list", "GET / HTTP/1.1\r\nHost: localhost, b\r\n\r\n", 400, norm: "9110 §7.2"),
    .init("Host with user", "GET / HTTP/1.1\r\nHost: a@localhost\r\n\r\n", 400, norm: "9110 §7.2"),
    .init("Host with path", "GET / HTTP/1.1\r\nHost: localhost/a\r\n\r\n", 400, norm: "9110 §7.2"),
    .init("Host port text", "GET / HTTP/1.1\r\nHost: localhost:x\r\n\r\n", 400, norm: "9110 §7.2"),
    .init(
        "Host port large", "GET / HTTP/1.1\r\nHost: localhost:65536\r\n\r\n", 400,
        norm: "9110 §7.2"),
    .init(
        "Host upper case", "GET / HTTP/1.1\r\nHOST: LocalHost:1\r\n\r\n", 200, norm: "9110 §4.2.3"),
    .init("Host IPv6", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200, norm: "3986 §3.2.2"),
    .init("Host IPv6 open", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400, norm: "3986 §3.2.2"),
    .init("foreign Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, norm: "9110 §7.4"),
    .init("close", with("Connection: close"), 200, closes: true, norm: "9112 §9.6"),
    .init("close in a list", with("Connection: a, Close"), 200, closes: true, norm: "9112 §9.6"),
    .init("pipelined", get("/a") + get("/b") + get("/c"), 200, 200, 200, norm: "9112 §9.3.2"),
    .init(
        "pipelined, second bad", get("/a") + "BAD\r\n" + get("/c"), 200, 400, norm: "9112 §9.3.2"),
]

private let bodyCases: [RequestCase] = [
    .init("form", form("Content-Length: 3", "a=b"), 200, norm: "9112 §6.2"),
    .init("empty form", form("Content-Length: 0", ""), 200, norm: "9112 §6.2"),
    .init(
        "no length, no content", "POST / HTTP/1.1\r\n\(host)\r\n", 200, norm: "9112 §6.3"),
    .init("type without length", form("A: b", ""), 411, norm: "9110 §15.5.12"),
    .init(
        "two lengths", form("Content-Length: 3\r\nContent-Length: 4", "a=bc"), 400,
        norm: "9112 §6.3"),
    .init(
        "two equal lengths", form("Content-Length: 3\r\nContent-Length: 3", "a=b"), 400,
        norm: "9110 §8.6"),
    .init("length list", form("Content-Length: 3, 3", "a=b"), 400, norm: "9110 §8.6"),
    .init("plus", form("Content-Length: +3", "a=b"), 400, norm: "9110 §8.6"),
    .init("minus", form("Content-Length: -3", "a=b"), 400, norm: "9110 §8.6"),
    .init("hexadecimal length", form("Content-Length: 0x3", "a=b"), 400, norm: "9110 §8.6"),
    .init("empty length", form("Content-Length:", "a=b"), 400, norm: "9110 §8.6"),
    .init("length with space", form("Content-Length: 1 3", "a=b"), 400, norm: "9110 §8.6"),
    .init("zeros", form("Content-Length: 0003", "a=b"), 200, norm: "9110 §8.6"),
    .init(
        "overflow", form("Content-Length: 99999999999999999999", "a=b"), 413, norm: "9110 §8.6"),
    .init("too long", form("Content-Length: 1048577", ""), 413, norm: "9110 §15.5.14"),
    .init(
        "length and coding",
        form("Content-Length: 3\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400,
        norm: "9112 §6.3"),
    .init(
        "chunked", form("Transfer-Encoding: chunked", "3\r\na=b\r\n0\r\n\r\n"), 200,
        norm: "9112 §7.1"),
    .init(
        "chunked, capitals", form("Transfer-Encoding: Chunked", "3\r\na=b\r\n0\r\n\r\n"), 200,
        norm: "9112 §7"),
    .init(
        "extension and trailer",
        form("Transfer-Encoding: chunked", "3;x=\"y\"\r\na=b\r\n0\r\nA: b\r\n\r\n"), 200,
        norm: "9112 §7.1"),
    .init(
        "bad trailer", form("Transfer-Encoding: chunked", "0\r\nA : b\r\n\r\n"), 400,
        norm: "9112 §7.1.2"),
    .init(
        "chunked in HTTP/1.0",
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, norm: "9112 §6.1"),
    .init("gzip", form("Transfer-Encoding: gzip", ""), 400, norm: "9112 §6.3"),
    .init("gzip, chunked", form("Transfer-Encoding: gzip, chunked", ""), 501, norm: "9112 §6.1"),
    .init("chunked, gzip", form("Transfer-Encoding: chunked, gzip", ""), 400, norm: "9112 §6.3"),
    .init(
        "chunked twice", form("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", ""), 400,
        norm: "9112 §6.1"),
    .init("xchunked", form("Transfer-Encoding: xchunked", ""), 400, norm: "9112 §6.3"),
    .init("identity", form("Transfer-Encoding: identity", ""), 400, norm: "9112 §6.3"),
    .init("empty coding", form("Transfer-Encoding:", ""), 400, norm: "9112 §6.3"),
    .init(
        "chunked parameter", form("Transfer-Encoding: chunked;q=1", ""), 400, norm: "9112 §7"),
    .init("chunk 0x", form("Transfer-Encoding: chunked", "0x3\r\na=b\r\n"), 400, norm: "9112 §7.1"),
    .init(
        "chunk sign", form("Transfer-Encoding: chunked", "+3\r\na=b\r\n"), 400, norm: "9112 §7.1"),
    .init(
        "chunk space", form("Transfer-Encoding: chunked", "3 \r\na=b\r\n"), 400, norm: "9112 §7.1"),
    .init("chunk empty", form("Transfer-Encoding: chunked", "\r\na=b\r\n"), 400, norm: "9112 §7.1"),
    .init("chunk LF", form("Transfer-Encoding: chunked", "3\na=b\n0\n\n"), 400, norm: "9112 §7.1"),
    .init(
        "chunk overflow", form("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\n"), 400,
        norm: "9112 §7.1"),
    .init("chunk overrun", form("Transfer-Encoding: chunked", "3\r\na=bc"), 400, norm: "9112 §7.1"),
    .init(
        "smuggled by length", form("Content-Length: 3", "a=b" + get("/x")), 200, 200,
        norm: "9112 §11.2"),
    .init(
        "content of GET", with("Content-Length: 3") + "abc" + get("/"), 200, 200,
        norm: "9110 §9.3.1"),
    .init(
        "coded content", form("Content-Encoding: gzip\r\nContent-Length: 3", "a=b"), 415,
        norm: "9110 §8.4"),
    .init(
        "two types", form("Content-Type: text/plain\r\nContent-Length: 3", "a=b"), 415,
        norm: "9110 §8.3"),
    .init(
        "other type",
        "POST / HTTP/1.1\r\n\(host)Content-Type: text/csv\r\nContent-Length: 1\r\n\r\na", 415,
        norm: "9110 §15.5.16"),
    .init(
        "no type", "POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\n\r\na", 415,
        norm: "9110 §15.5.16"),
    .init("bad form", form("Content-Length: 3", "a=%"), 400, norm: "3986 §2.1"),
    .init(
        "expectation", form("Content-Length: 3\r\nExpect: 100-continue", ""), 100,
        norm: "9110 §10.1.1"),
    .init(
        "expectation with content", form("Content-Length: 3\r\nExpect: 100-Continue", "a=b"), 200,
        norm: "9110 §10.1.1"),
    .init(
        "expectation, too long", form("Content-Length: 9999999\r\nExpect: 100-continue", ""), 413,
        norm: "9110 §10.1.1"),
    .init("other expectation", with("Expect: tea"), 417, norm: "9110 §10.1.1"),
    .init(
        "expectation in 1.0", "GET / HTTP/1.0\r\nExpect: tea\r\n\r\n", 200, closes: true,
        norm: "9110 §10.1.1"),
    .init(
        "same origin", form("Origin: http://localhost\r\nContent-Length: 3", "a=b"), 200,
        norm: "6454 §7"),
    .init(
        "other origin", form("Origin: http://evil.example\r\nContent-Length: 3", "a=b"), 403,
        norm: "6454 §7"),
    .init(
        "other port", form("Origin: http://localhost:81\r\nContent-Length: 3", "a=b"), 403,
        norm: "6454 §7"),
    .init("null origin", form("Origin: null\r\nContent-Length: 3", "a=b"), 403, norm: "6454 §7"),
    .init(
        "cross-site", form("Sec-Fetch-Site: cross-site\r\nContent-Length: 3", "a=b"), 403,
        norm: "Fetch Metadata §2.4"),
    .init("cross-site GET", with("Sec-Fetch-Site: cross-site"), 200, norm: "Fetch Metadata §2.4"),
]

@Suite("Requests as they arrive")
struct RequestTableTests {
    static let cases = lineCases + targetCases + fieldCases + bodyCases

    @Test("is answered as the norm says", arguments: cases)
    func answered(_ row: RequestCase) {
        var driver = ConnectionDriver()
        driver.receive(row.raw)
        #expect(driver.statuses == row.statuses)
        #expect(driver.hasShutDownWrites == row.closes)
    }

    @Test("is answered alike when it arrives byte by byte", arguments: cases)
    func dripped(_ row: RequestCase) {
        var driver = ConnectionDriver()
        for byte in row.raw.utf8 { driver.receive([byte]) }
        // An expectation is met by the interim answer before the content comes.
        #expect(driver.statuses.filter { $0 != 100 } == row.statuses.filter { $0 != 100 })
        #expect(driver.hasShutDownWrites == row.closes)
    }
}
