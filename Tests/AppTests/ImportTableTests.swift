import Foundation
import Testing

/// The package manager does not stop a file from importing a target that another one pulls in, so
/// every file's imports are compared with a table, and that with the one of `Sources/README.md`.
@Suite("Who may import whom")
struct ImportTableTests {
    static let allowed: [String: Set<String>] = [
        "App": [
            "API", "Dashboard", "Charts", "Printing", "Wording", "Exports", "Store", "Learning",
            "Pipeline", "Reports", "Telemetry", "ClickHouse",
            "Analysis", "Models", "Containers", "HTTP", "Markup", "CSystem", "Values",
        ],
        "Dashboard": ["Wording", "Reports", "Charts", "Markup", "Values"],
        "API": ["Wording", "Reports", "Values"],
        "Wording": ["Reports", "Values"],
        "Exports": ["Containers", "Pipeline", "Reports", "Telemetry", "Values"],
        "Store": ["Pipeline", "Reports", "Telemetry", "Values"],
        "Learning": ["Pipeline", "Reports", "Models", "Telemetry", "Analysis", "Values"],
        "Pipeline": ["Reports", "Telemetry", "Analysis", "Values"],
        "Reports": ["Values"],
        "Models": ["Analysis", "COnnxRuntime", "CSystem", "Values"],
        "Charts": ["Markup", "Values"],
        "Telemetry": ["CKernels", "CSystem", "Values"],
        "ClickHouse": ["Telemetry", "Values"],
        "Analysis": ["CKernels", "Values"],
        "Containers": ["CSystem", "Values"],
        "Printing": ["CDrawing"],
        "HTTP": ["CSystem"],
        "Markup": [],
        "Values": [],
    ]
    /// Of the system; nothing else may be imported.
    static let system: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationNetworking", "Dispatch", "Glibc",
        "Darwin", "Musl", "Synchronization",
    ]

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("No file imports more than its target may", arguments: allowed.keys.sorted())
    func imports(target: String) throws {
        let folder = Self.root.appending(path: "Sources/\(target)")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var seen = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            seen += 1
            for module in try Self.modules(in: file) where !Self.system.contains(module) {
                #expect(
                    Self.allowed[target]?.contains(module) == true,
                    "\(target)/\(file.lastPathComponent) imports \(module)")
            }
        }
        #expect(seen > 0, "no files in \(target)")
    }

    @Test("The table that people read is this one")
    func document() throws {
        let text = try String(
            contentsOf: Self.root.appending(path: "Sources/README.md"), encoding: .utf8)
        var written: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("    ") {
            let sides = line.components(separatedBy: "->")
            guard sides.count == 2 else { continue }
            let names = sides[1].split { !$0.isLetter }.map(String.init)
            for target in sides[0].split(whereSeparator: { !$0.isLetter }) {
                written[String(target)] = Set(names)
            }
        }
        for (target, imports) in Self.allowed where target != "App" && !imports.isEmpty {
            #expect(written[target] == imports, "\(target)")
        }
        #expect(written["App"] == ["everything", "below"])
    }

    @Test("Files stay short: none over 400 lines")
    func lengths() throws {
        let folder = Self.root.appending(path: "Sources")
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).count
            #expect(lines <= 401, "\(file.lastPathComponent) has \(lines - 1) lines")
        }
    }

    private static func modules(in file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count
            else { return nil }
            let isImport = words[..<place].allSatisfy {
                $0.hasPrefix("@") || $0 == "public" || $0 == "internal" || $0 == "private"
                    || $0 == "package"
            }
            guard isImport else { return nil }
            let named = ["struct", "class", "enum", "func", "protocol", "let", "var", "typealias"]
            let index = named.contains(String(words[place + 1])) ? place + 2 : place + 1
            return words[index].split(separator: ".").first.map(String.init)
        }
    }
}
