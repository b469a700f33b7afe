import Foundation
import Telemetry
import Testing
import Values
@testable import App

/// Serving processes that die and follow one another, without a process.
@Suite("Sets over which the program stopped")
struct StopGuardTests {
    private let root: URL
    private let journal: SharedJournal

    init() throws {
        root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-guard-\(UUID().uuidString)")
        for set in ["a", "b", "c"] { try Self.write("time,x\n1,2\n", set, root) }
        journal = try SharedJournal()
    }

    private static func write(_ text: String, _ set: String, _ root: URL) throws {
        let file = root.appending(path: "raw/\(set)/x.csv")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The next serving process.
    private func started(
        _ journal: SharedJournal? = nil, clock: @escaping @Sendable () -> Int64 = { .max }
    ) -> StopGuard {
        StopGuard(
            journal: journal ?? self.journal, folder: DatasetFolder(root: root),
            processed: root.appending(path: "processed"), log: Log(level: .quiet), clock: clock)
    }

    /// Work on sets, and death in the midst of it.
    private func die(_ sets: String..., step: WorkStep = .load, signal: Int32 = SIGILL) {
        let process = started()
        for set in sets { _ = process.begin(step, of: set) }
        _ = journal.bury(signal: signal, isOutOfMemory: false)
    }

    @Test("after two deaths the set is set aside, and only that one")
    func twice() {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a")
        #expect(started().setAside("a") == nil)
        die("a")
        let process = started()
        #expect(process.setAside("a")?.step == .load)
        #expect(process.setAside("a")?.count == 2)
        #expect(process.setAside("b") == nil)
        #expect(process.setsAside == ["a"])
        #expect(!process.mustRunAlone(.load, of: "b"))
    }

    @Test("it stays so when supervisor and journal are new")
    func durable() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a")
        die("a")
        #expect(started().setAside("a") != nil)
        #expect(started(try SharedJournal()).setAside("a") != nil)
    }

    @Test("a death of several makes suspects; who finishes is cleared, the other one is found")
    func suspects() {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a", "b")
        let process = started()
        #expect(process.mustRunAlone(.load, of: "a"))
        #expect(process.mustRunAlone(.load, of: "b"))
        #expect(!process.mustRunAlone(.load, of: "c"))
        #expect(!process.mustRunAlone(.page, of: "a"))
        process.during(.page, of: "a") {}
        #expect(process.mustRunAlone(.load, of: "a"))
        process.during(.load, of: "a") {}
        #expect(!process.mustRunAlone(.load, of: "a"))
        die("b")
        let next = started()
        #expect(next.setsAside == ["b"])
        #expect(!next.mustRunAlone(.load, of: "a"))
    }

    @Test("when one of two suspects is found the other one is cleared")
    func otherFound() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a", "b", step: .train)
        #expect(started().mustRunAlone(.train, of: "a"))
        die("b")
        let process = started()
        #expect(process.setsAside == ["b"])
        #expect(!process.mustRunAlone(.train, of: "a"))
        die("a")
        #expect(started().setsAside == ["b"])
    }

    @Test("a suspect stays one when supervisor and journal are new")
    func durableSuspect() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a", "b")
        _ = started()
        let process = started(try SharedJournal())
        #expect(process.mustRunAlone(.load, of: "a"))
        #expect(process.setsAside.isEmpty)
    }

    @Test("nobody is blamed for a kill from outside", arguments: [SIGKILL, SIGTERM, SIGHUP])
    func outside(signal: Int32) {
        defer { try? FileManager.default.removeItem(at: root) }
        for _ in 0..<3 { die("a", signal: signal) }
        let process = started()
        #expect(process.setAside("a") == nil)
        #expect(!process.mustRunAlone(.load, of: "a"))
        #expect(
            !FileManager.default.fileExists(atPath: root.appending(path: "processed/a").path))
    }

    @Test("Try again gives one more try, and success clears the set")
    func retry() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a")
        die("a")
        let process = started()
        process.retry("a")
        #expect(process.setAside("a") == nil)
        #expect(process.setsAside.isEmpty)
        #expect(process.mustRunAlone(.load, of: "a"))
        die("a")
        let next = started()
        #expect(next.setAside("a") != nil)
        next.retry("a")
        next.during(.load, of: "a") {}
        #expect(!next.mustRunAlone(.load, of: "a"))
        let last = started(try SharedJournal())
        #expect(last.setAside("a") == nil)
        #expect(!last.mustRunAlone(.load, of: "a"))
    }

    @Test("changed files are tried once more by themselves, then again only after a while")
    func changed() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a")
        die("a")
        let process = started()
        #expect(process.setAside("a") != nil)
        try Self.write("time,x\n1,2\n3,4\n", "a", root)
        #expect(process.setAside("a") == nil)
        _ = process.begin(.load, of: "a")
        _ = journal.bury(signal: SIGILL, isOutOfMemory: false)
        try Self.write("time,x\n1,2\n3,4\n5,6\n", "a", root)
        // A moment after the last death.
        let next = started(clock: { Int64(Date().timeIntervalSince1970 * 1e9) })
        #expect(next.setAside("a") != nil)
        try Self.write("time,x\n1,2\n3,4\n5,6\n7,8\n", "a", root)
        #expect(next.setAside("a") != nil)
        // Much later.
        #expect(started().setAside("a") == nil)
    }

    @Test("a deleted set is forgotten, and so is one whose files are gone")
    func deleted() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        for set in ["a", "b"] {
            die(set)
            die(set)
        }
        let process = started()
        #expect(process.setsAside == ["a", "b"])
        process.forget("a")
        #expect(process.setAside("a") == nil)
        try FileManager.default.removeItem(at: root.appending(path: "raw/b"))
        #expect(process.setAside("b") == nil)
        #expect(process.setsAside.isEmpty)
        #expect(started(try SharedJournal()).setsAside.isEmpty)
    }

    @Test("a record that cannot be kept is judged again by the next process")
    func notKept() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        // A file in the place of the folder: nothing can be written there.
        try Data().write(to: root.appending(path: "processed"))
        die("a")
        die("a")
        #expect(started().setAside("a") != nil)
        #expect(started().setAside("a") != nil)
        try FileManager.default.removeItem(at: root.appending(path: "processed"))
        #expect(started().setAside("a") != nil)
        #expect(started(try SharedJournal()).setAside("a") != nil)
    }

    @Test("a record that is not whole counts as none")
    func broken() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        die("a")
        die("a")
        _ = started()
        let file = root.appending(path: "processed/a/stops.json")
        try Data(contentsOf: file).dropLast(5).write(to: file)
        #expect(started().setAside("a") == nil)
    }
}
