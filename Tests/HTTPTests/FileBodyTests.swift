import Foundation
import Testing

@testable import HTTP

@Suite("Contents that programs send", .serialized)
struct FileContentTests {
    private let folder: TemporaryFolder
    private let configuration: ServerConfiguration

    init() throws {
        folder = try TemporaryFolder()
        var configuration = ServerConfiguration()
        configuration.uploadDirectory = folder.path
        configuration.fileBodyLimit = 1_000
        self.configuration = configuration
    }

    private static func route(_ router: inout Router) {
        router.post("/rows", body: .file) { request in
            .later {
                guard case .file(let file) = request.body else { return .text(.ok, "none") }
                let text = FileManager.default.contents(atPath: file.path) ?? Data()
                return .text(
                    .ok,
                    "\(String(decoding: text, as: UTF8.self)) \(request.headers["Content-Type"] ?? "-")"
                )
            }
        }
    }

    private func answer(_ fields: String, _ content: String) async throws -> String {
        var text = ""
        try await withServer(configuration, adding: Self.route) { port, _ in
            text = await exchange(
                port,
                "POST /rows HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(fields)\r\n\(content)"
            )
        }
        return text
    }

    @Test("Content of any type is on disk while the request lasts, however it is framed")
    func types() async throws {
        let plain = try await answer("Content-Type: text/csv\r\nContent-Length: 3\r\n", "a,b")
        #expect(plain.hasSuffix("\r\n\r\na,b text/csv\n"))
        let chunked = try await answer(
            "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            "2\r\na,\r\n1\r\nb\r\n0\r\n\r\n")
        #expect(chunked.hasSuffix("\r\n\r\na,b -\n"))
        #expect(try await answer("Content-Length: 0\r\n", "").hasSuffix("\r\n\r\nnone\n"))
        for _ in 0..<200 where !folder.names.isEmpty {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(folder.names.isEmpty)
    }

    @Test(
        "Too much, and codings that cannot be taken off, are refused",
        arguments: [
            ("Content-Length: 1001\r\n", 413),
            ("Content-Encoding: br\r\nContent-Length: 1\r\n", 415),
            ("Content-Encoding: gzip, gzip\r\nContent-Length: 1\r\n", 415),
            ("Content-Encoding: identity\r\nContent-Length: 1\r\n", 200),
        ])
    func refused(fields: String, status: Int) async throws {
        #expect(try await answer(fields, "x").hasPrefix("HTTP/1.1 \(status) "))
    }

    @Test("A chunked content is refused once it exceeds the limit")
    func chunked() async throws {
        let chunk = "1f4\r\n" + String(repeating: "x", count: 500) + "\r\n"
        let text = try await answer(
            "Transfer-Encoding: chunked\r\n", chunk + chunk + chunk + "0\r\n\r\n")
        #expect(text.hasPrefix("HTTP/1.1 413 "))
    }

    @Test("The content is asked for where the client waits for that")
    func expectation() {
        var configuration = configuration
        configuration.uploadDirectory = folder.path
        var driver = ConnectionDriver(configuration, bodyPolicy: .file) { _ in .text(.ok, "taken") }
        driver.receive(
            "POST /rows HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
        )
        #expect(driver.statuses == [100])
        driver.receive("a,b")
        #expect(driver.statuses == [100, 200])
        #expect(String(decoding: driver.stored, as: UTF8.self) == "a,b")
    }

    @Test("A page of another origin is refused whatever type it sends")
    func origin() async throws {
        let text = try await answer(
            "Origin: http://evil.example\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n", "x")
        #expect(text.hasPrefix("HTTP/1.1 403 "))
    }
}
