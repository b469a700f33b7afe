import Foundation

/// A source file without its comments and quoted texts, and which of its names are floating-point
/// numbers, as far as declarations tell.
struct SourceText {
    let path: String
    let text: String
    /// Names that the file declares as floating-point numbers.
    let floating: Set<String>
    /// Names that the file declares as whole numbers.
    let whole: Set<String>

    init(path: String, source: String) {
        self.path = path
        var text = source
        for pattern in [#""""[\s\S]*?""""#, #""(?:\\.|[^"\\\n])*""#, #"//[^\n]*"#] {
            text = Pattern(pattern).replaced(in: text)
        }
        self.text = text
        let declared = Self.named(
            text, #"\b(\w+)\s*:\s*\[?(?:Double|Float|TimeInterval)\b(?!\s*\.)"#)
        let computed = Pattern(#"\b(?:let|var)\s+(\w+)\s*=([^\n]*)"#).matches(in: text)
            .filter { Self.computesFloating($0[2]) }.map { $0[1] }
        whole = Self.named(text, #"\b(\w+)\s*:\s*\[?U?Int(?:8|16|32|64)?\b"#)
            .union(Self.named(text, #"\b(?:let|var)\s+(\w+)\s*=\s*[\d_]+\s*\n"#))
        floating = declared.union(computed).subtracting(whole)
    }

    private static func named(_ text: String, _ pattern: String) -> Set<String> {
        Set(Pattern(pattern).matches(in: text).map { $0[1] })
    }

    /// Whether an expression has a part that only floating-point numbers have.
    static func computesFloating(_ expression: String) -> Bool {
        let marks =
            #"\.rounded\(|\bDouble\(|\.squareRoot\(|\b(?:log|log2|log10|exp|pow)\(|\b\d+\.\d|\b\d+e-?\d|\.nan\b|\.infinity\b"#
        return !Pattern(marks).matches(in: expression).isEmpty
    }

    /// The line of a place in the text, counted from 1.
    func line(at place: Int) -> Int {
        text.utf16.prefix(place).count { $0 == 0x0A } + 1
    }
}

/// A regular expression whose matches are texts.
struct Pattern {
    private let expression: NSRegularExpression?

    init(_ pattern: String) { expression = try? NSRegularExpression(pattern: pattern) }

    /// Each match with its groups, and where it begins (in UTF-16 units).
    func found(in text: String) -> [(place: Int, groups: [String])] {
        let whole = text as NSString
        let range = NSRange(location: 0, length: whole.length)
        return (expression?.matches(in: text, range: range) ?? []).map { match in
            let groups = (0..<match.numberOfRanges).map { index in
                let range = match.range(at: index)
                return range.location == NSNotFound ? "" : whole.substring(with: range)
            }
            return (match.range.location, groups)
        }
    }

    func matches(in text: String) -> [[String]] { found(in: text).map(\.groups) }

    /// The text with an empty pair of quotes for each match; lines stay where they are.
    func replaced(in text: String) -> String {
        let whole = NSMutableString(string: text)
        let range = NSRange(location: 0, length: whole.length)
        for match in (expression?.matches(in: text, range: range) ?? []).reversed() {
            let old = whole.substring(with: match.range)
            let breaks = String(old.filter { $0 == "\n" })
            whole.replaceCharacters(in: match.range, with: "\"\"" + breaks)
        }
        return String(whole)
    }
}
