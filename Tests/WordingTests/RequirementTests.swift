import Foundation
import Testing

@testable import Wording

/// Nothing is said that the reference files do not hold: every requirement of the protocols has
/// cases.
@Suite("The phrase protocols")
struct RequirementTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("have cases for each requirement, and no others")
    func cases() throws {
        let wanted = try Self.sources("Sources/Wording/Phrases").flatMap { Requirement.all(in: $0) }
        let chapters = PhraseCases(.en).chapters
        let said = chapters.flatMap { chapter in
            chapter.sayings.map { Requirement(owner: chapter.name, name: $0.requirement) }
        }
        #expect(wanted.count > 300)
        for requirement in Set(wanted).subtracting(said) {
            Issue.record("\(requirement) has no cases")
        }
        for requirement in Set(said).subtracting(wanted) {
            Issue.record("\(requirement) is no requirement")
        }
        #expect(Set(said).count == said.count, "a requirement stands twice in the reference")
        for saying in chapters.flatMap(\.sayings) {
            #expect(!saying.lines.isEmpty, "\(saying.requirement) has no cases")
        }
    }

    @Test("are called where their cases stand")
    func calls() throws {
        let text = try Self.sources("Tests/WordingTests/Cases").joined(separator: "\n")
        let wanted = try Self.sources("Sources/Wording/Phrases")
            .flatMap { Requirement.all(in: $0) }
        for requirement in wanted {
            let call = "phrases." + requirement.name.prefix { $0 != "(" }
            let isCalled = text.ranges(of: call).contains { range in
                text[range.upperBound...].first.map { !$0.isLetter && !$0.isNumber } ?? true
            }
            #expect(isCalled, "\(requirement) is not called")
        }
    }

    private static func sources(_ folder: String) throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }
}

/// A requirement of a protocol, as the protocol's source has it.
struct Requirement: Hashable, CustomStringConvertible {
    let owner: String
    /// With the labels of its parameters: `title(of:)`.
    let name: String

    var description: String { "\(owner).\(name)" }

    /// Those of all protocols of one file.
    static func all(in source: String) -> [Requirement] {
        var owner: String?
        var requirements: [Requirement] = []
        var open = ""
        for line in source.split(separator: "\n") {
            if line.hasPrefix("package protocol "), line.hasSuffix("{") {
                owner = line.dropFirst(17).prefix { $0.isLetter }.description
            } else if line == "}" {
                owner = nil
            }
            guard let owner, line.hasPrefix("    "), owner != "PhraseTable" else { continue }
            let text = line.trimmingCharacters(in: .whitespaces)
            if !open.isEmpty || text.hasPrefix("func ") || text.hasPrefix("var ") {
                open += text
            }
            guard !open.isEmpty, isWhole(open) else { continue }
            requirements.append(.init(owner: owner, name: name(of: open)))
            open = ""
        }
        return requirements
    }

    /// Whether a declaration ends here, and does not go on in the next line.
    private static func isWhole(_ text: String) -> Bool {
        text.count { $0 == "(" } == text.count { $0 == ")" }
    }

    /// `kpi(_:_:)` for `func kpi(_ kpi: KPI, _ context: ReportContext) -> KPIWords`.
    private static func name(of declaration: String) -> String {
        let words = declaration.drop { $0 != " " }.dropFirst()
        let name = words.prefix { $0.isLetter || $0.isNumber }
        guard declaration.hasPrefix("func ") else { return String(name) }
        let list = words.drop { $0 != "(" }.dropFirst().prefix(while: parameters())
        let labels = parts(of: list).map { part in
            part.trimmingCharacters(in: .whitespaces).prefix { $0 != " " && $0 != ":" } + ":"
        }
        return "\(name)(\(labels.joined()))"
    }

    /// Takes characters until the parenthesis that closes the list.
    private static func parameters() -> (Character) -> Bool {
        var depth = 1
        return { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth > 0
        }
    }

    /// The parameters of a list; commas within brackets part none.
    private static func parts(of list: Substring) -> [Substring] {
        var depth = 0
        return list.split { character in
            depth += "([".contains(character) ? 1 : ")]".contains(character) ? -1 : 0
            return character == "," && depth == 0
        }
    }
}
