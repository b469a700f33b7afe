package import Values

/// The languages with a phrase table, by their codes of ISO 639-1.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case en, ru

    /// The language's own name for itself.
    package var nativeName: String {
        switch self {
        case .en: "English"
        case .ru: "Русский"
        }
    }

    package var words: CalendarWords {
        switch self {
        case .en: .english
        case .ru: .russian
        }
    }

    package var numbers: NumberStyle {
        switch self {
        case .en: .english
        case .ru: .russian
        }
    }

    package func phrases(_ format: Formatting) -> any Phrases {
        switch self {
        case .en: EnglishPhrases(format: format)
        case .ru: RussianPhrases(format: format)
        }
    }
}

extension Language {
    /// The language that a browser prefers by `Accept-Language` (RFC 9110, 12.5.4); English where
    /// it names none of ours.
    ///
    /// Of ranges with the same weight the first counts, and regions are ignored. A weight of 0
    /// refuses a language, even where `*` would allow it.
    package init(accepting header: String) {
        var best: (language: Language, weight: Double)?
        var named: Set<Language> = []
        var any = 0.0
        for item in header.split(separator: ",").prefix(50) {
            guard let (range, weight) = Self.range(item) else { continue }
            if range == "*" { any = max(any, weight) }
            guard let language = Language(rawValue: range) else { continue }
            named.insert(language)
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        let rest = Language.allCases.first { !named.contains($0) }
        if any > best?.weight ?? 0, let rest { best = (rest, any) }
        self = best?.language ?? .en
    }

    /// The first subtag of a range in lower case, and its weight; nil where it is malformed.
    private static func range(_ item: Substring) -> (String, Double)? {
        let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        guard let tag = parts.first?.split(separator: "-").first else { return nil }
        var weight = 1.0
        for part in parts.dropFirst() where part.lowercased().hasPrefix("q=") {
            guard let given = Double(part.dropFirst(2)), (0...1).contains(given) else {
                return nil
            }
            weight = given
        }
        return (tag.lowercased(), weight)
    }
}
