import Charts
import Foundation
import Markup
import Testing

/// The drawings as they were looked at and found good. Set `UPDATE_REFERENCE=1` to write them
/// anew, then look at them.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Reference/charts")

    @Test("each sample draws the same bytes as before", arguments: Samples.plots.indices)
    func sampleIsUnchanged(index: Int) throws {
        let sample = Samples.plots[index]
        let drawn = try sample.plot.draw().markup.description + "\n"
        let file = Self.folder.appending(path: sample.name + ".svg.html")
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.folder, withIntermediateDirectories: true)
            try drawn.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(drawn == expected, "\(sample.name) changed")
    }
}
