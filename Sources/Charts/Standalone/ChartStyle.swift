package import Markup

/// The rules of the pages' style sheet that drawings need, for drawings that leave the pages.
package struct ChartStyle: Sendable {
    /// On what a drawing stands.
    package enum Theme: Sendable, CaseIterable {
        case light
        case dark
        /// Dark where the reader's system is.
        case auto
    }

    private let sheet: StyleSheet
    private let tokens: [String: String]
    private let rules: [StyleSheet.Rule]

    /// - Parameter css: the pages' style sheet. Without one drawings are black.
    package init(css: String) {
        sheet = StyleSheet(css)
        tokens = sheet.tokens
        rules = (sheet.rules + StyleSheet(Self.own).rules).compactMap(Self.ofDrawing)
    }

    /// What drawings that stand alone have beside those of the pages.
    private static let own = """
        svg .paper{fill:var(--surface)} svg .head{font-size:14px;font-weight:600;fill:var(--ink)}
        svg .say{font-size:13px;fill:var(--ink-2)}
        """

    /// Properties of SVG; others concern boxes of a page.
    private static let properties: Set<String> = [
        "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin",
        "stroke-linecap", "paint-order", "font-family", "font-size", "font-weight",
        "font-variant-numeric",
    ]
    private static let elements: Set<String> = ["text", "path", "line", "rect", "circle"]

    /// The part of a rule that concerns marks; nil where there is none.
    private static func ofDrawing(_ rule: StyleSheet.Rule) -> StyleSheet.Rule? {
        let selectors = rule.selectors.filter { $0 == "svg text" || target($0) != nil }
        let declarations = rule.declarations.filter { properties.contains($0.name) }
        guard !selectors.isEmpty, !declarations.isEmpty else { return nil }
        return StyleSheet.Rule(selectors: selectors, declarations: declarations)
    }

    /// The class or element that a selector like `svg .l0` or `.l0` is about.
    private static func target(_ selector: String) -> String? {
        let last = selector.hasPrefix("svg ") ? selector.dropFirst(4) : selector[...]
        if last.hasPrefix(".") {
            let name = last.dropFirst()
            return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                ? String(name) : nil
        }
        return elements.contains(String(last)) ? String(last) : nil
    }

    /// The rules that some marks need, with colours of the theme and without functions.
    package func css(for marks: Markup, _ theme: Theme) -> String {
        let used = Self.names(in: marks.bytes).union(Self.elements)
        let shown = rules.compactMap { rule -> StyleSheet.Rule? in
            let selectors = rule.selectors.filter { Self.target($0).map(used.contains) ?? false }
            return selectors.isEmpty
                ? nil : .init(selectors: selectors, declarations: rule.declarations)
        }
        guard theme == .auto else { return text(shown, isDark: theme == .dark) }
        return text(shown, isDark: false) + "@media (prefers-color-scheme:dark){"
            + text(shown, isDark: true) + "}"
    }

    private func text(_ rules: [StyleSheet.Rule], isDark: Bool) -> String {
        let values = StyleValue(tokens: tokens, isDark: isDark)
        return rules.map { rule in
            let body = rule.declarations.compactMap { item in
                values.resolved(item.value).map { item.name + ":" + $0 }
            }
            return body.isEmpty
                ? ""
                : rule.selectors.joined(separator: ",") + "{" + body.joined(separator: ";") + "}"
        }.joined()
    }

    /// The classes that marks have.
    private static func names(in bytes: [UInt8]) -> Set<String> {
        let start = Array(" class=\"".utf8)
        var names: Set<String> = []
        for index in bytes.indices where bytes[index] == UInt8(ascii: " ") {
            guard bytes[index...].starts(with: start) else { continue }
            let value = bytes[index...].dropFirst(start.count).prefix { $0 != UInt8(ascii: "\"") }
            for name in value.split(separator: UInt8(ascii: " ")) {
                names.insert(String(decoding: name, as: UTF8.self))
            }
        }
        return names
    }
}
