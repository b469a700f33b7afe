import Foundation
import Synchronization
import Testing

@testable import HTTP

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
            #expect(await exchange(port, liveGet("/")).hasSuffix("now\n"))
            #expect(await exchange(port, liveGet("/later")).hasSuffix("later\n"))
            #expect(await exchange(port, liveGet("/x")).hasPrefix("HTTP/1.1 404 "))
            #expect(await exchange(port, "GARBAGE\r\n").hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test("a kept connection serves request after request, at once or later, pipelined or not")
    func keepAlive() async throws {
        try await withServer { port, _ in
            let text = await exchange(
                port,
                liveGet("/later", "") + liveGet("/", "") + liveGet("/later", "") + liveGet("/"))
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
                for byte in liveGet("/").utf8 {
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
                client.send(liveGet("/later", ""))
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
                    for client in clients { client.send(liveGet("/later", "")) }
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
                    client.send(liveGet("/", ""))
                    _ = client.receive(until: "now\n")
                }
                // An optimised build would let go of them, and so close them, before.
                let refused = withExtendedLifetime(clients) {
                    TestClient(port: port)?.receiveAll() ?? ""
                }
                clients.removeAll()
                // That they have left is on its way to the server.
                let served = (0..<3_000).lazy.map { _ -> String in
                    usleep(10_000)
                    let client = TestClient(port: port)
                    client?.send(liveGet("/"))
                    return client?.receiveAll() ?? ""
                }.first { $0.hasPrefix("HTTP/1.1 200 ") }
                return [refused, served ?? ""]
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
                client.send(liveGet("/file"))
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
            client.send(liveGet("/slow"))
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
            _ = await exchange(port, liveGet("/later?a=b", "") + "BAD\r\n")
        }
        let seen = lines.withLock { $0 }
        #expect(seen.map(\.status?.code) == [200, 400])
        #expect(seen.map(\.target) == ["/later?a=b", nil])
        #expect(seen.map(\.rejection) == [nil, .malformedRequestLine])
        #expect(seen.allSatisfy { $0.bytesSent > 400 && $0.remoteAddress == "127.0.0.1" })
    }
}
