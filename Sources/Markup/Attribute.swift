/// One attribute of an element.
///
/// Names are literals of the source code. Debug builds refuse event handlers and `style`, since the
/// pages run under a strict content security policy, and names of addresses: these have functions
/// of their own, which take a `URLReference` or a literal.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case text(String)
        case literal(StaticString)
        case literals([StaticString])
        case pair(StaticString, StaticString)
        case number(Double)
        case path(PathData)
        case box(Double, Double)
        case flag
    }

    let name: StaticString
    let value: Value

    private init(checked name: StaticString, _ value: Value) {
        assert(Self.isPlain(name), "\(name) needs its own attribute function")
        self.name = name
        self.value = value
    }

    private init(name: StaticString, value: Value) {
        self.name = name
        self.value = value
    }

    /// With text, which is escaped.
    package static func attribute(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(checked: name, .text(value))
    }

    /// With a value that stands in the source code and is not escaped.
    package static func fixed(_ name: StaticString, _ value: StaticString) -> Attribute {
        Attribute(checked: name, .literal(value))
    }

    /// With a number of at most two decimals, written as `DecimalText` says.
    package static func number(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(checked: name, .number(value))
    }

    /// An attribute without a value, such as `checked`.
    package static func flag(_ name: StaticString) -> Attribute {
        Attribute(checked: name, .flag)
    }

    /// The outline of a `path` (attribute `d`).
    package static func path(_ data: PathData) -> Attribute {
        Attribute(name: "d", value: .path(data))
    }

    package static func `class`(_ name: StaticString) -> Attribute {
        Attribute(name: "class", value: .literal(name))
    }

    package static func `class`(_ first: StaticString, _ second: StaticString) -> Attribute {
        Attribute(name: "class", value: .pair(first, second))
    }

    package static func classes(_ names: [StaticString]) -> Attribute {
        Attribute(name: "class", value: .literals(names))
    }

    /// An identifier; each byte of UTF-8 that is no ASCII letter, digit, `-` or `_` becomes `-`, so
    /// that lists of identifiers can refer to it.
    package static func id(_ value: String) -> Attribute {
        Attribute(name: "id", value: .text(identifier(value)))
    }

    /// References to identifiers made by `id`, for `aria-labelledby`, `for` and the like.
    package static func references(_ name: StaticString, _ identifiers: [String]) -> Attribute {
        let list = identifiers.map(identifier).joined(separator: " ")
        return Attribute(checked: name, .text(list))
    }

    package static func href(_ url: URLReference) -> Attribute {
        Attribute(name: "href", value: .text(url.text))
    }

    /// A link written as it is, such as a drawing by `data:`.
    package static func href(fixed address: StaticString) -> Attribute {
        Attribute(name: "href", value: .literal(address))
    }

    package static func src(_ url: URLReference) -> Attribute {
        Attribute(name: "src", value: .text(url.text))
    }

    /// The address to which a form is sent.
    package static func action(_ url: URLReference) -> Attribute {
        Attribute(name: "action", value: .text(url.text))
    }

    static func identifier(_ text: String) -> String {
        let allowed = text.utf8.map { isIdentifierByte($0) ? $0 : UInt8(ascii: "-") }
        return allowed.isEmpty ? "-" : String(decoding: allowed, as: UTF8.self)
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isPlain(_ name: StaticString) -> Bool {
        let text = name.description
        let refused = ["style", "href", "src", "action", "formaction", "xlink:href", "srcdoc"]
        return !text.hasPrefix("on") && !refused.contains(text)
            && text.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && !Array("\"'<>/=".utf8).contains($0)
            }
    }
}

extension Markup {
    mutating func append(_ attribute: Attribute) {
        append(byte: UInt8(ascii: " "))
        append(literal: attribute.name)
        if case .flag = attribute.value {
            append(literal: "=\"\"")
            return
        }
        append(literal: "=\"")
        appendValue(attribute.value)
        append(byte: UInt8(ascii: "\""))
    }

    private mutating func appendValue(_ value: Attribute.Value) {
        switch value {
        case .text(let text): append(text: text)
        case .literal(let literal): append(literal: literal)
        case .literals(let literals): appendWords(literals)
        case .pair(let first, let second): appendWords([first, second])
        case .number(let number): append(decimal: number)
        case .path(let data): append(data)
        case .box(let width, let height): appendBox(width, height)
        case .flag: break
        }
    }

    private mutating func appendBox(_ width: Double, _ height: Double) {
        append(literal: "0 0 ")
        append(decimal: width)
        append(byte: UInt8(ascii: " "))
        append(decimal: height)
    }

    private mutating func appendWords(_ words: [StaticString]) {
        for (index, word) in words.enumerated() {
            if index > 0 { append(byte: UInt8(ascii: " ")) }
            append(literal: word)
        }
    }
}

extension Attribute {
    /// The coordinates of a drawing, from (0, 0) to its width and height.
    package static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute(name: "viewBox", value: .box(width, height))
    }
}
