/// An element with the given attributes and content.
///
/// In the content text is escaped, and `if`, `for` and optional values may be used.
package func element(
    _ name: StaticString, _ attributes: [Attribute] = [],
    @MarkupBuilder content: () throws -> Markup
) rethrows -> Markup {
    let inner = try content()
    var markup = Markup()
    markup.reserve(inner.bytes.count + 64)
    markup.open(name, attributes)
    markup.append(inner)
    markup.close(name)
    return markup
}

/// An element that holds only text, which is escaped.
package func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
) -> Markup {
    var markup = Markup()
    markup.reserve(text.utf8.count + 64)
    markup.appendElement(name, attributes, text: text)
    return markup
}

/// An element that never has content, such as `input`, `br` or `path`: `<br/>`.
package func emptyElement(_ name: StaticString, _ attributes: [Attribute] = []) -> Markup {
    var markup = Markup()
    markup.appendEmptyElement(name, attributes)
    return markup
}

extension Markup {
    /// Appends an element; `content` writes what stands in it into the same buffer.
    package mutating func appendElement(
        _ name: StaticString, _ attributes: [Attribute] = [], content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// Appends an element that holds only text, which is escaped.
    package mutating func appendElement(
        _ name: StaticString, _ attributes: [Attribute] = [], text: String
    ) {
        open(name, attributes)
        append(text: text)
        close(name)
    }

    /// Appends an element that never has content.
    package mutating func appendEmptyElement(
        _ name: StaticString, _ attributes: [Attribute] = []
    ) {
        append(byte: UInt8(ascii: "<"))
        append(literal: name)
        for attribute in attributes { append(attribute) }
        append(literal: "/>")
    }

    mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        append(byte: UInt8(ascii: "<"))
        append(literal: name)
        for attribute in attributes { append(attribute) }
        append(byte: UInt8(ascii: ">"))
    }

    mutating func close(_ name: StaticString) {
        append(literal: "</")
        append(literal: name)
        append(byte: UInt8(ascii: ">"))
    }
}
