import Foundation
import Programs
import Testing

@testable import App

/// Whole fleets that nobody would think of, taken the whole way.
@Suite(
    "Made-up fleets", .serialized,
    .enabled(if: BuiltProgram.path != nil, "needs the built program"))
struct FleetHuntTests {
    /// Budgets hold for `perfmon bench fleets`; here they are a net for what never ends.
    private static let patience = "50"

    @Test("end the program nowhere, show no number that is none, and look the same the second time")
    func hunt() throws {
        let path = try #require(BuiltProgram.path)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-fleets-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = try ChildProgram([
            path, "bench", "fleets", "--seconds", "30", "--patience", Self.patience, "--shrink",
            "30", "--out", folder.path,
        ])
        let lines = program.lines(within: .seconds(600))
        for line in lines where line.contains("\"fault\"") {
            Issue.record(Comment(rawValue: line))
        }
        for (name, text) in Self.files(in: folder) {
            Issue.record(Comment(rawValue: "\(name):\n\(text.prefix(2_000))"))
        }
        let summary = try #require(lines.last)
        #expect(summary.contains("\"faults\": \"0\""), "the hunt did not come to its end")
    }

    private static func files(in folder: URL) -> [(String, String)] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: [(String, String)] = []
        while let file = files?.nextObject() as? URL {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            found.append((file.lastPathComponent, text))
        }
        return found
    }
}
