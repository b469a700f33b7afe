/// Text in which parts stand out, in the markup that pango reads; names of files can never become
/// part of that markup.
package struct PrintedText: Codable, Sendable, Equatable {
    /// Well-formed, with everything escaped that is text.
    package private(set) var markup = ""

    package init() {}

    package init(_ text: String) { append(text) }

    package var isEmpty: Bool { markup.isEmpty }

    package mutating func append(_ text: String) { markup += Self.escaped(text) }

    /// A part that is seen first.
    package mutating func append(strong text: String) {
        markup += "<b>" + Self.escaped(text) + "</b>"
    }

    /// A name as a program writes it.
    package mutating func append(code text: String) {
        markup += "<tt>" + Self.escaped(text) + "</tt>"
    }

    /// Its words, each by itself, without what stands out.
    var words: [PrintedText] {
        PlainMarkup.text(markup).split(separator: " ").map { PrintedText(String($0)) }
    }

    /// All of it standing out.
    package var strong: PrintedText {
        var text = self
        text.markup = "<b>" + markup + "</b>"
        return text
    }

    /// Characters that XML 1.0 forbids become U+FFFD, and line ends spaces.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": result.append(" ")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
