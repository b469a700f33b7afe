import Foundation
import Programs
import Testing
import Values

@testable import ClickHouse

/// What answers, or does not, where a database should.
@Suite(
    "Servers that fail",
    .enabled(if: Python.path != nil, "python3 is not installed"))
struct FaultyServerTests {
    /// Answers every connection in one way and prints its port.
    private static let script = """
        import socket, sys, threading, time
        way = sys.argv[1]
        server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen(16)
        print(server.getsockname()[1], flush=True)
        def serve(c):
            data = b""
            while b"\\r\\n\\r\\n" not in data: data += c.recv(65536)
            head = b"HTTP/1.1 200 OK\\r\\nX-ClickHouse-Summary: x\\r\\n"
            if way == "hang": time.sleep(60)
            elif way == "cut": c.sendall(head + b"Content-Length: 100\\r\\n\\r\\nhalf")
            elif way == "drip":
                c.sendall(head + b"Content-Length: 100000\\r\\n\\r\\n")
                for i in range(600): c.sendall(b"x"); time.sleep(0.1)
            elif way == "html": c.sendall(b"HTTP/1.1 404 Not Found\\r\\nContent-Length: 9\\r\\n\\r\\n<h1>Hm</h1>")
            elif way == "basic": c.sendall(b"HTTP/1.1 401 Unauthorized\\r\\nWWW-Authenticate: Basic realm=\\"x\\"\\r\\nContent-Length: 0\\r\\n\\r\\n")
            elif way == "login": c.sendall(b"HTTP/1.1 403 Forbidden\\r\\nContent-Length: 0\\r\\n\\r\\n")
            elif way == "elsewhere": c.sendall(b"HTTP/1.1 307 Moved\\r\\nLocation: http://127.0.0.1:1/\\r\\nContent-Length: 0\\r\\n\\r\\n")
            elif way == "error":
                text = b"Code: 241. DB::Exception: Memory limit (for query) exceeded (MEMORY_LIMIT_EXCEEDED) (version 25.8)"
                c.sendall(b"HTTP/1.1 500 Error\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(text) + text)
            elif way == "reset": pass
            c.close()
        while True:
            threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
        """

    private func fault(_ way: String) throws -> SourceFault? {
        let path = try #require(Python.path)
        let server = try ChildProgram([path, "-c", Self.script, way])
        defer { server.kill(); server.wait() }
        let port = try server.read { Int($0) }
        var settings = SourceSettings(address: "http://127.0.0.1:\(port)", tables: ["x"])
        settings.limits.seconds = 1
        let client = try QueryClient(settings, file: "x.json", environment: [:])
        do { _ = try client.answer("SELECT 1") } catch { return error.withoutAddress }
        return nil
    }

    @Test(
        "end in a fault of their own kind, and within seconds",
        arguments: [
            ("hang", SourceFault.slow(seconds: 1)), ("drip", .slow(seconds: 1)),
            ("cut", .silent(address: "", .cutOff)), ("reset", .silent(address: "", .cutOff)),
            ("html", .silent(address: "", .notClickHouse)), ("login", .login(user: "default")),
            ("basic", .login(user: "default")),
            ("elsewhere", .silent(address: "", .notClickHouse)), ("error", .memory),
        ])
    func faults(way: String, expected: SourceFault) throws {
        let start = ContinuousClock.now
        #expect(try fault(way) == expected)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    /// A certificate that nobody has signed but itself.
    private static let tlsScript = """
        import os, socket, ssl, subprocess, tempfile, threading
        with tempfile.TemporaryDirectory() as home:
            key, cert = os.path.join(home, "key"), os.path.join(home, "cert")
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out",
                cert, "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                check=True, capture_output=True)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); context.load_cert_chain(cert, key)
        server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen(16)
        print(server.getsockname()[1], flush=True)
        def serve(c):
            try: context.wrap_socket(c, server_side=True).recv(1000)
            except Exception: c.close()
        while True:
            threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
        """

    @Test(
        "a server that cannot show who it is gets no password",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"),
            "openssl is not installed"))
    func certificate() throws {
        let path = try #require(Python.path)
        let server = try ChildProgram([path, "-c", Self.tlsScript])
        defer { server.kill(); server.wait() }
        let address = "https://localhost:\(try server.read { Int($0) })"
        let client = try QueryClient(
            SourceSettings(address: address, tables: ["x"]), file: "x.json", environment: [:])
        #expect(throws: SourceFault.silent(address: address, .certificate)) {
            try client.answer("SELECT 1")
        }
    }

    @Test("nobody at the address, and no such host")
    func nobody() throws {
        for (address, silence) in [
            ("http://127.0.0.1:1", SourceFault.Silence.refused),
            ("http://no.such.host.invalid:8123", .unknownHost),
        ] {
            let client = try QueryClient(
                SourceSettings(address: address, tables: ["x"]), file: "x.json", environment: [:])
            #expect(throws: SourceFault.silent(address: address, silence)) {
                try client.answer("SELECT 1")
            }
        }
    }
}

extension SourceFault {
    fileprivate var withoutAddress: SourceFault {
        if case .silent(_, let silence) = self { .silent(address: "", silence) } else { self }
    }
}
