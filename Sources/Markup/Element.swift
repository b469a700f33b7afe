/// An element; its content takes pieces, texts (which are escaped), `if` and `for`.
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

/// An element with text, which is escaped.
package func element(
    _ name: StaticString, _ attributes: [Attribute] = [], text: String
) -> Markup {
    var markup = Markup()
    markup.reserve(text.utf8.count + 64)
    markup.appendElement(name, attributes, text: text)
    return markup
}

/// An element without content, such as `input`, `br` or `path`: `<br/>`.
package func emptyElement(_ name: StaticString, _ attributes: [Attribute] = []) -> Markup {
    var markup = Markup()
    markup.appendEmptyElement(name, attributes)
    return markup
}

extension Markup {
    /// Appends an element whose content is written into the same buffer, without a copy.
    package mutating func appendElement(
        _ name: StaticString, _ attributes: [Attribute] = [], content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    package mutating func appendElement(
        _ name: StaticString, _ attributes: [Attribute] = [], text: String
    ) {
        open(name, attributes)
        append(text: text)
        close(name)
    }

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
