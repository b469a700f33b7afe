import Foundation

/// Makes names of files and data sets that are safe on every system and never a path.
enum SafeName {
    /// Endings of data files.
    static let extensions: Set<String> = ["csv", "tsv", "txt"]

    /// In bytes: file systems stop at 255, and the correction's ending is added.
    private static let byteLimit = 200

    /// A file name from the one sent: its last part, without characters that file systems forbid,
    /// with an ending of data files. `nil` where nothing is left.
    static func file(_ sent: String) -> String? {
        guard var name = part(sent) else { return nil }
        if !extensions.contains(fileExtension(name)) { name += ".csv" }
        // Otherwise the file would be ignored.
        if !isData(name) { name = "_" + name }
        let stem = name.prefix(name.count - fileExtension(name).count - 1)
        return shortened(String(stem), by: fileExtension(name).utf8.count + 1)
            + name.suffix(fileExtension(name).count + 1)
    }

    /// A data set's name from the one sent; `nil` where nothing is left.
    static func dataset(_ sent: String) -> String? { part(sent).map { shortened($0, by: 0) } }

    /// Whether a file of this name is data: by its ending, and neither hidden, temporary nor a
    /// document beside the data.
    static func isData(_ name: String) -> Bool {
        guard let first = name.first, !".~#".contains(first), !name.hasSuffix("~") else {
            return false
        }
        let stem = name.lowercased().split(separator: ".").first.map(String.init) ?? ""
        let documents: Set<String> = [
            "readme", "license", "licence", "copying", "changelog", "notice",
        ]
        return extensions.contains(fileExtension(name)) && !documents.contains(stem)
    }

    /// The ending in lower case without its dot; empty without one.
    static func fileExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func part(_ sent: String) -> String? {
        let last = sent.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let composed = last.precomposedStringWithCanonicalMapping
        let allowed = String(
            composed.unicodeScalars.map { scalar -> Character in
                isForbidden(scalar) ? "_" : Character(scalar)
            })
        let trimmed = allowed.drop { $0 == "." || $0.isWhitespace || $0 == "~" || $0 == "#" }
        var name = String(trimmed)
        while let end = name.last, end == "." || end.isWhitespace || end == "~" {
            name.removeLast()
        }
        guard name.contains(where: { $0 != "_" }) else { return nil }
        let stem = name.split(separator: ".").first.map { $0.uppercased() } ?? ""
        return deviceNames.contains(stem) ? "_" + name : name
    }

    /// Whether it is a control or format character (which can reverse the direction of writing), or
    /// one that Windows forbids.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            true
        default: "<>:\"|?*/\\".unicodeScalars.contains(scalar)
        }
    }

    private static let deviceNames: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"]
            + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })

    private static func shortened(_ text: String, by reserve: Int) -> String {
        var text = text
        while text.utf8.count + reserve > byteLimit, !text.isEmpty { text.removeLast() }
        return text
    }
}
