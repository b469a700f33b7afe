import Foundation
import Synchronization
import Testing
import Values

@testable import Telemetry

@Suite("Adding files to a data set")
struct DatasetFolderAddingTests {
    private let rows = "time,device,x\n2020-01-01 00:00:00,a,1\n2020-01-01 01:00:00,a,2\n"

    @Test("A new set takes all files; the same again changes nothing; another gets a number")
    func newSet() throws {
        let place = try TemporaryFolder()
        func send(_ text: String) throws -> AddOutcome {
            try place.folder.add(
                [try place.sent("a.csv", text), try place.sent("b.csv", text + "z\n")],
                to: "../My fleet", mode: .new)
        }
        let first = try send("x\n1\n")
        #expect(
            first == AddOutcome(dataset: "My fleet", files: [.stored("a.csv"), .stored("b.csv")]))
        #expect(first.isStored)
        let again = try send("x\n1\n")
        #expect(again.files == [.alreadyThere("a.csv"), .alreadyThere("b.csv")])
        #expect(again.dataset == "My fleet" && !again.isStored && !again.isRefused)
        #expect(try send("x\n2\n").dataset == "My fleet 2")
        #expect(place.text("My fleet 2/a.csv") == "x\n2\n")
        #expect(place.incoming.isEmpty)
        #expect(throws: StorageError.nothingToStore) {
            try place.folder.add([], to: "x", mode: .add)
        }
        #expect(throws: StorageError.invalidName("..")) {
            try place.folder.add([try place.sent("a.csv", "")], to: "..", mode: .add)
        }
    }

    @Test("One conflict keeps all files out; the files that were sent stay")
    func conflict() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n1\n")
        let files = [try place.sent("b.csv", "x\n5\n"), try place.sent("a.csv", "x\n2\n")]
        let outcome = try place.folder.add(files, to: "set", mode: .add)
        #expect(outcome.files == [.stored("b.csv"), .conflict("a.csv")])
        #expect(outcome.isRefused && !outcome.isStored)
        #expect(try place.folder.dataset("set").files.map(\.name) == ["a.csv"])
        #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0.temporary.path) })
        let replaced = try place.folder.add(files, to: "set", mode: .replace)
        #expect(replaced.files == [.stored("b.csv"), .replaced("a.csv")])
        #expect(place.text("set/a.csv") == "x\n2\n")
    }

    @Test("The same content under another name, there or in one call, is found")
    func sameContent() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n1\n")
        let outcome = try place.folder.add(
            [
                try place.sent("copy.csv", "x\n1\n"), try place.sent("b.csv", "x\n3\n"),
                try place.sent("c.csv", "x\n3\n"),
            ], to: "set", mode: .add)
        #expect(
            outcome.files == [.alreadyThere("a.csv"), .stored("b.csv"), .alreadyThere("b.csv")])
        #expect(try place.folder.dataset("set").files.map(\.name) == ["a.csv", "b.csv"])
    }

    @Test("Loose files lie in the folder of all sets")
    func loose() throws {
        let place = try TemporaryFolder()
        _ = try place.folder.add(
            [try place.sent("a.csv", "x\n")], to: DatasetFolder.looseFiles, mode: .add)
        #expect(place.text("a.csv") == "x\n")
    }

    private struct Stopped: Error {}

    @Test(
        "Stopped before the decision nothing is there; after it everything, at the next start",
        arguments: [
            ChangeStep.stage(0), .stage(1), .commit, .place(0), .place(1), .place(2), .clear,
        ])
    func interruption(step: ChangeStep) throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "old\n")
        let stopped = StorageError.cannotWrite(path: "test", errno: 28)
        place.folder.beforeStep = { (next) throws(StorageError) in
            if next == step { throw stopped }
        }
        let files = [
            try place.sent("a.csv", "new\n"), try place.sent("b.csv", "b\n"),
            try place.sent("c.csv", "c\n"),
        ]
        #expect(throws: stopped) { try place.folder.add(files, to: "set", mode: .replace) }
        let isDecided = ![ChangeStep.stage(0), .stage(1), .commit].contains(step)
        if !isDecided {
            #expect(files.allSatisfy { FileManager.default.fileExists(atPath: $0.temporary.path) })
        }
        try DatasetFolder(root: place.folder.root).recover()
        #expect(place.text("set/a.csv") == (isDecided ? "new\n" : "old\n"))
        #expect(place.text("set/b.csv") == (isDecided ? "b\n" : nil))
        #expect(place.text("set/c.csv") == (isDecided ? "c\n" : nil))
        #expect(place.incoming.isEmpty)
    }

    @Test("A change that was cut off while it was prepared is cleared away")
    func leftovers() throws {
        let place = try TemporaryFolder()
        try place.put("../incoming/change-1/0", "half")
        try place.put("../incoming/change-2/places.new", "[")
        try place.put("../incoming/upload.tmp", "other")
        try place.folder.recover()
        #expect(place.incoming == ["upload.tmp"])
    }

    @Test("Calls at the same time come one after the other")
    func concurrency() async throws {
        let place = try TemporaryFolder()
        let folder = place.folder
        let files = try (0..<8).map { try place.sent("f.csv", "x\n\($0)\n") }
        let outcomes = try await withThrowingTaskGroup(of: AddOutcome.self) { group in
            for file in files {
                group.addTask { try folder.add([file], to: "set", mode: .add) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0.isStored } == 1)
        #expect(outcomes.count { $0.isRefused } == 7)
    }

    @Test(
        "Rows are appended behind the header, the new ones only",
        arguments: [
            ("time,device,x\n2020-01-01 02:00:00,a,3\n", "2020-01-01 02:00:00,a,3\n"),
            // Repeats the last row.
            (
                "time,device,x\n2020-01-01 01:00:00,a,2\n2020-01-01 02:00:00,a,3\n",
                "2020-01-01 02:00:00,a,3\n"
            ),
            // The export grew.
            (
                "time,device,x\n2020-01-01 00:00:00,a,1\n2020-01-01 01:00:00,a,2\n2020-01-01 02:00:00,a,3",
                "2020-01-01 02:00:00,a,3"
            ),
        ])
    func appending(sent: String, new: String) throws {
        for stored in [rows, String(rows.dropLast())] {
            let place = try TemporaryFolder()
            try place.put("set/a.csv", stored)
            let outcome = try place.folder.add(
                [try place.sent("a.csv", sent)], to: "set", mode: .append)
            #expect(outcome.isStored)
            #expect(place.text("set/a.csv") == rows + new)
            let again = try place.folder.add(
                [try place.sent("a.csv", sent)], to: "set", mode: .append)
            #expect(again.files == [.alreadyThere("a.csv")])
            #expect(place.text("set/a.csv") == rows + new)
        }
    }

    @Test("Rows appended behind the end mark of DOS begin a line of their own")
    func behindEndMark() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", rows + "\u{1A}")
        let row = "2020-01-01 02:00:00,a,3\n"
        let outcome = try place.folder.add(
            [try place.sent("a.csv", "time,device,x\n" + row)], to: "set", mode: .append)
        #expect(outcome.isStored)
        #expect(place.text("set/a.csv")?.hasSuffix("\n" + row) == true)
    }

    @Test("Other columns are not appended")
    func otherColumns() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", rows)
        let outcome = try place.folder.add(
            [try place.sent("a.csv", "time,device,y\n2020-01-01 02:00:00,a,3\n")], to: "set",
            mode: .append)
        #expect(
            outcome.files == [
                .columnsDiffer(
                    "a.csv", expected: ["time", "device", "x"], found: ["time", "device", "y"])
            ])
        #expect(place.text("set/a.csv") == rows)
    }

    @Test(
        "The repeated end of a file is found line by line",
        arguments: [
            ("a\nb\nc\n", "c\nd\n", 2), ("a\nb\nb\n", "b\nb\nc\n", 4), ("a\nxb\n", "b\nc\n", 0),
            ("a\nb", "b\nc\n", 2), ("", "a\n", 0), ("a\n", "a\n", 2), ("a\nb\n", "b", 0),
        ])
    func overlap(stored: String, rows: String, bytes: Int) {
        #expect(RowAppending.overlap(of: Data(stored.utf8), with: Data(rows.utf8)) == bytes)
    }
}
