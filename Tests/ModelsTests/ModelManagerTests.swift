import Foundation
import Models
import Testing
import Values

@Suite("A folder of models")
struct ModelManagerTests {
    private let folder: TemporaryFolder
    private let manager: ModelManager
    private let good = Wire.number(1, 8) + Wire.graph(Wire.input("x"))

    init() throws {
        folder = try TemporaryFolder()
        manager = ModelManager(
            folder: folder.path,
            client: InferenceClient(InferenceConfiguration(executable: "/nowhere")))
    }

    @Test("lists good, refused and unreadable files by name, and nothing else")
    func list() throws {
        try manager.store(good, named: "b.onnx")
        try Data("a,b\n1,2\n".utf8).write(to: URL(filePath: folder.path + "/a.onnx"))
        try Data().write(to: URL(filePath: folder.path + "/notes.txt"))
        try Data().write(to: URL(filePath: folder.path + "/.hidden.onnx"))
        try FileManager.default.createDirectory(
            atPath: folder.path + "/c.onnx", withIntermediateDirectories: false)
        let entries = manager.list()
        #expect(entries.map(\.name) == ["a.onnx", "b.onnx", "c.onnx"])
        #expect(entries[0].state == .refused(.notProtobuf(offset: 1, resembles: .text)))
        #expect(entries[1].card?.inputs.map(\.name) == ["x"])
        #expect(entries[2].state == .unreadable(errno: EINVAL))
    }

    @Test("is empty where there is none")
    func absent() {
        let manager = ModelManager(
            folder: folder.path + "/none",
            client: InferenceClient(InferenceConfiguration(executable: "/nowhere")))
        #expect(manager.list().isEmpty)
        #expect(manager.entry(named: "a.onnx").state == .unreadable(errno: ENOENT))
    }

    @Test("sees a changed file")
    func change() throws {
        try manager.store(good, named: "a.onnx")
        let before = manager.entry(named: "a.onnx")
        #expect(manager.entry(named: "a.onnx") == before)
        try manager.store(good + Wire.text(2, "tool"), named: "a.onnx")
        #expect(manager.entry(named: "a.onnx").card?.producer == "tool")
        try manager.remove(named: "a.onnx")
        #expect(manager.list().isEmpty)
    }

    @Test("keeps what it had when a new file is refused")
    func refused() throws {
        let before = try manager.store(good, named: "a.onnx")
        #expect(throws: ModelError.refused(.noGraph(resembles: .empty))) {
            try manager.store([], named: "a.onnx")
        }
        #expect(manager.list() == [before])
    }

    @Test(
        "takes no name that leads elsewhere",
        arguments: [
            "../a.onnx", "/a.onnx", "a/b.onnx", ".onnx", ".a.onnx", "a", "a.ONNX", "a\n.onnx",
            "a\0.onnx", String(repeating: "a", count: 300) + ".onnx",
        ])
    func names(name: String) {
        #expect(throws: ModelError.file(path: name, errno: EINVAL)) {
            try manager.store(good, named: name)
        }
        #expect(throws: ModelError.file(path: name, errno: EINVAL)) {
            try manager.remove(named: name)
        }
        #expect(manager.entry(named: name).state == .unreadable(errno: EINVAL))
    }
}

@Suite("The search for the library")
struct LibrarySearchTests {
    @Test("tries a given path alone")
    func explicit() {
        let search = LibrarySearch(explicitPath: "/a/b.so", folders: ["/c"])
        #expect(search.candidates == ["/a/b.so"])
    }

    @Test("tries folders first, the newest version in each before others, then usual names")
    func order() throws {
        let folder = try TemporaryFolder()
        for name in [
            "libonnxruntime.so.1.9.0", "libonnxruntime.so.1.31.1",
            "libonnxruntime.so.1.31.1.txt.part",
            "libonnxruntime_providers_shared.so", "readme",
        ] {
            try Data().write(to: URL(filePath: folder.path + "/" + name))
        }
        let search = LibrarySearch(folders: ["/nowhere", folder.path], systemNames: ["usual"])
        #expect(
            search.candidates == [
                folder.path + "/libonnxruntime.so.1.31.1",
                folder.path + "/libonnxruntime.so.1.9.0", "usual",
            ])
    }
}
