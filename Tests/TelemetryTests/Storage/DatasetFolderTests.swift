import Foundation
import Testing
import Values
@testable import Telemetry

/// A data folder of its own that is removed afterwards.
final class TemporaryFolder {
    let url: URL
    var folder: DatasetFolder

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("telemetry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = DatasetFolder(root: url.appendingPathComponent("data"))
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file within `raw`.
    func put(_ path: String, _ text: String) throws {
        let file = folder.raw.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// A file that was just sent.
    func sent(_ name: String, _ text: String) throws -> IncomingFile {
        let file = url.appendingPathComponent("upload-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        return IncomingFile(temporary: file, name: name)
    }

    func text(_ path: String) -> String? {
        (try? Data(contentsOf: folder.raw.appendingPathComponent(path)))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    var incoming: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.incoming.path)) ?? [])
            .filter { !$0.hasPrefix(".") }
    }
}

@Suite("Data sets on disk")
struct DatasetFolderTests {
    @Test("Sets and files are listed in natural order; what is no data is passed over")
    func listing() throws {
        let place = try TemporaryFolder()
        #expect(try place.folder.datasets().isEmpty)
        for path in [
            "fleet 10/a.csv", "fleet 2/b10.csv", "fleet 2/b2.TSV", "fleet 2/sub/c.txt",
            "fleet 2/.hidden.csv", "fleet 2/b2.csv~", "fleet 2/~$b.csv", "fleet 2/README.txt",
            "fleet 2/LICENSE.txt", "fleet 2/b10.csv.schema.json", "fleet 2/plan.pdf",
            "empty/notes.md", "single.csv", ".git/x.csv",
        ] {
            try place.put(path, "x\n1\n")
        }
        let sets = try place.folder.datasets()
        #expect(sets.map(\.name) == ["fleet 2", "fleet 10", DatasetFolder.looseFiles])
        #expect(sets[0].files.map(\.name) == ["b2.TSV", "b10.csv", "sub/c.txt"])
        #expect(sets[0].files[1].correctionSignature != nil)
        #expect(sets[2].files.map(\.name) == ["single.csv"])
        #expect(try place.folder.dataset("fleet 2") == sets[0])
        for name in ["none", "..", "fleet 2/sub", "", "empty"] {
            #expect(throws: StorageError.unknownDataset(name)) {
                try place.folder.dataset(name)
            }
        }
    }

    @Test("A link to a folder is not entered")
    func links() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n")
        try FileManager.default.createSymbolicLink(
            at: place.folder.raw.appendingPathComponent("set/again"),
            withDestinationURL: place.folder.raw)
        #expect(try place.folder.dataset("set").files.map(\.name) == ["a.csv"])
    }

    @Test("A signature changes with the file")
    func signatures() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n1\n")
        let before = try place.folder.dataset("set")
        #expect(try place.folder.dataset("set") == before)
        try place.put("set/a.csv", "x\n1\n2\n")
        #expect(try place.folder.dataset("set").files[0].signature.size == 6)
        #expect(try place.folder.dataset("set") != before)
    }

    @Test("Corrections are kept beside the file and removed when they change nothing")
    func corrections() throws {
        let place = try TemporaryFolder()
        try place.put("set/sub/a.csv", "x\n1\n")
        let correction = SchemaCorrection(roles: ["x": .metric], timeZone: "Europe/Berlin")
        try place.folder.setCorrection(correction, for: "sub/a.csv", in: "set")
        #expect(place.text("set/sub/a.csv.schema.json") != nil)
        let file = try place.folder.file("sub/a.csv", in: "set")
        #expect(try file.correction() == correction)
        #expect(file.correctionSignature != nil)
        #expect(place.incoming.isEmpty)
        try place.folder.setCorrection(SchemaCorrection(), for: "sub/a.csv", in: "set")
        #expect(try place.folder.file("sub/a.csv", in: "set").correction() == nil)
        #expect(throws: StorageError.unknownFile("../a.csv", dataset: "set")) {
            try place.folder.setCorrection(correction, for: "../a.csv", in: "set")
        }
        try place.put("set/sub/a.csv.schema.json", "no json")
        #expect(throws: StorageError.self) {
            try place.folder.file("sub/a.csv", in: "set").correction()
        }
    }

    @Test("Sets and files are removed with their corrections")
    func removal() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n1\n")
        try place.put("set/b.csv", "x\n2\n")
        try place.put("set/a.csv.schema.json", "{}")
        try place.put("loose.csv", "x\n")
        try place.folder.remove(file: "a.csv", from: "set")
        #expect(try place.folder.dataset("set").files.map(\.name) == ["b.csv"])
        #expect(place.text("set/a.csv.schema.json") == nil)
        try place.folder.remove(dataset: "set")
        try place.folder.remove(dataset: DatasetFolder.looseFiles)
        #expect(try place.folder.datasets().isEmpty)
        #expect(place.incoming.isEmpty)
        #expect(throws: StorageError.unknownDataset("set")) {
            try place.folder.remove(dataset: "set")
        }
    }

    @Test(
        "Names are made safe",
        arguments: [
            ("errors.csv", "errors.csv"), ("/etc/passwd", "passwd.csv"), ("..\\..\\x.csv", "x.csv"),
            ("C:\\fleet\\Ошибки 2015.csv", "Ошибки 2015.csv"), ("a:b*c?.csv", "a_b_c_.csv"),
            (".hidden.csv", "hidden.csv"), ("CON.csv", "_CON.csv"), ("README.csv", "_README.csv"),
            ("data.log", "data.log.csv"), ("a.csv.schema.json", "a.csv.schema.json.csv"),
            ("tab\tand\u{202E}vsc.csv", "tab_and_vsc.csv"), ("e\u{301}.csv", "\u{E9}.csv"),
            ("x.CSV", "x.CSV"), ("  x .csv ", "x .csv"),
        ])
    func names(sent: String, safe: String) {
        #expect(SafeName.file(sent) == safe)
        #expect(SafeName.file(safe) == safe)
        #expect(SafeName.isData(safe))
    }

    @Test("A name of which nothing is left is refused", arguments: ["", "/", "..", "...", "\u{0}"])
    func noName(sent: String) {
        #expect(SafeName.file(sent) == nil)
        #expect(SafeName.dataset(sent) == nil)
    }

    @Test("Long names are cut between letters, endings stay")
    func longNames() throws {
        let name = try #require(SafeName.file(String(repeating: "ж", count: 400) + ".tsv"))
        #expect(name.utf8.count <= 200 && name.hasSuffix("ж.tsv"))
    }
}
