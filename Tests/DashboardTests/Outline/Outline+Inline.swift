/// What stands in a line: text, links, fields.
extension Outline {
    /// All that a node holds, in one line.
    func content(_ node: Int) -> String {
        document.nodes[node].content.map { part in
            switch part {
            case .text(let text): text
            case .node(let child): inline(child)
            }
        }.joined()
    }

    func inline(_ node: Int) -> String {
        let element = document.nodes[node]
        switch element.name {
        case "b": return "**\(content(node))**"
        case "br": return " / "
        case "code": return "`\(content(node))`"
        case "a": return link(node)
        case "svg": return spark(node)
        case "input": return " {\(input(element))} "
        case "select": return " {\(select(node))} "
        case "button": return " \(button(node)) "
        case "table", "datalist": return ""
        default: return " \(content(node))\(label(element)) "
        }
    }

    private func link(_ node: Int) -> String {
        let element = document.nodes[node]
        let current = element.attributes["aria-current"] == nil ? "" : "*"
        let target = element.attributes["href"] ?? ""
        return "[\(current)\(Self.tidy(content(node)))\(label(element))](\(target))"
    }

    private func label(_ element: Document.Node) -> String {
        element.attributes["aria-label"].map { " “\($0)”" } ?? ""
    }

    private func input(_ element: Document.Node) -> String {
        let type = element.attributes["type"] ?? "text"
        let value = element.attributes["value"].map { "=\($0)" } ?? ""
        let more = ["placeholder", "list", "form", "accept", "pattern", "min", "max"].compactMap {
            name in element.attributes[name].map { "\(name) \($0)" }
        }
        let flags = ["checked", "disabled", "required", "multiple"].filter {
            element.attributes[$0] != nil
        }
        let name = (element.attributes["name"] ?? "") + value + label(element)
        return ([type + " " + name] + more + flags).joined(separator: ", ")
    }

    private func select(_ node: Int) -> String {
        let element = document.nodes[node]
        let form = element.attributes["form"].map { ", form \($0)" } ?? ""
        return "select \(element.attributes["name"] ?? "")\(label(element))\(form): "
            + options(node)
    }

    /// All options with the chosen one marked; of many the first ones.
    func options(_ node: Int) -> String {
        let options = document.below(node).filter { document.nodes[$0].name == "option" }
        let texts = options.map { option -> String in
            let attributes = document.nodes[option].attributes
            let mark = attributes["selected"] == nil ? "" : "*"
            let text = Self.tidy(content(option))
            let value = attributes["value"] ?? ""
            return mark + (text.isEmpty || text == value ? value : "\(value) “\(text)”")
        }
        guard texts.count > 12 else { return texts.joined(separator: ", ") }
        let chosen = texts.dropFirst(4).filter { $0.hasPrefix("*") }
        return (texts.prefix(4) + chosen).joined(separator: ", ") + Self.rest(texts.dropFirst(4))
    }

    func button(_ node: Int) -> String {
        let element = document.nodes[node]
        let sent = element.attributes["name"].map { name in
            " \(name)=\(element.attributes["value"] ?? "")"
        }
        let more = ["form", "formaction"].compactMap { name in
            element.attributes[name].map { " \(name) \($0)" }
        }
        let current = element.attributes["aria-current"] == nil ? "" : "*"
        let text = current + Self.tidy(content(node)) + label(element)
        return "[button \(text)\(sent ?? "")\(more.joined())]"
    }

    /// What is left out of a long list: how much, and a sum that changes with it.
    static func rest(_ texts: some Collection<String>) -> String {
        var sum: UInt32 = 2_166_136_261
        for byte in texts.joined(separator: "\n").utf8 {
            sum = (sum ^ UInt32(byte)) &* 16_777_619
        }
        return " … \(texts.count) more (\(String(sum, radix: 16)))"
    }
}
