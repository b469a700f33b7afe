import Testing

@testable import HTTP

private let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

private func post(_ length: Int, _ fields: String = "") -> String {
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(length)\r\n\(fields)\r\n"
}

private func upload(_ length: Int) -> String {
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        + "Content-Length: \(length)\r\n\r\n"
}

private func uploading() -> ConnectionDriver {
    var configuration = ServerConfiguration()
    configuration.uploadDirectory = "/nowhere"
    return ConnectionDriver(configuration, bodyPolicy: .multipart)
}

@Suite("Timeouts")
struct ConnectionTimeoutTests {
    @Test("a connection that never sends is closed without an answer")
    func silent() {
        var driver = ConnectionDriver()
        driver.wait(.seconds(9))
        #expect(!driver.isClosed)
        driver.wait(.seconds(1))
        #expect(driver.isClosed)
        #expect(driver.output.isEmpty)
    }

    @Test("a head that drips is given up ten seconds after its first byte")
    func drippingHead() {
        var driver = ConnectionDriver()
        driver.receive(get)
        driver.wait(.seconds(50))
        for byte in get.utf8.prefix(9) {
            driver.receive([byte])
            driver.wait(.seconds(1))
        }
        #expect(driver.statuses == [200])
        driver.receive([UInt8(ascii: "x")])
        driver.wait(.seconds(1))
        #expect(driver.statuses == [200, 408])
        #expect(driver.hasShutDownWrites)
    }

    @Test("a kept connection is closed after a minute without a request")
    func idle() {
        var driver = ConnectionDriver()
        driver.receive(get)
        driver.wait(.seconds(59))
        #expect(!driver.isClosed)
        driver.wait(.seconds(1))
        #expect(driver.isClosed)
        #expect(driver.statuses == [200])
    }

    @Test("a small content has to be complete in time, however it drips")
    func drippingForm() {
        var driver = ConnectionDriver()
        driver.receive(post(100))
        for _ in 0..<29 {
            driver.wait(.seconds(1))
            driver.receive("a")
        }
        #expect(driver.statuses.isEmpty)
        driver.wait(.seconds(1))
        #expect(driver.statuses == [408])
    }

    @Test("an upload may go on as long as bytes come")
    func slowUpload() {
        var driver = uploading()
        driver.receive(upload(100))
        for _ in 0..<50 {
            driver.wait(.seconds(29))
            driver.receive("a")
        }
        #expect(driver.statuses.isEmpty)
        driver.wait(.seconds(30))
        #expect(driver.statuses == [408])
    }

    @Test("a client that takes no bytes of its answer is cut off")
    func stuckReader() {
        var driver = ConnectionDriver()
        driver.isSendBlocked = true
        driver.receive(get)
        driver.wait(.seconds(29))
        #expect(!driver.isClosed)
        driver.wait(.seconds(1))
        #expect(driver.isClosed)
        #expect(driver.summaries.map(\.isComplete) == [false])
    }

    @Test("a handler may take as long as it needs")
    func slowHandler() {
        var driver = ConnectionDriver(handler: nil)
        driver.receive(get)
        driver.wait(.seconds(3600))
        driver.answer(.text(.ok, "late"))
        #expect(driver.statuses == [200])
    }

    @Test("after a refusal the client may go on sending for two seconds")
    func linger() {
        var driver = ConnectionDriver()
        driver.receive("BAD\r\n")
        #expect(driver.hasShutDownWrites)
        driver.receive(String(repeating: "x", count: 100_000))
        #expect(driver.connection.input.isEmpty)
        driver.wait(.seconds(1))
        #expect(!driver.isClosed)
        driver.wait(.seconds(1))
        #expect(driver.isClosed)
        #expect(driver.statuses == [400])
    }
}

@Suite("Course of a connection")
struct ConnectionCourseTests {
    @Test("pipelined requests are answered one after the other")
    func pipelined() {
        var driver = ConnectionDriver(handler: nil)
        driver.receive(get + get)
        #expect(driver.requests.count == 1)
        driver.answer(.text(.ok, "first"))
        #expect(driver.requests.count == 2)
        driver.answer(.text(.ok, "second"))
        #expect(driver.statuses == [200, 200])
        #expect(driver.summaries.count == 2)
    }

    @Test("a client that pipelines without end is held back")
    func readAhead() {
        var driver = ConnectionDriver(handler: nil)
        for _ in 0..<10_000 { driver.receive(get) }
        #expect(driver.requests.count == 1)
        #expect(driver.connection.input.count < Connection.readAheadLimit + get.utf8.count)
        #expect(!driver.connection.wantsRead)
    }

    @Test("thousands of pipelined requests are all answered")
    func longPipeline() {
        var driver = ConnectionDriver()
        let many = Array(String(repeating: get, count: 5000).utf8)
        for start in stride(from: 0, to: many.count, by: 1001) {
            driver.receive(Array(many[start..<min(start + 1001, many.count)]))
        }
        #expect(driver.requests.count == 5000)
        #expect(driver.connection.input.bytes.isEmpty)
    }

    @Test("a half-closed peer gets its answers")
    func halfClosed() {
        var driver = ConnectionDriver(handler: nil)
        driver.receive(get + get)
        driver.receiveEnd()
        driver.answer(.text(.ok, "first"))
        driver.answer(.text(.ok, "second"))
        #expect(driver.statuses == [200, 200])
        #expect(driver.isClosed)
    }

    @Test(
        "a request that breaks off is refused",
        arguments: ["G", "GET / HTTP/1.1\r\nHost", post(10) + "a=b"])
    func brokenOff(_ raw: String) {
        var driver = ConnectionDriver()
        driver.receive(raw)
        driver.receiveEnd()
        #expect(driver.statuses == [400])
        #expect(driver.isClosed)
        #expect(driver.requests.isEmpty)
    }

    @Test("an answer goes out in portions as the system takes them")
    func portions() {
        var whole = ConnectionDriver()
        whole.receive(get)
        var driver = ConnectionDriver()
        driver.sendLimit = 7
        driver.receive(get)
        #expect(driver.output == whole.output)
        #expect(driver.summaries.map(\.bytesSent) == [whole.output.count])
    }

    @Test("an answer that does not fit waits for room")
    func blocked() {
        var driver = ConnectionDriver()
        driver.isSendBlocked = true
        driver.receive(get)
        #expect(driver.output.isEmpty)
        #expect(driver.connection.wantsWrite)
        driver.isSendBlocked = false
        driver.connection.sendUnblocked()
        driver.drive()
        #expect(driver.statuses == [200])
        #expect(!driver.connection.wantsWrite)
    }

    @Test("100 Continue precedes the content, and only once")
    func expectation() {
        var driver = ConnectionDriver()
        driver.receive(post(3, "Expect: 100-continue\r\n"))
        #expect(driver.text == "HTTP/1.1 100 Continue\r\n\r\n")
        driver.receive("a=b")
        #expect(driver.statuses == [100, 200])
        #expect(driver.requests.first?.body.formItems["a"] == "b")
    }

    @Test("a content nobody takes is not waited for when the client asks first")
    func unwanted() {
        var driver = ConnectionDriver(bodyPolicy: .unwanted) { _ in .text(.notFound, "no") }
        driver.receive(post(3, "Expect: 100-continue\r\n"))
        #expect(driver.statuses == [404])
        #expect(driver.hasShutDownWrites)
    }

    @Test("an idle connection closes when the server stops, a busy one after its answer")
    func stop() {
        var idle = ConnectionDriver()
        idle.receive(get)
        idle.connection.stop()
        idle.drive()
        #expect(idle.isClosed)

        var busy = ConnectionDriver(handler: nil)
        busy.receive(get)
        busy.connection.stop()
        busy.drive()
        busy.answer(.text(.ok, "last"))
        #expect(busy.text.contains("Connection: close\r\n"))
        #expect(busy.hasShutDownWrites)
    }

    @Test("a lost connection reports its request and closes")
    func aborted() {
        var driver = ConnectionDriver(handler: nil)
        driver.receive(get)
        driver.perform(driver.connection.aborted(driver.now))
        driver.drive()
        #expect(driver.isClosed)
        #expect(driver.summaries.map(\.isComplete) == [false])
        #expect(driver.summaries.first?.status == nil)
    }

    @Test("an upload is handed on as it arrives, then the handler is asked")
    func upload() {
        var driver = uploading()
        driver.receive(HTTPTests.upload(6) + "abc")
        #expect(driver.stored == Array("abc".utf8))
        driver.receive("def" + get)
        #expect(driver.stored == Array("abcdef".utf8))
        #expect(driver.statuses == [200, 200])
    }

    @Test("a disk that lags behind holds the sender back, and time does not run meanwhile")
    func backpressure() {
        var driver = uploading()
        driver.storesAtOnce = false
        driver.receive(HTTPTests.upload(10 << 20))
        let portion = [UInt8](repeating: 1, count: 1 << 18)
        for _ in 0..<4 { driver.receive(portion) }
        #expect(!driver.connection.wantsRead)
        driver.wait(.seconds(3600))
        #expect(driver.statuses.isEmpty)
        driver.connection.stored(1 << 18, driver.now)
        #expect(driver.connection.wantsRead)
        driver.wait(.seconds(30))
        #expect(driver.statuses == [408])
    }

    @Test("an upload to a path that takes none is refused before its content")
    func refusedUpload() {
        var driver = ConnectionDriver()
        driver.receive(HTTPTests.upload(10 << 30))
        #expect(driver.statuses == [415])
    }

    @Test("an upload beyond the limit is refused before its content")
    func largeUpload() {
        var driver = uploading()
        driver.receive(HTTPTests.upload((10 << 30) + 1))
        #expect(driver.statuses == [413])
    }

    @Test("a chunked upload beyond the limit is refused when it gets there")
    func largeChunkedUpload() {
        var configuration = ServerConfiguration()
        configuration.uploadDirectory = "/nowhere"
        configuration.uploadLimit = 1000
        var driver = ConnectionDriver(configuration, bodyPolicy: .multipart)
        driver.receive(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; "
                + "boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "100\r\n" + String(repeating: "x", count: 256) + "\r\n"
        for _ in 0..<3 { driver.receive(chunk) }
        #expect(driver.statuses.isEmpty)
        driver.receive(chunk)
        #expect(driver.statuses == [413])
    }
}
