import Foundation

/// Statements of which a page must not make both, in the words of the English pages.
enum Contradictions {
    /// Patterns that match a page's text without tags.
    private static let pairs: [(String, String)] = [
        ("No series has a trend beyond chance", "[1-9][0-9]* of [0-9]+ series ha(s|ve) a trend"),
        ("No series has a trend beyond chance", "(?m)^(rising|falling)$"),
        ("None of [0-9,]+ series has a trend", "(?m)^(rising|falling)$"),
        ("No device needs attention", "ha(s|ve) an open problem on"),
        ("No device needs attention", "(?m)^(Critical|Warning)$"),
        ("Nothing unusual in", "ha(s|ve) an open problem on"),
        ("Nothing is wrong with", "[1-9][0-9]* still open"),
        ("has no open problem\\.", "[1-9][0-9]* still open"),
        ("needs no attention: no problem is open", "is (critical|in the warning range)"),
        ("No distinct groups", "stand together by"),
        ("No (distinct|reliable) groups", "(Two|Three|Four|Five|Six) groups of"),
        ("0 rows refused", "[1-9][0-9,]* rows? (was|were) refused"),
        ("No level shift", "(rose|fell) from .* and stayed at that level"),
    ]

    /// The pairs that a page breaks, in words.
    static func found(in html: String) -> [String] {
        let text = plain(html)
        return pairs.compactMap { one, other in
            guard let first = match(one, text), let second = match(other, text) else { return nil }
            return "“\(first)” and “\(second)”"
        }
    }

    /// The text, a line for each element.
    private static func plain(_ html: String) -> String {
        html.replacing(/<\/?(b|a|strong|span)( [^>]*)?>/, with: "")
            .replacing(/<[^>]*>/, with: "\n").replacing(/&[a-z]+;/, with: "'")
    }

    private static func match(_ pattern: String, _ text: String) -> String? {
        text.range(of: pattern, options: .regularExpression).map { String(text[$0]) }
    }
}
