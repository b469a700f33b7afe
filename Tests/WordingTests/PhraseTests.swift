import Foundation
import Testing

@testable import Wording

/// Every sentence that is made from a case, in one reference file of each language that a person
/// can read through. `UPDATE_REFERENCE=1 swift test` writes them anew.
@Suite("The phrase tables")
struct PhraseTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("say what the reference file says", arguments: Language.allCases)
    func reference(_ language: Language) throws {
        let text = PhraseCases(language).text
        let file = Self.reference(language)
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let wanted = try String(contentsOf: file, encoding: .utf8)
        let changes = wanted.components(separatedBy: "\n")
            .difference(from: text.components(separatedBy: "\n"))
        for case .remove(let line, let said, _) in changes {
            Issue.record(
                "\(file.lastPathComponent) has no “\(said)” (line \(line + 1) of the text)")
        }
        for case .insert(let line, let lost, _) in changes {
            Issue.record("\(file.lastPathComponent):\(line + 1) “\(lost)” is not said")
        }
    }

    private static func reference(_ language: Language) -> URL {
        root.appending(path: "Tests/Reference/dashboard")
            .appending(path: language == .en ? "phrases.txt" : "phrases-\(language.rawValue).txt")
    }

    @Test("have a text for every label", arguments: Language.allCases, Label.allCases)
    func labels(_ language: Language, _ label: Label) {
        let text = PhraseCases(language).phrases.label(label)
        #expect(!text.isEmpty)
        let names = ["eps"]
        let words = ["none", "on", "off", "all", "point", "comma", "automatic"]
        let mayBeName = names + (language == .en ? words : [])
        #expect(
            mayBeName.contains(label.rawValue) || text != label.rawValue, "\(label) has no text")
    }

    @Test("do not leave a label in another language", arguments: Label.allCases)
    func translated(_ label: Label) {
        let same: Set<Label> = [
            .program, .interval95, .chanceQ, .growth, .eps, .modelHash,
        ]
        let english = PhraseCases(.en).phrases.label(label)
        #expect((PhraseCases(.ru).phrases.label(label) == english) == same.contains(label))
    }

    @Test("name every page, status and error of HTTP", arguments: Language.allCases)
    func names(_ language: Language) {
        let phrases = PhraseCases(language).phrases
        #expect(Set(Page.allCases.map { phrases.title(of: $0) }).count == Page.allCases.count)
        #expect(Set(Page.allCases.map { phrases.question(of: $0) }).count == Page.allCases.count)
        #expect(Set(Theme.allCases.map { phrases.themeOption($0) }).count == Theme.allCases.count)
        #expect(phrases.statusTitle(404) != "404")
    }
}
