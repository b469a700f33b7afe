/// A page read strictly: every element closed, every attribute quoted and given once.
struct Document {
    struct Node {
        var name: String
        var attributes: [String: String]
        /// The text directly inside, without that of children.
        var text = ""
        var children: [Int] = []
        /// Text and children in the order in which they stand.
        var content: [Part] = []
        var parent: Int?
    }
    enum Part {
        case text(String)
        case node(Int)
    }
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    private(set) var nodes: [Node] = [Node(name: "#document", attributes: [:])]

    static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img", "option/"]

    init(_ html: String) throws {
        var reader = Reader(bytes: Array(html.utf8))
        try reader.expect("<!DOCTYPE html>\n")
        var open = [0]
        while let token = try reader.next() {
            switch token {
            case .text(let text):
                nodes[open[open.count - 1]].text += text
                nodes[open[open.count - 1]].content.append(.text(text))
            case .open(let name, let attributes, let isClosed):
                let parent = open[open.count - 1]
                nodes.append(Node(name: name, attributes: attributes, parent: parent))
                nodes[parent].children.append(nodes.count - 1)
                nodes[parent].content.append(.node(nodes.count - 1))
                if !isClosed { open.append(nodes.count - 1) }
            case .close(let name):
                let top = nodes[open[open.count - 1]].name
                guard top == name else { throw Fault(description: "</\(name)> closes <\(top)>") }
                open.removeLast()
            }
        }
        guard open.count == 1 else {
            throw Fault(description: "<\(nodes[open[open.count - 1]].name)> is never closed")
        }
    }

    /// Nodes for which `test` holds, in document order.
    func all(_ test: (Node) -> Bool) -> [Int] { nodes.indices.filter { test(nodes[$0]) } }

    func named(_ name: String) -> [Int] { all { $0.name == name } }

    func classed(_ name: String) -> [Int] {
        all { ($0.attributes["class"] ?? "").split(separator: " ").contains(Substring(name)) }
    }

    /// Everything below a node, itself included.
    func below(_ node: Int) -> [Int] { [node] + nodes[node].children.flatMap(below) }

    func text(_ node: Int) -> String {
        below(node).map { nodes[$0].text }.joined(separator: " ")
    }

    func ancestors(_ node: Int) -> [Int] {
        nodes[node].parent.map { [$0] + ancestors($0) } ?? []
    }
}

private struct Reader {
    enum Token {
        case text(String)
        case open(String, [String: String], isClosed: Bool)
        case close(String)
    }
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func expect(_ text: String) throws {
        let wanted = Array(text.utf8)
        guard bytes[at...].starts(with: wanted) else { throw fault("expected \(text)") }
        at += wanted.count
    }

    func fault(_ text: String) -> Document.Fault {
        let near = String(
            decoding: bytes[max(0, at - 60)..<min(bytes.count, at + 60)], as: UTF8.self)
        return .init(description: "\(text) near: \(near)")
    }

    mutating func next() throws -> Token? {
        guard at < bytes.count else { return nil }
        guard bytes[at] == UInt8(ascii: "<") else { return .text(try text(until: "<")) }
        at += 1
        if bytes[at] == UInt8(ascii: "/") {
            at += 1
            let name = try word()
            try expect(">")
            return .close(name)
        }
        let name = try word()
        var attributes: [String: String] = [:]
        while bytes[at] == 0x20 {
            at += 1
            let key = try word()
            try expect("=\"")
            let value = try text(until: "\"")
            try expect("\"")
            guard attributes[key] == nil else { throw fault("\(key) twice") }
            attributes[key] = value
        }
        let isClosed = bytes[at] == UInt8(ascii: "/")
        if isClosed { at += 1 }
        try expect(">")
        return .open(name, attributes, isClosed: isClosed)
    }

    private mutating func word() throws -> String {
        let start = at
        while at < bytes.count, isName(bytes[at]) { at += 1 }
        guard at > start else { throw fault("a name is missing") }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private func isName(_ byte: UInt8) -> Bool {
        (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57)
            || byte == 45 || byte == 95 || byte == 58
    }

    private mutating func text(until end: Unicode.Scalar) throws -> String {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: end) {
            if bytes[at] == UInt8(ascii: "<") || bytes[at] == UInt8(ascii: ">") {
                throw fault("a bare angle bracket")
            }
            at += 1
        }
        let raw = String(decoding: bytes[start..<at], as: UTF8.self)
        return try Self.decoded(raw, fault("an unknown entity"))
    }

    private static func decoded(_ text: String, _ fault: Document.Fault) throws -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        let entities = [
            "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#13;": "\r",
        ]
        while let place = rest.firstIndex(of: "&") {
            result += rest[..<place]
            rest = rest[place...]
            guard let known = entities.first(where: { rest.hasPrefix($0.key) }) else { throw fault }
            result += known.value
            rest = rest.dropFirst(known.key.count)
        }
        return result + rest
    }
}
