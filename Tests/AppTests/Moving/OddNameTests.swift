import Foundation
import Telemetry
import Testing
import Wording

@testable import App

/// What could not be taken in again is not written.
@Suite("Sets with names that archives cannot hold")
struct OddNameTests {
    @Test("A file whose name holds a backslash is named, and nothing is written")
    func backslash() throws {
        let folder = MovingFolder()
        defer { folder.remove() }
        try folder.write("raw/x/a\\b.csv", "time,v\n1,2\n")
        let zip = folder.root.appending(path: "x.zip")
        #expect(throws: SetMoveFault.badPath("files/a\\b.csv")) {
            try SetExport(folder: .init(root: folder.root)).write("x", to: zip)
        }
        #expect(!FileManager.default.fileExists(atPath: zip.path))
    }
}
