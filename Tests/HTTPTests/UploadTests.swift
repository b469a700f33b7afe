import Foundation
import Testing

@testable import HTTP

/// A folder of its own for one test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "http-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
}

private func part(_ disposition: String, _ content: String) -> String {
    "--B\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
}

private func receive(_ text: String, _ folder: TemporaryFolder) throws -> MultipartForm {
    let receiver = MultipartReceiver(boundary: Array("B".utf8), directory: folder.path)
    try receiver.receive(Array(text.utf8))
    return try receiver.form()
}

@Suite("Uploaded files")
struct UploadTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("files lie on disk under names of our own, fields in memory")
    func parts() throws {
        let form = try receive(
            part("name=\"kind\"", "error") + part("name=\"f\"; filename=\"../x\"", "1,2")
                + part("name=\"none\"; filename=\"\"", "")
                + part("name=\"f\"; filename=\"empty\"", "") + "--B--", folder)
        #expect(form.parts.map(\.name) == ["kind", "f", "f"])
        #expect(form.textItems["kind"] == "error")
        #expect(form.files.map(\.part.fileName) == ["../x", "empty"])
        #expect(form.files.map(\.file.byteCount) == [3, 0])
        let first = try #require(form.files.first?.file.path)
        #expect(first.hasPrefix(folder.path + "/.incoming-"))
        // An optimised build lets go of the form after its last use, and with it of the files.
        let stored = try withExtendedLifetime(form) {
            (try String(contentsOfFile: first, encoding: .utf8), folder.names.count)
        }
        #expect(stored == ("1,2", 2))
    }

    @Test("files go with the form, unless they were taken")
    func ownership() throws {
        var form: MultipartForm? = try receive(
            part("name=a; filename=a", "1") + part("name=b; filename=b", "2") + "--B--", folder)
        let taken = try #require(form?.files.last?.file.take())
        form = nil
        #expect(folder.names == [String(taken.dropFirst(folder.path.count + 1))])
    }

    @Test("an upload that breaks off leaves nothing behind")
    func brokenOff() throws {
        var receiver: MultipartReceiver? = MultipartReceiver(
            boundary: Array("B".utf8), directory: folder.path)
        let text = part("name=a; filename=a", "1") + part("name=b; filename=b", "2")
        try receiver?.receive(Array(text.utf8.dropLast(2)))
        #expect(folder.names.count == 2)
        #expect(throws: Rejection.malformedMultipart(.truncated)) { try receiver?.finish() }
        receiver = nil
        #expect(folder.names.isEmpty)
    }

    @Test("a text field may not be a file in disguise")
    func longText() {
        let long = String(repeating: "x", count: 65_537)
        #expect(throws: Rejection.textTooLong(name: "a", limit: 65_536)) {
            try receive(part("name=a", long) + "--B--", folder)
        }
    }

    @Test("more than a hundred parts are refused")
    func manyParts() throws {
        let parts = String(repeating: part("name=a", "x"), count: 100)
        #expect(try receive(parts + "--B--", folder).parts.count == 100)
        #expect(throws: Rejection.tooManyParts(limit: 100)) {
            try receive(parts + part("name=a", "x") + "--B--", folder)
        }
    }

    @Test("a folder that is gone is a failure of storage, not of the request")
    func noFolder() throws {
        let receiver = MultipartReceiver(boundary: Array("B".utf8), directory: "/nowhere")
        #expect(throws: Rejection.storageFailed(errno: ENOENT)) {
            try receiver.receive(Array(part("name=a; filename=a", "1").utf8))
        }
    }

    @Test("what processes that ended have left is removed, nothing else")
    func stale() throws {
        let ended = Process()
        ended.executableURL = URL(fileURLWithPath: "/bin/sh")
        ended.arguments = ["-c", "exit 0"]
        try ended.run()
        ended.waitUntilExit()
        let kept = [".incoming-1-1", ".incoming-x-1", "data.csv"]
        for name in kept + [".incoming-\(ended.processIdentifier)-7", ".incoming-\(getpid())-1"] {
            try Data().write(to: URL(fileURLWithPath: folder.path + "/" + name))
        }
        TemporaryName.removeStale(in: folder.path)
        #expect(folder.names.sorted() == kept.sorted())
    }

    #if os(Linux)
        @Test("a process that has ended has left what it made, also while nobody has reaped it")
        func unreaped() throws {
            var ended: pid_t = 0
            let name = unsafe strdup("true")
            defer { unsafe free(name) }
            var words = unsafe [name, nil]
            let code = unsafe posix_spawn(&ended, "/bin/true", nil, nil, &words, nil)
            try #require(code == 0)
            var info = unsafe siginfo_t()
            _ = unsafe waitid(P_PID, id_t(ended), &info, Int32(WEXITED | WNOWAIT))
            #expect(kill(ended, 0) == 0)
            try Data().write(to: URL(fileURLWithPath: "\(folder.path)/.incoming-\(ended)-1"))
            TemporaryName.removeStale(in: folder.path)
            #expect(folder.names.isEmpty)
            _ = waitpid(ended, nil, 0)
        }
    #endif
}
