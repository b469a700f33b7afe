import Foundation
import Testing
import Values

@testable import Telemetry

@Suite("Files that wait to be taken in")
struct StagingTests {
    private let day = 86_400.0
    private let correction = SchemaCorrection(dialect: DialectCorrection(dayFirst: true))

    private func stage(
        _ place: TemporaryFolder, _ files: [String: String], to set: String = "set",
        mode: AddMode = .new, at now: Double = 0, limit: Int = 1_000
    ) throws -> Stage {
        let sent = try files.sorted { $0.key < $1.key }.map { try place.sent($0.key, $0.value) }
        return try place.folder.stage(
            sent, as: Stage(created: now, dataset: set, mode: mode), limit: limit)
    }

    private func staged(_ place: TemporaryFolder) -> [String] {
        let path = place.folder.staged.path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    @Test("are taken in with what was answered, and no set knows of them before")
    func takeIn() throws {
        let place = try TemporaryFolder()
        let stage = try stage(place, ["a.csv": "x\n1\n", "b.csv": "x\n2\n"])
        #expect(try place.folder.datasets().isEmpty)
        #expect(place.incoming.isEmpty)
        let other = DatasetFolder(root: place.folder.root)
        try other.recover()
        try other.clearStages(at: day - 1)
        try other.correct(file: 1, of: stage.id, at: 1) { $0.merging(correction) }
        let outcome = try other.takeIn(stage: stage.id, at: day - 1)
        #expect(
            outcome == AddOutcome(dataset: "set", files: [.stored("a.csv"), .stored("b.csv")]))
        #expect(place.text("set/a.csv") == "x\n1\n")
        #expect(try other.file("b.csv", in: "set").correction() == correction)
        #expect(try other.file("a.csv", in: "set").correction() == nil)
        #expect(staged(place).isEmpty && place.incoming.isEmpty)
        #expect(throws: StorageError.unknownStage) {
            try other.takeIn(stage: stage.id, at: 2)
        }
    }

    @Test("stay whole where one is in conflict")
    func conflict() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n9\n")
        let stage = try stage(place, ["a.csv": "x\n1\n", "b.csv": "x\n2\n"], mode: .add)
        #expect(try place.folder.takeIn(stage: stage.id, at: 1).isRefused)
        #expect(place.text("set/b.csv") == nil)
        #expect(try place.folder.stage(stage.id, at: 1).files.map(\.bytes) == [4, 4])
        let text = try String(
            contentsOf: place.folder.url(ofFile: 0, of: stage), encoding: .utf8)
        #expect(text == "x\n1\n")
    }

    @Test(
        "Stopped while they are taken in, they wait or are in the set: never neither",
        arguments: [
            ChangeStep.stage(0), .stage(1), .stage(2), .commit, .place(0), .place(2), .clear,
        ])
    func interruption(step: ChangeStep) throws {
        let place = try TemporaryFolder()
        let stage = try stage(place, ["a.csv": "x\n1\n", "b.csv": "x\n2\n"])
        try place.folder.correct(file: 0, of: stage.id, at: 0) { $0.merging(correction) }
        let stopped = StorageError.cannotWrite(path: "test", errno: 28)
        place.folder.beforeStep = { (next) throws(StorageError) in
            if next == step { throw stopped }
        }
        #expect(throws: stopped) { try place.folder.takeIn(stage: stage.id, at: 1) }
        let after = DatasetFolder(root: place.folder.root)
        try after.recover()
        try after.clearStages(at: 1)
        let isDecided = ![ChangeStep.stage(0), .stage(1), .stage(2), .commit].contains(step)
        #expect(place.text("set/a.csv") == (isDecided ? "x\n1\n" : nil))
        #expect((place.text("set/a.csv.schema.json") != nil) == isDecided)
        #expect(place.incoming.isEmpty)
        // Taken in again, nothing comes twice.
        let outcome = try after.takeIn(stage: stage.id, at: 1)
        #expect(outcome.dataset == "set" && outcome.isStored == !isDecided)
        #expect(place.text("set/b.csv") == "x\n2\n")
        #expect(staged(place).isEmpty)
    }

    @Test("An answer goes over the correction of a file whose rows or place they take")
    func merged() throws {
        for mode in [AddMode.append, .replace] {
            let place = try TemporaryFolder()
            try place.put("set/a.csv", "x\n1\n")
            try place.folder.setCorrection(
                SchemaCorrection(units: ["x": "bar"]), for: "a.csv", in: "set")
            let stage = try stage(place, ["a.csv": "x\n2\n"], mode: mode)
            try place.folder.correct(file: 0, of: stage.id, at: 0) { $0.merging(correction) }
            #expect(try place.folder.takeIn(stage: stage.id, at: 0).isStored)
            let kept = try place.folder.file("a.csv", in: "set").correction()
            #expect(kept?.units == ["x": "bar"] && kept?.dialect?.dayFirst == true)
            #expect(place.text("set/a.csv") == (mode == .append ? "x\n1\n2\n" : "x\n2\n"))
        }
    }

    @Test("go after a day: at the next start, and when others come")
    func expiry() throws {
        let place = try TemporaryFolder()
        let old = try stage(place, ["a.csv": "x\n1\n"])
        #expect(try place.folder.stage(old.id, at: day - 1).files.count == 1)
        #expect(throws: StorageError.unknownStage) { try place.folder.stage(old.id, at: day) }
        // A clock that was wrong by years does not keep them for years.
        #expect(throws: StorageError.unknownStage) {
            try place.folder.stage(old.id, at: -1_000 * day)
        }
        let new = try stage(place, ["b.csv": "x\n1\n"], at: day)
        #expect(staged(place) == [new.id])
        try place.folder.clearStages(at: day + 1)
        #expect(staged(place) == [new.id])
        try place.folder.clearStages(at: 2 * day)
        #expect(staged(place).isEmpty)
    }

    @Test("that were never whole are cleared away; what is not ours is left alone")
    func leftovers() throws {
        let place = try TemporaryFolder()
        try place.put("../staged/\(String(repeating: "a", count: 32))/0", "half")
        try place.put("../staged/notes/0", "somebody's")
        try place.folder.clearStages(at: 0)
        #expect(staged(place) == ["notes"])
    }

    @Test("count together against the limit; what is too much leaves nothing")
    func limit() throws {
        let place = try TemporaryFolder()
        let first = try stage(place, ["a.csv": "x\n1\n"], limit: 10)
        #expect(throws: StorageError.stagesFull(limit: 10)) {
            try stage(place, ["b.csv": "x\n12345\n"], limit: 10)
        }
        #expect(staged(place) == [first.id])
        try place.folder.discard(stage: first.id)
        _ = try stage(place, ["b.csv": "x\n12345\n"], limit: 10)
        #expect(staged(place).count == 1)
    }

    @Test(
        "Identifiers are no paths",
        arguments: [
            "", "..", "../raw", "a/../../raw", "A123456789abcdef0123456789abcdef", "\u{0}",
            "0123456789abcdef0123456789abcdef0", "０123456789abcdef0123456789abcde",
        ])
    func identifiers(_ id: String) throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "x\n1\n")
        _ = try stage(place, ["b.csv": "x\n1\n"])
        #expect(throws: StorageError.unknownStage) { try place.folder.stage(id, at: 0) }
        #expect(throws: StorageError.unknownStage) { try place.folder.takeIn(stage: id, at: 0) }
        try place.folder.discard(stage: id)
        #expect(place.text("set/a.csv") == "x\n1\n")
        #expect(staged(place).count == 1)
    }

    @Test("Names that no file or set can have are refused at once")
    func names() throws {
        let place = try TemporaryFolder()
        #expect(throws: StorageError.invalidName("..")) {
            try stage(place, ["a.csv": "x\n"], to: "..")
        }
        #expect(throws: StorageError.invalidName("/")) { try stage(place, ["/": "x\n"]) }
        #expect(throws: StorageError.nothingToStore) { try stage(place, [:]) }
        let odd = try stage(place, ["../../etc/p\u{202E}asswd.csv": "x\n1\n"])
        #expect(try place.folder.takeIn(stage: odd.id, at: 0).isStored)
        #expect(place.text("set/p_asswd.csv") == "x\n1\n")
    }
}
