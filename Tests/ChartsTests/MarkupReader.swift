import Markup

/// A strict reader of elements, attributes and text, for tests: it accepts only what is well formed
/// as XML 1.0 without a document type.
struct MarkupReader {
    struct Node: Equatable {
        var name: String
        var attributes: [String: String]
        var text = ""
        var children: [Node] = []

        /// This node and all below it.
        var all: [Node] { [self] + children.flatMap(\.all) }

        /// The text of this node and all below it.
        var allText: String { text + children.map(\.allText).joined() }

        func first(_ name: String) -> Node? { children.first { $0.name == name } }
        func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
        var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }
    }

    struct Malformed: Error, CustomStringConvertible {
        let reason: String
        let position: Int
        var description: String { "\(reason) at \(position)" }
    }

    private let characters: [Character]
    private var position = 0

    /// The top-level elements of `text`.
    static func read(_ text: String) throws -> [Node] {
        var reader = MarkupReader(characters: Array(text))
        var root = Node(name: "", attributes: [:])
        try reader.content(of: &root)
        guard reader.position == reader.characters.count else {
            throw reader.malformed("an end tag without a start")
        }
        return root.children
    }

    private init(characters: [Character]) { self.characters = characters }

    private func malformed(_ reason: String) -> Malformed {
        Malformed(reason: reason, position: position)
    }

    private var next: Character? {
        characters.indices.contains(position) ? characters[position] : nil
    }

    private func starts(with text: String) -> Bool {
        characters[min(position, characters.count)...].starts(with: text)
    }

    private mutating func take(_ text: String) throws {
        guard starts(with: text) else { throw malformed("expected \(text)") }
        position += text.count
    }

    private mutating func content(of node: inout Node) throws {
        while let character = next {
            if starts(with: "</") { return }
            if character == "<" {
                node.children.append(try element())
            } else {
                node.text += try self.character()
            }
        }
    }

    private mutating func element() throws -> Node {
        try take("<")
        var node = Node(name: try name(), attributes: [:])
        while next == " " {
            position += 1
            let name = try self.name()
            guard node.attributes[name] == nil else { throw malformed("\(name) twice") }
            try take("=\"")
            var value = ""
            while let character = next, character != "\"" {
                guard character != "<" else { throw malformed("< in an attribute") }
                value += try self.character()
            }
            try take("\"")
            node.attributes[name] = value
        }
        if starts(with: "/>") {
            try take("/>")
            return node
        }
        try take(">")
        try content(of: &node)
        try take("</" + node.name + ">")
        return node
    }

    private mutating func name() throws -> String {
        var name = ""
        while let character = next,
            character.isLetter || character.isNumber || "-_:".contains(character)
        {
            name.append(character)
            position += 1
        }
        guard !name.isEmpty else { throw malformed("no name") }
        return name
    }

    private mutating func character() throws -> String {
        let entities = [
            "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#13;": "\r",
        ]
        guard let character = next else { throw malformed("the end") }
        guard character == "&" else {
            guard character != ">" && character.unicodeScalars.allSatisfy(Self.isAllowed) else {
                throw malformed("a character that must not stand: \(character.unicodeScalars)")
            }
            position += 1
            return String(character)
        }
        for (entity, meaning) in entities where starts(with: entity) {
            position += entity.count
            return meaning
        }
        throw malformed("an unknown entity")
    }

    /// Char of XML 1.0, less the control characters that HTML forbids.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
