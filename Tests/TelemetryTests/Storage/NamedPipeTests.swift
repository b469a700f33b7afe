import Foundation
import Testing
import Values
@testable import Telemetry

/// Nobody writes into the pipes, so whoever opened one as a file would wait for ever.
@Suite("Named pipes among the files", .timeLimit(.minutes(1)))
struct NamedPipeTests {
    private let root = FileManager.default.temporaryDirectory
        .appending(path: "perfmon-pipe-\(UUID().uuidString)")

    private func makePipe(_ path: String) throws {
        let place = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        let code = unsafe mkfifo(place.path, 0o600)
        try #require(code == 0)
    }

    @Test("as data it is a file that cannot be opened")
    func data() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try makePipe("raw/set/x.csv")
        let set = try DatasetFolder(root: root).dataset("set")
        let path = set.files[0].url.path
        #expect(throws: LoadError.cannotOpen(path: path, errno: EINVAL)) {
            try DataLoader.load(set)
        }
    }

    @Test("as a correction it is a file that cannot be read")
    func correction() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try makePipe("raw/set/x.csv.schema.json")
        try Data("time,x\n1,2\n".utf8).write(to: root.appending(path: "raw/set/x.csv"))
        let set = try DatasetFolder(root: root).dataset("set")
        let path = set.files[0].correctionURL.path
        #expect(throws: StorageError.cannotRead(path: path, errno: EINVAL)) {
            try set.files[0].correction()
        }
    }
}
