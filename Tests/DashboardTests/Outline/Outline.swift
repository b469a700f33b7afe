/// What a reader gets of a page, line by line, for a person to review: headings, paragraphs, items,
/// rows of tables, links with where they lead, fields, and the words of charts with the number of
/// their marks.
struct Outline {
    let document: Document
    /// Whether header, filter and footer are part of it.
    let hasFrame: Bool
    private(set) var lines: [String] = []

    init(_ document: Document, hasFrame: Bool) {
        self.document = document
        self.hasFrame = hasFrame
        walk(0)
        lines.append("marks: " + marks(below: 0))
    }

    /// Elements that stand in a line of text.
    private static let inline: Set<String> = [
        "a", "b", "br", "code", "input", "option", "select", "small", "span", "svg",
    ]
    /// Elements that say nothing to a reader.
    static let silent: Set<String> = ["head", "link", "meta", "noscript", "script", "style"]

    private func isInline(_ node: Int) -> Bool {
        let element = document.nodes[node]
        if element.name == "svg" { return element.attributes["role"] != "img" || isInTable(node) }
        return Self.inline.contains(element.name) && element.children.allSatisfy(isInline)
    }

    private func isInTable(_ node: Int) -> Bool {
        document.ancestors(node).contains { document.nodes[$0].name == "table" }
    }

    /// Lines of all that a node holds: what is inline stands in one line, up to the next block.
    private mutating func walk(_ node: Int, _ prefix: String = "") {
        var line = ""
        var prefix = prefix
        for part in document.nodes[node].content {
            switch part {
            case .text(let text): line += text
            case .node(let child) where isInline(child):
                if hasFrame || document.nodes[child].attributes["class"] != "skip" {
                    line += inline(child)
                }
            case .node(let child):
                add(prefix, &line)
                prefix = prefix.allSatisfy { $0 == " " } ? prefix : ""
                block(child)
            }
        }
        add(prefix, &line)
    }

    private mutating func add(_ prefix: String, _ line: inout String) {
        let text = Self.tidy(line)
        if !text.isEmpty { lines.append(prefix + text) }
        line = ""
    }

    /// White space as a browser shows it; links that follow each other stand apart.
    static func tidy(_ text: String) -> String {
        text.replacing(")[", with: ") [").split { $0 == " " || $0 == "\n" || $0 == "\t" }
            .joined(separator: " ")
    }

    private mutating func block(_ node: Int) {
        let element = document.nodes[node]
        if Self.silent.contains(element.name) {
            if element.name == "head" { title(node) }
            return
        }
        if !hasFrame, isFrame(node) { return }
        switch element.name {
        case "svg": lines += chart(node)
        case "table": lines += table(node)
        case "datalist": lines.append("datalist " + id(node) + ": " + options(node))
        case "h1", "h2", "h3", "h4":
            let level = element.name.last.flatMap { Int(String($0)) } ?? 1
            lines.append("")
            walk(node, String(repeating: "#", count: level) + " ")
        case "ol", "ul": list(node)
        case "dt": walk(node, "= ")
        case "dd": walk(node, "  ")
        case "button": lines.append(button(node))
        default:
            lines += [opening(node)].compactMap(\.self)
            walk(node)
        }
    }

    /// What comes back on every page.
    private func isFrame(_ node: Int) -> Bool {
        let element = document.nodes[node]
        return element.name == "footer" || element.attributes["hidden"] != nil
            || element.attributes["class"] == "top"
    }

    /// The items of a list; of a long one the first.
    private mutating func list(_ node: Int) {
        lines += [opening(node)].compactMap(\.self)
        let items = document.nodes[node].children
        let shown = items.count > 12 ? 4 : items.count
        for item in items.prefix(shown) { walk(item, "- ") }
        let rest = items.dropFirst(shown).map { Self.tidy(content($0)) }
        if !rest.isEmpty { lines.append("-" + Self.rest(rest)) }
    }

    private mutating func title(_ head: Int) {
        for child in document.nodes[head].children where document.nodes[child].name == "title" {
            walk(child, "title: ")
        }
    }

    /// What a container says of itself: forms, regions with a name, what opens at a click.
    private func opening(_ node: Int) -> String? {
        let element = document.nodes[node]
        let label = element.attributes["aria-label"].map { "“\($0)”" }
        switch element.name {
        case "form":
            let sent = [element.attributes["method"], element.attributes["action"], label]
            return "form " + sent.compactMap(\.self).joined(separator: " ")
        case "details": return "details" + (element.attributes["open"] == nil ? "" : " open")
        default: return label.map { "\(element.name) \($0)" }
        }
    }

    private func id(_ node: Int) -> String { document.nodes[node].attributes["id"] ?? "" }
}
