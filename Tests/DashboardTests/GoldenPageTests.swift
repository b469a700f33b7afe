import Foundation
import Testing
import Wording

/// What a reader gets of every page, as text that a person can review in a diff.
/// `UPDATE_REFERENCE=1 swift test` writes it anew.
@Suite("Pages as their readers get them")
struct GoldenPageTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Reference/pages")
    private static let isUpdate =
        ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] == "1"
    /// So many lines of a page are told that differ.
    private static let told = 5

    @Test("are those of the reference", arguments: Language.allCases)
    func pages(_ language: Language) throws {
        for page in GoldenPage.all {
            let said = try page.lines(language)
            let file = Self.file(page, language)
            if Self.isUpdate { try Self.write(said, file) }
            let wanted = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            Self.compare(
                said, wanted.components(separatedBy: "\n").dropLast(),
                "\(language.rawValue)/\(page)")
        }
    }

    /// Tells the first lines that differ, with their place.
    private static func compare(_ said: [String], _ wanted: ArraySlice<String>, _ page: String) {
        let changes = said.difference(from: wanted)
        let (new, old) = (changes.insertions.map(\.line), changes.removals.map(\.line))
        for place in 0..<min(told, max(new.count, old.count)) {
            let (now, then) = (new.dropFirst(place).first, old.dropFirst(place).first)
            Issue.record(
                """
                \(page) differs in \(max(new.count, old.count)) lines
                said (line \(now?.number ?? 0)): \(now?.text ?? "nothing")
                wanted (line \(then?.number ?? 0)): \(then?.text ?? "nothing")
                """)
        }
    }

    @Test("have a reference each, and no other files lie there", arguments: Language.allCases)
    func files(_ language: Language) throws {
        let folder = Self.folder.appending(path: language.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let wanted = GoldenPage.all.map { $0.name + ".txt" }
        if Self.isUpdate {
            for name in Set(names).subtracting(wanted) {
                try FileManager.default.removeItem(at: folder.appending(path: name))
            }
        } else {
            #expect(Set(names) == Set(wanted))
        }
        #expect(Set(wanted).count == wanted.count)
    }

    private static func file(_ page: GoldenPage, _ language: Language) -> URL {
        folder.appending(path: language.rawValue).appending(path: page.name + ".txt")
    }

    private static func write(_ lines: [String], _ file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let text = lines.map { $0 + "\n" }.joined()
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}

extension CollectionDifference<String>.Change {
    /// The line that came or went, and where.
    fileprivate var line: (number: Int, text: String) {
        switch self {
        case .insert(let offset, let text, _), .remove(let offset, let text, _): (offset + 1, text)
        }
    }
}
