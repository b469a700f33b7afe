import Foundation
import Testing

/// A conversion or a range of a number that was computed from data ends the process where the
/// number is NaN, infinite or the wrong way round, and cannot be caught. `Values` has forms that
/// have an answer for every number; here it is looked that nobody forgets them.
///
/// Types are guessed from declarations, so a name whose type nobody states is passed over: what this
/// misses the hunt with made-up fleets is there to find.
@Suite("No number of the data ends the program")
struct TrappingNumberTests {
    /// Has no access to `Values` and limits the number in the line before.
    private static let exempt: Set<String> = ["Markup/DecimalText.swift"]

    private static let sources: [SourceText] = {
        let folder = ImportTableTests.root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var sources: [SourceText] = []
        while let file = files?.nextObject() as? URL {
            let path = String(file.path.dropFirst(folder.path.count + 1))
            guard file.pathExtension == "swift", !path.hasPrefix("Values/"), !exempt.contains(path),
                let text = try? String(contentsOf: file, encoding: .utf8)
            else { continue }
            sources.append(SourceText(path: path, source: text))
        }
        return sources
    }()

    /// Names of properties that are floating-point numbers wherever they are declared; a magnitude is
    /// of the sort of its number.
    private static let properties = sources.reduce(into: Set<String>()) {
        $0.formUnion($1.floating)
    }.subtracting(sources.reduce(into: ["magnitude"]) { $0.formUnion($1.whole) })

    @Test("Int(…) of a floating-point number: Int(clamping:) or Int(exactly:)")
    func conversions() {
        #expect(Self.sources.count > 300)
        for source in Self.sources { report(TrappingNumbers(source, Self.properties).conversions) }
    }

    @Test("a...b of floating-point numbers: ClosedRange(from:to:)")
    func ranges() {
        for source in Self.sources { report(TrappingNumbers(source, Self.properties).ranges) }
    }

    private func report(_ found: [String]) {
        for text in found { Issue.record(Comment(rawValue: text)) }
    }

    @Test(
        "The forms that end the program are known when they are seen",
        arguments: [
            "let n = Int(x.rounded())", "let n = Int(mean)", "let n = UInt32(2 * mean)",
            "let n = Int(report.mean)", "let n = Int(log(Double(k)))",
        ])
    func knownConversions(line: String) {
        let source = SourceText(path: "X", source: "var mean: Double\n" + line)
        #expect(TrappingNumbers(source, ["mean"]).conversions.count == 1)
    }

    @Test(
        "and so are ranges",
        arguments: [
            "feature.mean...feature.mean", "return mean...10", "0..<mean", "(a.mean - 1)...a.mean",
        ])
    func knownRanges(line: String) {
        let source = SourceText(path: "X", source: "var mean: Double\nlet r = \(line)")
        #expect(TrappingNumbers(source, ["mean"]).ranges.count == 1)
    }

    @Test(
        "Those that cannot are passed over",
        arguments: [
            "Int(clamping: mean)", "Int(exactly: mean.rounded())", "Int(text)", "Int(index)",
            "0..<values.count", "1...12", "0.5...1.5", "case ..<1e3:", "first..<last",
            "// Int(mean.rounded())", "\"Int(mean)\"", "[Int(counts[place])]",
        ])
    func harmless(line: String) {
        let source = SourceText(
            path: "X", source: "var mean: Double\nvar index: Int\nlet r = \(line)")
        let found = TrappingNumbers(source, ["mean"])
        #expect(found.conversions.isEmpty && found.ranges.isEmpty)
    }
}
