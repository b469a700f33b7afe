import Containers
import Foundation
import Programs
import Telemetry
import Testing
import Values
import Wording

@testable import App

@Suite(
    "Sets that move to another machine",
    .enabled(if: BuiltProgram.path != nil, "needs the built program"))
struct SetMovingTests {
    private static let set = MovingFolder.set

    private func archive(of folder: MovingFolder) throws -> URL {
        let zip = folder.root.appending(path: "out.zip")
        let run = try folder.run(["export-set", Self.set, "--out", zip.path])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("“\(Self.set)” is in \(zip.path): 5 files, 2 models, "))
        return zip
    }

    @Test("take along files, corrections, notes, models and choices, and nothing of other sets")
    func roundTrip() throws {
        let old = try MovingFolder.filled()
        defer { old.remove() }
        let new = MovingFolder()
        defer { new.remove() }
        let zip = try archive(of: old)
        let run = try new.run(["import-set", zip.path])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Imported as “насосы & _b_, _x_ 🚰”: 5 files, 2 models, "))
        var expected = old.texts("raw/\(Self.set)")
        expected[".hidden"] = nil
        let name = "насосы & _b_, _x_ 🚰"
        #expect(new.texts("raw/\(name)") == expected)
        let groups = ["groups.json": #"{"kept":1}"#]
        #expect(new.texts("processed/\(name)") == groups)
        let models = new.texts("models")
        let learned = MovedModels.learned(of: name)[0]
        #expect(
            models.keys.sorted() == [
                "mine.onnx", "mine.onnx.columns.json", learned, learned + ".v12",
                learned + ".versions.json",
            ])
        #expect(models[learned + ".v12"] == "an earlier one" && models["mine.onnx"] == "uploaded")
        #expect(new.texts("incoming").isEmpty && old.texts("incoming").isEmpty)
    }

    @Test("An existing set is never overwritten; under another name its models are renamed")
    func taken() throws {
        let folder = try MovingFolder.filled()
        defer { folder.remove() }
        let zip = try archive(of: folder)
        let before = folder.texts()
        let again = try folder.run(["import-set", zip.path, "--as", "other"])
        #expect(again.status == 1)
        #expect(
            again.errors.contains("There is a data set “other” already, which is never overwritten")
        )
        #expect(folder.texts() == before)
        let run = try folder.run(["import-set", zip.path, "--as", "copy"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.texts("raw/copy").count == 5)
        let models = folder.texts("models")
        #expect(models["risk-copy.onnx.versions.json"] == #"{"isOff":true}"#)
        // The uploaded model is there already.
        #expect(models.keys.filter { $0.hasPrefix("mine") }.count == 2)
    }

    @Test("A model with the same name and other content keeps its name; one learned is refused")
    func models() throws {
        let old = try MovingFolder.filled()
        defer { old.remove() }
        let zip = try archive(of: old)
        let new = MovingFolder()
        defer { new.remove() }
        try new.write("models/mine.onnx", "another one")
        #expect(try new.run(["import-set", zip.path, "--as", "a"]).status == 0)
        let models = new.texts("models")
        #expect(models["mine.onnx"] == "another one" && models["mine-2.onnx"] == "uploaded")
        #expect(models["mine-2.onnx.columns.json"] == #"["flow"]"#)
        try new.write("models/risk-b.onnx.versions.json", "{}")
        let run = try new.run(["import-set", zip.path, "--as", "b"])
        #expect(run.status == 1 && run.errors.contains("another model risk-b.onnx already"))
        #expect(new.texts("raw/b").isEmpty)
    }

    @Test("A set that is not there cannot be exported; nothing is written")
    func unknown() throws {
        let folder = MovingFolder()
        defer { folder.remove() }
        let run = try folder.run(["export-set", "x", "--out", folder.root.path + "/x.zip"])
        #expect(run.status == 1 && run.errors == "There is no data set “x”.\n")
        #expect(!FileManager.default.fileExists(atPath: folder.root.path + "/x.zip"))
        #expect(try folder.run(["import-set"]).status == 2)
        #expect(try folder.run(["export-set", "x"]).status == 2)
    }

    @Test("A set whose rows are in a database is not taken for one that is missing")
    func inDatabase() throws {
        let folder = MovingFolder()
        defer { folder.remove() }
        try folder.write("sources/x.json", #"{"address": "http://127.0.0.1:1", "tables": ["t"]}"#)
        let run = try folder.run(["export-set", "x", "--out", folder.root.path + "/x.zip"])
        #expect(run.status == 1 && run.errors.hasPrefix("The rows of “x” are in a database"))
        #expect(!FileManager.default.fileExists(atPath: folder.root.path + "/x.zip"))
    }

    // MARK: - Archives made to do harm

    /// Hashes of the files of `hostile`.
    private static let (hashA, hashB) = (
        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
        "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
    )

    struct Hostile: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var files: [String: String] = ["files/a.csv": "a"]
        var listed: [(path: String, bytes: Int, hash: String)] = [("files/a.csv", 1, hashA)]
        var format = 1
        var set = "x"
        var mark = "perfmon-set.json"
        var fault: SetMoveFault
    }

    static let hostile: [Hostile] = [
        .init(
            testDescription: "a name that leads out",
            files: ["files/../../a.csv": "a"], listed: [("files/../../a.csv", 1, hashA)],
            fault: .container(.unsafeName("files/../../a.csv"))),
        .init(
            testDescription: "an absolute name", files: ["/etc/a.csv": "a"],
            listed: [("/etc/a.csv", 1, hashA)], fault: .container(.unsafeName("/etc/a.csv"))),
        .init(
            testDescription: "a hidden file",
            files: ["files/.a.csv": "a"], listed: [("files/.a.csv", 1, hashA)],
            fault: .badPath("files/.a.csv")),
        .init(
            testDescription: "a file at another place",
            files: ["staged/a.csv": "a"], listed: [("staged/a.csv", 1, hashA)],
            fault: .badPath("staged/a.csv")),
        .init(
            testDescription: "a model that is none",
            files: ["files/a.csv": "a", "models/run.sh": "b"],
            listed: [("files/a.csv", 1, hashA), ("models/run.sh", 1, hashB)],
            fault: .badPath("models/run.sh")),
        .init(
            testDescription: "another hash", listed: [("files/a.csv", 1, hashB)],
            fault: .changed("files/a.csv")),
        .init(
            testDescription: "another size", listed: [("files/a.csv", 2, hashA)],
            fault: .changed("files/a.csv")),
        .init(
            testDescription: "a file that is not listed",
            files: ["files/a.csv": "a", "files/b.csv": "b"], fault: .otherFiles("files/b.csv")),
        .init(
            testDescription: "a listed file that is missing", files: [:],
            fault: .otherFiles("files/a.csv")),
        .init(testDescription: "a later format", format: 2, fault: .newer(format: 2, known: 1)),
        .init(testDescription: "no mark", mark: "other.json", fault: .noSet),
        .init(
            testDescription: "no data", files: ["files/notes.json": "a"],
            listed: [("files/notes.json", 1, hashA)], fault: .noData),
        .init(testDescription: "a name of nothing", set: "../..", fault: .badName("../..")),
    ]

    @Test("Hostile and damaged archives are refused, and leave nothing", arguments: hostile)
    func refused(_ hostile: Hostile) throws {
        let folder = MovingFolder()
        defer { folder.remove() }
        let zip = folder.root.appending(path: "x.zip")
        try Self.write(hostile, to: zip)
        let program = try #require(BuiltProgram.path)
        let taking = SetImport(
            folder: .init(root: folder.root),
            process: UnpackProcess(executable: URL(filePath: program)))
        #expect(throws: hostile.fault) { try taking.take(zip.path) }
        #expect(folder.texts().isEmpty)
    }

    private static func write(_ hostile: Hostile, to url: URL) throws {
        var manifest = SetManifest(program: "1", set: hostile.set, files: [])
        manifest.format = hostile.format
        manifest.files = hostile.listed.map {
            .init(path: $0.path, bytes: $0.bytes, sha256: $0.hash)
        }
        let zip = try ZipWriter(replacing: url.path)
        try zip.begin(hostile.mark)
        try zip.write(SetMark(program: "1", set: hostile.set).bytes)
        for (name, text) in hostile.files.sorted(by: { $0.key < $1.key }) {
            try zip.begin(name)
            try zip.write(Array(text.utf8))
        }
        try zip.begin(SetManifest.name)
        try zip.write(manifest.bytes)
        try zip.finish()
    }

    @Test("An archive of which any byte is changed is taken whole or refused")
    func mutations() throws {
        let old = try MovingFolder.filled()
        defer { old.remove() }
        let bytes = try Data(contentsOf: try archive(of: old))
        let program = try #require(BuiltProgram.path)
        var scramble = Scramble(state: 21)
        for round in 0..<12 {
            let folder = MovingFolder()
            defer { folder.remove() }
            var changed = bytes
            changed[scramble.next(below: bytes.count)] ^= UInt8(1 + scramble.next(below: 255))
            if round % 3 == 0 { changed = changed.prefix(scramble.next(below: bytes.count)) }
            let zip = folder.root.appending(path: "x.zip")
            try changed.write(to: zip)
            let taking = SetImport(
                folder: .init(root: folder.root),
                process: UnpackProcess(executable: URL(filePath: program)))
            let taken = try? taking.take(zip.path)
            let files = folder.texts("raw").count
            #expect(files == (taken == nil ? 0 : 5))
        }
    }
}
