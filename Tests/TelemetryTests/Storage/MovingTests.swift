import Foundation
import Testing
import Values

@testable import Telemetry

@Suite("Sets that enter a data folder as a whole")
struct MovingTests {
    private func moved(_ place: TemporaryFolder, _ path: String, _ text: String) throws -> MovedFile
    {
        MovedFile(place: path, url: try place.sent(UUID().uuidString, text).temporary)
    }

    @Test(
        "Stopped before the decision nothing is there; after it everything, at the next start",
        arguments: [
            ChangeStep.stage(0), .stage(1), .commit, .place(0), .place(1), .clear,
        ])
    func interruption(step: ChangeStep) throws {
        let place = try TemporaryFolder()
        let stopped = StorageError.cannotWrite(path: "test", errno: 28)
        place.folder.beforeStep = { (next) throws(StorageError) in
            if next == step { throw stopped }
        }
        let files = [
            try moved(place, "a.csv", "x\n1\n"), try moved(place, "north/b.csv", "x\n2\n"),
        ]
        let beside = [try moved(place, "models/m.onnx", "model")]
        #expect(throws: stopped) { try place.folder.adopt(files, beside: beside, as: "set") }
        try DatasetFolder(root: place.folder.root).recover()
        let isDecided = ![ChangeStep.stage(0), .stage(1), .commit].contains(step)
        #expect(place.text("set/a.csv") == (isDecided ? "x\n1\n" : nil))
        #expect(place.text("set/north/b.csv") == (isDecided ? "x\n2\n" : nil))
        #expect(place.text("../models/m.onnx") == (isDecided ? "model" : nil))
        #expect(place.folder.isTaken("set") == isDecided)
    }

    @Test("A taken name, one without letters and a set without data are refused")
    func refusals() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", "old\n")
        let file = try moved(place, "a.csv", "new\n")
        #expect(throws: StorageError.nameTaken("set")) {
            try place.folder.adopt([file], beside: [], as: "set")
        }
        #expect(throws: StorageError.nameTaken("loose files")) {
            try place.folder.adopt([file], beside: [], as: "loose files")
        }
        #expect(throws: StorageError.invalidName("..")) {
            try place.folder.adopt([file], beside: [], as: "..")
        }
        let document = try moved(place, "README.md", "x")
        #expect(throws: StorageError.nothingToStore) {
            try place.folder.adopt([document], beside: [], as: "other")
        }
        #expect(place.text("set/a.csv") == "old\n")
    }
}
