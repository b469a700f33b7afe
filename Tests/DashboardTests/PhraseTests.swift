import Foundation
import Testing
@testable import Dashboard
@testable import Wording

/// Every sentence that is made from a case, in one reference file of each language that a person
/// can read through. `UPDATE_REFERENCE=1 swift test` writes them anew.
@Suite("The phrase tables")
struct PhraseTests {
    @Test("say what the reference file says", arguments: Language.allCases)
    func reference(_ language: Language) throws {
        let text = PhraseCases(language).lines.joined(separator: "\n") + "\n"
        let file = Self.reference(language)
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
        for (said, wanted) in pairs { #expect(said == wanted) }
        #expect(text.count == expected.count)
    }

    private static func reference(_ language: Language) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/dashboard")
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
