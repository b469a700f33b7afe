import Testing
@testable import HTTP

private let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

private func answer(
    to raw: String = get, _ response: Response,
    _ configuration: ServerConfiguration = ServerConfiguration()
) -> String {
    var driver = ConnectionDriver(configuration) { _ in response }
    driver.receive(raw)
    return driver.text
}

@Suite("Answers on the wire")
struct ResponseTests {
    @Test("a page carries date, length, type and the security fields, in this form")
    func page() {
        let expected = """
            HTTP/1.1 200 OK\r
            Date: Sun, 06 Nov 1994 08:49:37 GMT\r
            Content-Length: 3\r
            Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; \
            img-src 'self' data:; form-action 'self'; connect-src 'self'; \
            frame-ancestors 'none'; base-uri 'none'\r
            X-Content-Type-Options: nosniff\r
            Referrer-Policy: same-origin\r
            X-Frame-Options: DENY\r
            Cross-Origin-Opener-Policy: same-origin\r
            Cross-Origin-Resource-Policy: same-origin\r
            Content-Type: text/html; charset=utf-8\r
            \r
            abc
            """
        #expect(answer(.html(bytes: Array("abc".utf8))) == expected)
    }

    @Test("HEAD gets the head of GET and no content")
    func head() {
        let response = Response.html(bytes: Array("abc".utf8))
        let full = answer(response)
        let head = answer(to: "HEAD" + get.dropFirst(3), response)
        #expect(full == head + "abc")
    }

    @Test("204 and 304 have neither content nor length", arguments: [204, 304])
    func silent(_ code: Int) {
        let text = answer(Response(status: Status(code), body: .bytes([1, 2, 3])))
        #expect(!text.contains("Content-Length"))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    @Test("an empty answer says that it is empty")
    func empty() {
        #expect(answer(.redirect(to: "/x")).contains("303 See Other"))
        #expect(answer(.redirect(to: "/x")).contains("Content-Length: 0\r\n"))
        #expect(answer(.redirect(to: "/x")).contains("Location: /x\r\n"))
    }

    @Test("an answer's own field replaces the security field of that name")
    func ownField() {
        let text = answer(Response(headers: ["x-frame-options": "SAMEORIGIN"]))
        #expect(text.contains("x-frame-options: SAMEORIGIN\r\n"))
        #expect(!text.contains("X-Frame-Options: DENY"))
        #expect(text.contains("X-Content-Type-Options: nosniff\r\n"))
    }

    @Test("a handler cannot contradict the framing")
    func framing() {
        let text = answer(
            Response(
                headers: ["Content-Length": "99", "Transfer-Encoding": "chunked", "A": "b"],
                body: .bytes([0x61])))
        #expect(text.contains("Content-Length: 1\r\n"))
        #expect(!text.contains("Content-Length: 99"))
        #expect(!text.contains("chunked"))
        #expect(text.contains("A: b\r\n"))
    }

    @Test("line ends in a value cannot start another field")
    func injection() {
        let text = answer(.redirect(to: "/x\r\nSet-Cookie: a=b\r\n\r\n<p>"))
        #expect(text.contains("Location: /x  Set-Cookie: a=b    <p>\r\n"))
    }

    @Test("a refusal is a sentence, and may be replaced by a page")
    func refusal() {
        let text = answer(to: "BAD\r\n", .text(.ok, ""))
        #expect(text.contains("Connection: close\r\n"))
        #expect(text.hasSuffix("\r\n\r\nThe request line is malformed.\n"))
        var configuration = ServerConfiguration()
        configuration.rejectionResponse = { rejection, target in
            .html(bytes: Array((target ?? "-").utf8), status: rejection.status)
        }
        #expect(answer(to: "BAD\r\n", .text(.ok, ""), configuration).hasSuffix("\r\n\r\n-"))
        let foreign = "GET /x?y HTTP/1.1\r\nHost: elsewhere\r\n\r\n"
        #expect(answer(to: foreign, .text(.ok, ""), configuration).hasSuffix("\r\n\r\n/x?y"))
    }

    @Test("an answer of HTTP/1.0 that is kept says so")
    func keepAlive() {
        let raw = "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"
        #expect(answer(to: raw, .text(.ok, "")).contains("Connection: keep-alive\r\n"))
        #expect(!answer(.text(.ok, "")).contains("Connection"))
    }

    @Test(
        "dates are those of the calendar",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
            (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ])
    func dates(_ seconds: Int, _ text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }
}
