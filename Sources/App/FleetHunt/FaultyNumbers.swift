import Foundation

/// Looks for broken numbers in what the program wrote.
struct FaultyNumbers {
    /// What Swift, JavaScript and C write for missing numbers and after clamped conversions.
    private static let words: Set<String> = [
        "nan", "inf", "infinity", "null", "nil", "optional", "undefined", "9223372036854775807",
        "9223372036854775808",
    ]
    private var wanted = Self.words

    init() {}

    /// Looks for the words that the files of a folder do not contain: text of files is shown as it
    /// is. Throws where a file cannot be read.
    init(besidesThoseIn folder: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            while let found = first(in: bytes) { wanted.remove(found.word) }
        }
    }

    /// The first wanted word that stands alone, with the text around it, if there is one.
    /// Case does not count. Markup is searched too: a `NaN` among coordinates is a broken drawing.
    ///
    /// - Complexity: O(bytes).
    func first(in bytes: [UInt8]) -> (word: String, around: String)? {
        var start = 0
        while start < bytes.count {
            guard Self.isWord(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
            if (3...20).contains(end - start) {
                let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
                if wanted.contains(word) {
                    let around = bytes[max(0, start - 60)..<min(bytes.count, end + 40)]
                    return (word, String(decoding: around, as: UTF8.self))
                }
            }
            start = end
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
