import Foundation
import Testing

/// Comments that were stamped on declarations by their names say nothing; the same sentence on many
/// of them is how that is noticed.
@Suite("Documentation comments")
struct DocumentationTests {
    private static let sources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources")

    /// Costs, as `O(n).`, are measures and may be those of many functions.
    private static func isCost(_ sentence: String) -> Bool { sentence.hasPrefix("O(") }

    @Test("No sentence documents more than three declarations")
    func stamps() throws {
        let files = try #require(
            FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
        var places: [String: [String]] = [:]
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for sentence in Self.sentences(text) where !Self.isCost(sentence) {
                places[sentence, default: []].append(file.lastPathComponent)
            }
        }
        #expect(places.count > 1_000)
        for (sentence, files) in places where files.count > 3 {
            Issue.record("“\(sentence)” in \(files.sorted().joined(separator: ", "))")
        }
    }

    @Test("Sentences are told apart across lines, and lists of parameters are none")
    func reading() {
        let text = """
            /// One. Two goes
            /// on here.
            ///
            /// - Parameter x: Three.
            var a = 1
            /// One.
            var b = 2  /// none
            """
        #expect(Self.sentences(text) == ["One.", "Two goes on here.", "One."])
    }

    /// The sentences of all documentation comments, up to their lists of parameters and errors.
    private static func sentences(_ text: String) -> [String] {
        var found: [String] = []
        var comment: [Substring] = []
        let lines: [Substring] =
            text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
        for whole in lines {
            let line = whole.drop { $0 == " " }
            guard !line.hasPrefix("///") else {
                comment.append(line.dropFirst(3).drop { $0 == " " })
                continue
            }
            let prose = comment.prefix { !$0.hasPrefix("- ") }.joined(separator: " ")
            found += prose.replacing(/([.!?]) +/) { $0.1 + "\n" }.split(separator: "\n")
                .map(String.init)
            comment = []
        }
        return found.filter { !$0.isEmpty }
    }
}
