/// The tokens and plain rules of a style sheet, as far as drawings need them: no nesting, no media.
struct StyleSheet: Sendable {
    struct Rule: Sendable, Equatable {
        var selectors: [String]
        /// Names and values in their order.
        var declarations: [Declaration]
    }
    struct Declaration: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// The custom properties of `:root`, without the leading dashes.
    private(set) var tokens: [String: String] = [:]
    private(set) var rules: [Rule] = []

    /// Reads a style sheet; what it does not understand is left out.
    ///
    /// - Complexity: O(characters).
    init(_ text: String) {
        var rest = Self.withoutComments(text)[...]
        while let open = rest.firstIndex(of: "{") {
            let head = Self.trimmed(rest[..<open])
            let end = Self.end(of: rest[open...])
            if !head.hasPrefix("@") { add(head, rest[rest.index(after: open)..<end]) }
            rest = rest[end...].dropFirst()
        }
    }

    private mutating func add(_ head: String, _ body: Substring) {
        let declarations = Self.split(body, at: ";").compactMap { part -> Declaration? in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            return Declaration(
                name: Self.trimmed(part[..<colon]),
                value: Self.trimmed(part[part.index(after: colon)...]))
        }
        if head == ":root" {
            for item in declarations where item.name.hasPrefix("--") {
                tokens[String(item.name.dropFirst(2))] = item.value
            }
        } else {
            let selectors = Self.split(head[...], at: ",").map(Self.trimmed)
            rules.append(Rule(selectors: selectors, declarations: declarations))
        }
    }

    /// The place of the brace that closes the one at the start.
    private static func end(of text: Substring) -> Substring.Index {
        var depth = 0
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return text.endIndex
    }

    private static func withoutComments(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}

extension StyleSheet {
    /// Parts between separators that stand outside of brackets and quotes.
    static func split(_ text: Substring, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var (start, depth, isQuoted) = (text.startIndex, 0, false)
        for index in text.indices {
            switch text[index] {
            case "\"": isQuoted.toggle()
            case "(" where !isQuoted: depth += 1
            case ")" where !isQuoted: depth -= 1
            case separator where depth == 0 && !isQuoted:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        return parts + [text[start...]]
    }

    static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
