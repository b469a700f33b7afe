import Testing

@testable import HTTP

@Suite("Requests as they arrive")
struct RequestTableTests {
    @Test("the cases are there, each with a name of its own and its section")
    func complete() {
        #expect(RequestCase.all.count >= 150)
        #expect(Set(RequestCase.all.map(\.name)).count == RequestCase.all.count)
        #expect(RequestCase.all.allSatisfy { $0.norm.contains("§") })
    }

    @Test("is answered as the norm says", arguments: RequestCase.all)
    func answered(_ row: RequestCase) {
        var driver = ConnectionDriver()
        driver.receive(row.raw)
        if row.ends { driver.receiveEnd() }
        #expect(driver.statuses == row.statuses)
        #expect(driver.isDone == row.closes)
    }

    @Test("is answered alike when it arrives byte by byte", arguments: RequestCase.all)
    func dripped(_ row: RequestCase) {
        var driver = ConnectionDriver()
        for byte in row.raw { driver.receive([byte]) }
        if row.ends { driver.receiveEnd() }
        // An expectation is met by the interim answer before the content comes.
        #expect(driver.statuses.filter { $0 != 100 } == row.statuses.filter { $0 != 100 })
        #expect(driver.isDone == row.closes)
    }
}

extension ConnectionDriver {
    /// Whether the connection takes no further request.
    fileprivate var isDone: Bool { hasShutDownWrites || isClosed }
}
