/// A piece of HTML or SVG text that is escaped by construction.
///
/// The bytes are UTF-8. There are four ways in: the escaping initialiser for text, `literal` for
/// text that stands in the source code, the element functions, and numbers. A string made at run
/// time can therefore never become a tag or leave its attribute.
///
/// ```swift
/// let row = element("tr") {
///     element("th", [.attribute("scope", "row")]) { device }
///     element("td", [.class("r")]) { "3,919" }
/// }
/// ```
///
/// Appending costs amortised O(bytes appended); all pieces end in one contiguous buffer.
package struct Markup: Sendable, Equatable {
    /// The UTF-8 bytes, ready to be sent.
    package private(set) var bytes: [UInt8]

    /// Nothing.
    package init() {
        bytes = []
    }

    /// `text` with every character that could end a text or an attribute escaped, and control
    /// characters and characters that XML 1.0 forbids replaced by U+FFFD.
    package init(_ text: String) {
        bytes = []
        Escaping.append(text, to: &bytes)
    }

    /// Text that stands in the source code, taken as it is.
    package static func literal(_ text: StaticString) -> Markup {
        var markup = Markup()
        markup.append(literal: text)
        return markup
    }

    /// Whether nothing has been written.
    package var isEmpty: Bool { bytes.isEmpty }

    /// Makes room for `count` more bytes, so that a long page grows its buffer once.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + max(0, count))
    }

    /// Appends another piece.
    package mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Appends text, escaped.
    package mutating func append(text: String) {
        Escaping.append(text, to: &bytes)
    }

    /// Appends text that stands in the source code, as it is.
    package mutating func append(literal: StaticString) {
        literal.appendBytes(to: &bytes)
    }

    /// Appends a number with at most two decimals, never an exponent; see `DecimalText`.
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
    /// The bytes as a string, for tests and logs.
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension Collection<Markup> {
    /// All pieces one after another.
    package func joined() -> Markup {
        var result = Markup()
        result.reserve(reduce(0) { $0 + $1.bytes.count })
        for piece in self { result.append(piece) }
        return result
    }
}
