/// A piece of HTML or SVG that is escaped by construction.
///
/// The bytes are UTF-8. There are four ways in: the escaping initialiser for text, `literal` for
/// text of the source code, the element functions, and numbers. A string made at run time can
/// therefore never become a tag or leave its attribute.
///
/// ```swift
/// let row = element("tr") {
///     element("th", [.attribute("scope", "row")]) { device }
///     element("td", [.class("r")]) { "3,919" }
/// }
/// ```
///
/// - Complexity: appending is amortised O(bytes appended), into one contiguous buffer.
package struct Markup: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    package init() {
        bytes = []
    }

    /// `text` with all that could end a text or an attribute escaped. Control characters other than
    /// tab, line feed and carriage return, and characters forbidden in XML 1.0, become U+FFFD.
    package init(_ text: String) {
        bytes = []
        Escaping.append(text, to: &bytes)
    }

    /// Text of the source code, taken as it is.
    package static func literal(_ text: StaticString) -> Markup {
        var markup = Markup()
        markup.append(literal: text)
        return markup
    }

    /// A style sheet as an element. In HTML its text is not decoded, so nothing is escaped; what
    /// could end the element or begin a reference is left out.
    package static func style(_ css: String) -> Markup {
        var markup = literal("<style>")
        markup.bytes += css.utf8.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }
        markup.append(literal: "</style>")
        return markup
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Makes room for `count` more bytes, so that a long page grows its buffer once.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + max(0, count))
    }

    package mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    package mutating func append(text: String) {
        Escaping.append(text, to: &bytes)
    }

    package mutating func append(literal: StaticString) {
        literal.appendBytes(to: &bytes)
    }

    /// Appends a number as `DecimalText` writes it.
    package mutating func append(decimal: Double) {
        DecimalText.append(decimal, to: &bytes)
    }

    mutating func append(_ path: PathData) {
        bytes.append(contentsOf: path.bytes)
    }

    mutating func append(byte: UInt8) {
        bytes.append(byte)
    }
}

extension Markup: CustomStringConvertible {
    /// For tests and logs.
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension Collection<Markup> {
    package func joined() -> Markup {
        var result = Markup()
        result.reserve(reduce(0) { $0 + $1.bytes.count })
        for piece in self { result.append(piece) }
        return result
    }
}
