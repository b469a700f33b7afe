import Testing

@testable import HTTP

/// A head that equals the one before it is not read anew; nobody may notice.
@Suite("Heads that are repeated")
struct RepeatedHeadTests {
    private static let head = "GET /a?b=1 HTTP/1.1\r\nHost: localhost\r\nCookie: theme=dark\r\n\r\n"

    @Test("give the same request each time, however they arrive")
    func again() {
        for size in [1, 7, 1000] {
            var driver = ConnectionDriver()
            var rest = Array(String(repeating: Self.head, count: 4).utf8)[...]
            while !rest.isEmpty {
                driver.receive(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(driver.statuses == [200, 200, 200, 200])
            #expect(driver.requests.allSatisfy { $0.rawTarget == "/a?b=1" })
            #expect(driver.requests.allSatisfy { $0.cookie(named: "theme") == "dark" })
        }
    }

    @Test("are read anew where one byte differs")
    func different() {
        var driver = ConnectionDriver()
        driver.receive(Self.head)
        driver.receive(Self.head.replacing("b=1", with: "b=2"))
        driver.receive(Self.head.replacing("dark", with: "auto"))
        driver.receive(Self.head.replacing("\r\n\r\n", with: "\r\nA: b\r\n\r\n"))
        #expect(driver.requests.map { $0.query["b"] } == ["1", "2", "1", "1"])
        #expect(driver.requests[2].cookie(named: "theme") == "auto")
        #expect(driver.requests[3].headers["A"] == "b")
        driver.receive(Self.head.replacing("localhost", with: "elsewhere"))
        #expect(driver.statuses.last == 421)
    }

    @Test("carry their own contents")
    func contents() {
        var driver = ConnectionDriver { request in .text(.ok, request.body.formItems["x"] ?? "") }
        let head =
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        driver.receive(head + "x=1" + head + "x=2")
        driver.receive(head)
        driver.receive("x=3")
        #expect(driver.requests.map { $0.body.formItems["x"] } == ["1", "2", "3"])
    }

    @Test("are judged as the first one was", arguments: RequestCase.all)
    func table(_ row: RequestCase) {
        var once = ConnectionDriver()
        once.receive(row.raw)
        var twice = ConnectionDriver()
        twice.receive(row.raw)
        let isOpen = !twice.isClosed && !twice.hasShutDownWrites
        guard isOpen, !twice.connection.isBusy, twice.requests.count == twice.statuses.count
        else { return }
        twice.receive(row.raw)
        #expect(twice.statuses == once.statuses + once.statuses)
        #expect(
            twice.requests.map(\.rawTarget).suffix(once.requests.count)
                == once.requests.map(\.rawTarget)[...])
    }
}
