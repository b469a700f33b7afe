import Foundation
import Testing

@testable import HTTP

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
        // The answer may come before the last reference to its request is gone.
        for _ in 0..<200 where !folder.names.isEmpty {
            try await Task.sleep(for: .milliseconds(10))
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
