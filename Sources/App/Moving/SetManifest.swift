import Foundation

/// What an archive says of the set in it.
struct SetManifest: Codable, Sendable, Equatable {
    /// A file of the archive.
    struct File: Codable, Sendable, Equatable {
        /// Its name within the archive.
        var path: String
        /// Its size.
        var bytes: Int
        /// In hexadecimal digits.
        var sha256: String
    }

    /// The format of the archive; higher ones need a later program.
    var format = Self.format
    /// The version of the program that wrote it.
    var program: String
    /// The set's name.
    var set: String
    /// All files but the two that describe the archive.
    var files: [File]

    static let format = 1

    /// The entry of the list of files, the last one: hashes are known once files are packed.
    static let name = "manifest.json"

    /// The most bytes of the list.
    static let limit = 64 << 20

    /// The list as it is stored.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // It holds texts and whole numbers only, so that encoding succeeds.
        return (try? Array(encoder.encode(self))) ?? []
    }
}

/// The first entry of such an archive, by which it is told from archives of tables.
struct SetMark: Codable, Sendable {
    var format = SetManifest.format
    var program: String
    var set: String

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? Array(encoder.encode(self))) ?? []
    }
}

/// Where files of a set stand in an archive.
enum SetArchivePath {
    static let data = "files/"
    static let models = "models/"
    static let groups = "made/groups.json"

    /// Whether a name can be that of a file of a set: one that leads to nowhere else on any system
    /// and is neither hidden nor too long.
    static func isSafe(_ path: String) -> Bool {
        guard path != groups else { return true }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isKnown = path.hasPrefix(data) || (path.hasPrefix(models) && parts.count == 2)
        return isKnown && (2...10).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".") && part.utf8.count <= 255
                    && part.unicodeScalars.allSatisfy {
                        $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\"
                    }
            }
    }
}
