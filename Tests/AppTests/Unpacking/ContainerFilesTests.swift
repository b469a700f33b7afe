import Foundation
import Programs
import Testing
import Values

@testable import App

/// Containers as they are sent and loaded: unpacked in a process of their own, which is the built
/// program.
@Suite("Containers are unpacked in another process", .enabled(if: BuiltProgram.path != nil))
struct ContainerFilesTests {
    private static let folder = ImportTableTests.root.appending(path: "Tests/Reference/containers")

    private func opened(_ names: [String], patience: Int = 60) throws -> OpenedFiles {
        let path = try #require(BuiltProgram.path)
        var opened = OpenedFiles(
            scratch: FileManager.default.temporaryDirectory.appending(path: "\(UUID())"),
            process: UnpackProcess(executable: URL(filePath: path), patience: patience))
        for name in names {
            opened.add(path: Self.folder.appending(path: name).path, name: name, bytes: 1)
        }
        return opened
    }

    @Test("Tables take the place of their containers, and nothing is left behind")
    func tables() throws {
        let opened = try opened(["plain.csv.gz", "make.py", "files.zip", "book.xlsx"])
        #expect(
            opened.tables.map(\.name) == [
                "plain.csv", "make.py", "data-a.csv", "b.csv", "Kühlung.csv", "other-a.csv",
                "book-Readings.csv", "book-Set_2.csv",
            ])
        #expect(opened.refusals.isEmpty)
        let unpacked = opened.tables.filter { $0.container != nil }
        #expect(unpacked.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
        #expect(unpacked.allSatisfy { $0.bytes > 10 })
        opened.remove()
        #expect(!unpacked.contains { FileManager.default.fileExists(atPath: $0.path) })
    }

    @Test("A fault comes back from the process as it was found")
    func faults() throws {
        let opened = try opened(["bomb.zip", "traversal.zip", "encrypted.zip"])
        defer { opened.remove() }
        #expect(opened.tables.isEmpty)
        #expect(
            opened.refusals.map(\.error) == [
                .container(file: "bomb.zip", .tooDense(limit: 250)),
                .container(file: "traversal.zip", .unsafeName("../../etc/b.csv")),
                .container(file: "encrypted.zip", .encrypted(entry: "a.csv")),
            ])
    }

    @Test("A process that dies or cannot be started is a fault, too")
    func deaths() throws {
        for (program, fault) in [
            ("/bin/false", ContainerFault.ended(signal: nil, status: 1)),
            ("/nowhere/perfmon", .system(errno: ENOENT)),
        ] {
            let process = UnpackProcess(executable: URL(filePath: program), patience: 60)
            #expect(throws: fault) {
                try process.unpack(
                    "x.zip", name: "x.zip", into: FileManager.default.temporaryDirectory)
            }
        }
    }

    @Test("Sheets that are no tables do not keep those that are out; broken tables do")
    func checks() throws {
        let opened = try opened(["book.xlsx", "files.zip"])
        defer { opened.remove() }
        let checked = opened.checked { table in
            ["book-Set_2.csv", "b.csv"].contains(table.name) ? .noRows(file: table.name) : nil
        }
        #expect(checked.usable.count == 4)
        #expect(checked.refused.map(\.0.name) == ["b.csv"])
    }

    @Test("An upload of a container stores its tables, and one of a bad one nothing")
    func uploads() throws {
        let path = try #require(BuiltProgram.path)
        let root = FileManager.default.temporaryDirectory.appending(path: "perfmon-\(UUID())")
        defer { try? FileManager.default.removeItem(at: root) }
        let program = try BuiltProgram(path, root: root)
        defer {
            program.send(SIGTERM)
            program.wait()
        }
        for (name, status) in [("files.zip", 303), ("plain.csv.gz", 303), ("bomb.zip", 422)] {
            let content = try Data(contentsOf: Self.folder.appending(path: name))
            let form = FormRequest("/import", file: name, content)
            let client = PlainClient(port: program.port)
            #expect(client.status(form.bytes, pause: 0) == status, "\(name)")
        }
        let raw = root.appending(path: "raw").path
        let stored = try FileManager.default.subpathsOfDirectory(atPath: raw)
        // The tables of the archive are the same, byte for byte: one is stored.
        #expect(
            stored.filter { $0.hasSuffix(".csv") }.sorted() == [
                "files/data-a.csv", "plain/plain.csv",
            ])
        let litter = try FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "incoming").path)
        #expect(!litter.contains { $0.hasPrefix(OpenedFiles.mark) })
    }
}
