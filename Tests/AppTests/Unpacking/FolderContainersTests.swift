import Foundation
import Programs
import Synchronization
import Telemetry
import Testing
import Values

@testable import App

@Suite("Containers in the folder of data sets", .enabled(if: BuiltProgram.path != nil))
struct FolderContainersTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "perfmon-\(UUID())")
    private let reference = ImportTableTests.root.appending(path: "Tests/Reference/containers")

    private func place(_ container: String, as path: String) throws {
        let target = root.appending(path: "raw/\(path)")
        let manager = FileManager.default
        try manager.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? manager.removeItem(at: target)
        try manager.copyItem(at: reference.appending(path: container), to: target)
    }

    /// What is stored afterwards, and what was reported of each container.
    private func takeIn() throws -> (stored: [String], reports: [String: String]) {
        let path = try #require(BuiltProgram.path)
        let reports = Mutex<[String: String]>([:])
        let folder = DatasetFolder(root: root)
        var containers = FolderContainers(
            folder: folder, options: ReadOptions(),
            process: UnpackProcess(executable: URL(filePath: path), patience: 60))
        containers.settled = -60
        containers.report = { container, refusal in
            reports.withLock { $0[container] = refusal ?? "" }
        }
        try FileManager.default.createDirectory(
            at: folder.incoming, withIntermediateDirectories: true)
        containers.takeIn()
        let sets = try folder.datasets()
        let stored = sets.flatMap { set in set.files.map { "\(set.name)/\($0.name)" } }
        return (stored.sorted(), reports.withLock { $0 })
    }

    @Test("Their tables are files of the set; a container is looked at once")
    func once() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try place("book.xlsx", as: "plant/book.xlsx")
        try place("bomb.zip", as: "plant/bomb.zip")
        try place("plain.csv.gz", as: "plain.csv.gz")
        let first = try takeIn()
        #expect(first.stored.contains("plant/book-Readings.csv"))
        #expect(first.stored.contains("loose files/plain.csv"))
        #expect(!first.stored.contains { $0.contains("bomb") })
        #expect(first.reports["plant/book.xlsx"] == "")
        #expect(first.reports["plant/bomb.zip"]?.contains("more than 250 times its size") == true)
        #expect(try takeIn().reports.isEmpty)
    }

    @Test("A changed container replaces its own tables and nobody else's")
    func changes() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try place("zip64.zip", as: "plant/x.zip")
        #expect(try takeIn().stored == ["plant/a.csv"])
        // Other content under the same name, put there by hand.
        let file = root.appending(path: "raw/plant/a.csv")
        try Data("time,device,temp\n2024-03-04,p1,1\n".utf8).write(to: file)
        try place("streamed.zip", as: "plant/x.zip")
        #expect(try takeIn().reports["plant/x.zip"] == "")
        #expect(try Data(contentsOf: file).count > 1000)

        try place("streamed.zip", as: "other/y.zip")
        let own = root.appending(path: "raw/other/a.csv")
        try Data("time,device,temp\n2024-03-04,p1,1\n".utf8).write(to: own)
        #expect(try takeIn().reports["other/y.zip"]?.contains("a.csv") == true)
        #expect(try Data(contentsOf: own).count < 100)
    }
}
