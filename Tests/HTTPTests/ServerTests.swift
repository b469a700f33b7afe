import Foundation
import Synchronization
import Testing

@testable import HTTP

private func get(_ path: String, _ fields: String = "Connection: close\r\n") -> String {
    "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
}

/// A running server with a few routes; stopped at the end of `body`.
private func withServer(
    _ configuration: ServerConfiguration = ServerConfiguration(),
    adding routes: (inout Router) -> Void = { _ in },
    _ body: (UInt16, Server) async throws -> Void
) async throws {
    var configuration = configuration
    configuration.port = 0
    var router = Router()
    router.get("/") { _ in .now(.text(.ok, "now")) }
    router.get("/later") { _ in .later { .text(.ok, "later") } }
    routes(&router)
    let server = Server(configuration: configuration, handler: router)
    let port = try #require(try server.start().first?.port)
    do {
        try await body(port, server)
    } catch {
        await server.stop(within: .zero)
        throw error
    }
    await server.stop(within: .zero)
}

/// A flag that one side raises and the other waits for.
private final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    /// Whether it was opened within twenty seconds.
    func wait() async -> Bool {
        for _ in 0..<2000 {
            if isOpen.withLock({ $0 }) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

@Suite("Server on real sockets", .serialized)
struct ServerTests {
    @Test("serves both loopback addresses on one port")
    func addresses() async throws {
        let server = Server(
            configuration: {
                var c = ServerConfiguration(); c.port = 0; return c
            }(),
            handler: Router())
        let addresses = try server.start()
        #expect(addresses.first?.address == "127.0.0.1")
        #expect(Set(addresses.map(\.port)).count == 1)
        #expect(addresses.first?.port != 0)
        await server.stop()
    }

    @Test("a port that is taken and an address that is none are errors")
    func badAddresses() async throws {
        try await withServer { port, _ in
            var configuration = ServerConfiguration()
            configuration.address = "127.0.0.1"
            configuration.port = port
            #expect(
                throws: SocketError.cannotListen(
                    address: "127.0.0.1", port: port, errno: EADDRINUSE)
            ) { try Server(configuration: configuration, handler: Router()).start() }
            configuration.address = "example"
            #expect(throws: SocketError.badAddress("example")) {
                try Server(configuration: configuration, handler: Router()).start()
            }
            configuration.uploadDirectory = "/nowhere"
            #expect(throws: SocketError.badUploadDirectory("/nowhere", errno: ENOENT)) {
                try Server(configuration: configuration, handler: Router()).start()
            }
        }
    }

    @Test("answers at once, later, and what it does not know")
    func answers() async throws {
        try await withServer { port, _ in
            #expect(await exchange(port, get("/")).hasSuffix("now\n"))
            #expect(await exchange(port, get("/later")).hasSuffix("later\n"))
            #expect(await exchange(port, get("/x")).hasPrefix("HTTP/1.1 404 "))
            #expect(await exchange(port, "GARBAGE\r\n").hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test("a kept connection serves request after request, at once or later, pipelined or not")
    func keepAlive() async throws {
        try await withServer { port, _ in
            let text = await exchange(
                port, get("/later", "") + get("/", "") + get("/later", "") + get("/"))
            let bodies = text.components(separatedBy: "\r\n\r\n").dropFirst()
            #expect(bodies.map { $0.prefix { $0 != "\n" } } == ["later", "now", "later", "now"])
            #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 5)
        }
    }

    @Test("a request that drips in is answered")
    func drip() async throws {
        try await withServer { port, _ in
            let text = await onThread {
                guard let client = TestClient(port: port) else { return "" }
                for byte in get("/").utf8 {
                    client.send([byte])
                    usleep(500)
                }
                return client.receiveAll()
            }
            #expect(text.hasSuffix("now\n"))
        }
    }

    @Test("a peer that stops sending gets its answer")
    func halfClose() async throws {
        try await withServer { port, _ in
            let text = await onThread {
                guard let client = TestClient(port: port) else { return "" }
                client.send(get("/later", ""))
                client.shutDownWrites()
                return client.receiveAll()
            }
            #expect(text.hasSuffix("later\n"))
        }
    }

    @Test("serves two hundred connections side by side")
    func manyConnections() async throws {
        try await withServer { port, _ in
            let answered = await onThread {
                let clients = (0..<200).compactMap { _ in TestClient(port: port) }
                for _ in 0..<3 {
                    for client in clients { client.send(get("/later", "")) }
                    for client in clients.reversed() {
                        guard client.receive(until: "later\n").hasSuffix("later\n") else {
                            return 0
                        }
                    }
                }
                return clients.count
            }
            #expect(answered == 200)
        }
    }

    @Test("tells clients beyond the limit, and serves again when others have left")
    func connectionLimit() async throws {
        var configuration = ServerConfiguration()
        configuration.connectionLimit = 2
        try await withServer(configuration) { port, _ in
            let answers = await onThread {
                var clients = (0..<2).compactMap { _ in TestClient(port: port) }
                for client in clients {
                    client.send(get("/", ""))
                    _ = client.receive(until: "now\n")
                }
                let refused = TestClient(port: port)?.receiveAll() ?? ""
                clients.removeAll()
                usleep(200_000)
                let client = TestClient(port: port)
                client?.send(get("/"))
                return [refused, client?.receiveAll() ?? ""]
            }
            #expect(answers[0].hasPrefix("HTTP/1.1 503 "))
            #expect(answers[1].hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test("a refusal reaches a client that is still sending")
    func refusalWhileSending() async throws {
        try await withServer { port, _ in
            let text = await onThread {
                guard let client = TestClient(port: port) else { return "" }
                client.send(
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                let portion = [UInt8](repeating: 0x61, count: 100_000)
                for _ in 0..<20 where !client.send(portion) { break }
                client.shutDownWrites()
                return client.receiveAll()
            }
            #expect(text.hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test("a file is sent whole to a client that reads slowly")
    func file() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/big"
        let line = "device-0042,2026-01-01T00:00:00,17.25\n"
        let content = Array(String(repeating: line, count: 80_000).utf8)
        try Data(content).write(to: URL(fileURLWithPath: path))
        try await withServer(adding: { router in
            router.get("/file") { _ in
                guard let file = try? FileBody(path: path) else {
                    return .now(.text(.notFound, "none"))
                }
                return .now(Response(body: .file(file)))
            }
        }) { port, _ in
            let bytes = await onThread {
                guard let client = TestClient(port: port) else { return [UInt8]() }
                client.send(get("/file"))
                usleep(300_000)
                var all: [UInt8] = []
                while let bytes = client.receive(30_000), !bytes.isEmpty { all += bytes }
                return all
            }
            #expect(Data(bytes.suffix(content.count)) == Data(content))
            #expect(bytes.count < content.count + 1000)
        }
    }

    @Test("the task of a client that goes away is cancelled")
    func cancellation() async throws {
        let cancelled = Gate()
        let started = Gate()
        try await withServer(adding: { router in
            router.get("/slow") { _ in
                .later {
                    started.open()
                    try? await Task.sleep(for: .seconds(60))
                    if Task.isCancelled { cancelled.open() }
                    return .text(.ok, "late")
                }
            }
        }) { port, _ in
            let client = try #require(TestClient(port: port))
            client.send(get("/slow"))
            #expect(await started.wait())
            client.reset()
            #expect(await cancelled.wait())
        }
    }

    @Test("every answer is reported once")
    func observer() async throws {
        let lines = Mutex<[RequestSummary]>([])
        var configuration = ServerConfiguration()
        let record: @Sendable (RequestSummary) -> Void = { line in
            lines.withLock { $0.append(line) }
        }
        configuration.onRequestFinished = record
        try await withServer(configuration) { port, _ in
            _ = await exchange(port, get("/later?a=b", "") + "BAD\r\n")
        }
        let seen = lines.withLock { $0 }
        #expect(seen.map(\.status?.code) == [200, 400])
        #expect(seen.map(\.target) == ["/later?a=b", nil])
        #expect(seen.map(\.rejection) == [nil, .malformedRequestLine])
        #expect(seen.allSatisfy { $0.bytesSent > 400 && $0.remoteAddress == "127.0.0.1" })
    }
}

@Suite("Stopping", .serialized)
struct ServerStopTests {
    @Test("finishes what is in progress and takes nothing new")
    func graceful() async throws {
        let started = Gate()
        let mayEnd = Gate()
        try await withServer(adding: { router in
            router.get("/slow") { _ in
                .later {
                    started.open()
                    _ = await mayEnd.wait()
                    return .text(.ok, "done")
                }
            }
        }) { port, server in
            async let answer = exchange(port, get("/slow", ""))
            #expect(await started.wait())
            async let stopped: Void = server.stop(within: .seconds(20))
            try await Task.sleep(for: .milliseconds(200))
            let refused = await onThread { TestClient(port: port) == nil }
            #expect(refused)
            mayEnd.open()
            #expect(await answer.hasSuffix("done\n"))
            await stopped
        }
    }

    @Test("closes idle connections at once")
    func idle() async throws {
        try await withServer { port, server in
            let client = try #require(TestClient(port: port))
            client.send(get("/", ""))
            #expect(client.receive(until: "now\n").hasSuffix("now\n"))
            let start = ContinuousClock.now
            await server.stop(within: .seconds(20))
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(client.receive()?.isEmpty == true)
        }
    }

    @Test("cuts off what takes too long")
    func deadline() async throws {
        let started = Gate()
        try await withServer(adding: { router in
            router.get("/slow") { _ in
                .later {
                    started.open()
                    try? await Task.sleep(for: .seconds(60))
                    return .text(.ok, "late")
                }
            }
        }) { port, server in
            async let answer = exchange(port, get("/slow"))
            #expect(await started.wait())
            await server.stop(within: .milliseconds(300))
            #expect(await answer.isEmpty)
        }
    }
}

@Suite("Uploads on real sockets", .serialized)
struct ServerUploadTests {
    private let folder: TemporaryFolder
    private let configuration: ServerConfiguration

    init() throws {
        folder = try TemporaryFolder()
        var configuration = ServerConfiguration()
        configuration.uploadDirectory = folder.path
        self.configuration = configuration
    }

    private static func head(_ length: Int) -> String {
        "POST /upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: \(length)\r\n\r\n"
            + partHead
    }
    private static let partHead =
        "--B\r\nContent-Disposition: form-data; name=f; filename=a.csv\r\n\r\n"
    private static let tail = "\r\n--B--\r\n"

    private static func route(_ router: inout Router) {
        router.post("/upload", body: .multipart) { request in
            .later {
                guard case .multipart(let form) = request.body else { return .text(.ok, "none") }
                return .text(.ok, "\(form.files.map(\.file.byteCount)) \(residentPeak())")
            }
        }
    }

    @Test("32 MB reach the disk through little memory, and are gone when the request ends")
    func large() async throws {
        try await withServer(configuration, adding: Self.route) { port, _ in
            let count = 32 << 20
            let before = residentPeak()
            let text = await onThread {
                guard let client = TestClient(port: port) else { return "" }
                client.send(Self.head(count + Self.partHead.utf8.count + Self.tail.utf8.count))
                let portion = [UInt8](repeating: 0x61, count: 1 << 16)
                for _ in 0..<(count >> 16) { client.send(portion) }
                client.send(Self.tail)
                return client.receiveAll()
            }
            let line = text.components(separatedBy: "\r\n\r\n").last ?? ""
            #expect(line.hasPrefix("[\(count)] "))
            let after = try #require(Int(line.split(whereSeparator: \.isWhitespace).last ?? ""))
            // In kilobytes; other tests run beside this one.
            #expect(after - before < 24 << 10)
        }
        #expect(folder.names.isEmpty)
    }

    @Test("an upload that breaks off leaves no file")
    func brokenOff() async throws {
        try await withServer(configuration, adding: Self.route) { port, _ in
            let client = try #require(TestClient(port: port))
            client.send(Self.head(1_000_000) + "1,2,3")
            for _ in 0..<200 where folder.names.isEmpty {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(folder.names.count == 1)
            client.shutDownWrites()
            for _ in 0..<200 where !folder.names.isEmpty {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(folder.names.isEmpty)
        }
    }

    @Test("a form without its final boundary is refused and leaves no file")
    func truncated() async throws {
        try await withServer(configuration, adding: Self.route) { port, _ in
            let text = await exchange(port, Self.head(Self.partHead.utf8.count + 3) + "abc")
            #expect(text.hasPrefix("HTTP/1.1 400 "))
            #expect(text.contains("the final boundary is missing"))
        }
        #expect(folder.names.isEmpty)
    }
}

/// The largest resident set of this process so far, in kilobytes; 0 where it is not known.
private func residentPeak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
}
