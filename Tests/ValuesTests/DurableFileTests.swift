import Foundation
import Testing
import Values

@Suite("Files that take their place whole")
struct DurableFileTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "perfmon-durable-\(UUID().uuidString)")

    private var target: URL { folder.appending(path: "notes.json") }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func text() throws -> String { try String(contentsOf: target, encoding: .utf8) }

    @Test("A file is made, then replaced, and nothing else is left")
    func replaces() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try DurableFile.replace(target.path, with: Array("old".utf8))
        #expect(try text() == "old")
        var file = try DurableFile(replacing: target.path)
        for part in ["", "new ", "one"] { try file.write(Array(part.utf8)) }
        #expect(try text() == "old")
        try file.place()
        #expect(try text() == "new one")
        #expect(try names() == ["notes.json"])
    }

    @Test("What is not placed leaves the old file and no temporary one")
    func failedWrite() throws {
        struct Full: Error {}
        defer { try? FileManager.default.removeItem(at: folder) }
        try DurableFile.replace(target.path, with: Array("old".utf8))
        #expect(throws: Full.self) {
            var file = try DurableFile(replacing: target.path)
            try file.write(Array("half of the n".utf8))
            let all = try names()
            #expect(all.filter(DurableFile.isUnfinished).count == 1)
            throw Full()
        }
        #expect(try text() == "old")
        #expect(try names() == ["notes.json"])
    }

    @Test("Where the place cannot be taken the error says so, and no temporary one is left")
    func noPlace() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: target.appending(path: "inside"), withIntermediateDirectories: true)
        let taken = #expect(throws: FileFault.self) {
            try DurableFile.replace(target.path, with: [1])
        }
        #expect(taken?.path == target.path && taken?.errno == EISDIR)
        #expect(try names() == ["notes.json"])
        let missing = folder.appending(path: "none/notes.json").path
        let error = #expect(throws: FileFault.self) {
            try DurableFile.replace(missing, with: [1])
        }
        #expect(error?.errno == ENOENT)
    }

    @Test("A temporary file may lie elsewhere, under any name")
    func elsewhere() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let staging = folder.appending(path: "staging")
        try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
        let temporary = staging.appending(path: "0").path
        try DurableFile.replace(target.path, through: temporary, with: Array("moved".utf8))
        #expect(try text() == "moved")
        #expect(try FileManager.default.contentsOfDirectory(atPath: staging.path) == [])
    }

    @Test(
        "What a killed program left is told by its name",
        arguments: [(".m1.onnx.5eed.new", true), ("m1.new", false), (".new", true), (".a", false)])
    func unfinished(name: String, isUnfinished: Bool) {
        #expect(DurableFile.isUnfinished(name) == isUnfinished)
    }
}
