import Foundation

/// Names of files and data sets that are safe on every system and never a path.
enum SafeName {
    /// The endings that data files have.
    static let extensions: Set<String> = ["csv", "tsv", "txt"]

    /// Longest name in bytes; file systems stop at 255, and a correction's ending comes on top.
    private static let byteLimit = 200

    /// A file name made of what was sent: the last part of a path, without characters that a file
    /// system forbids, with an ending under which it counts as data. `nil` where nothing is left.
    static func file(_ sent: String) -> String? {
        guard var name = part(sent) else { return nil }
        if !extensions.contains(fileExtension(name)) { name += ".csv" }
        // A file under such a name would be passed over.
        if !isData(name) { name = "_" + name }
        let stem = name.prefix(name.count - fileExtension(name).count - 1)
        return shortened(String(stem), by: fileExtension(name).utf8.count + 1)
            + name.suffix(fileExtension(name).count + 1)
    }

    /// A data set's name made of what was sent; `nil` where nothing is left.
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

    /// The lower-case ending without its dot; empty without one.
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

    /// Control and format characters (which can turn the direction of writing), and what Windows
    /// forbids.
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
