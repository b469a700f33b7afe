extension Markup {
    /// What a reader of the markup reads: its text on one line, without tags, drawings, forms and
    /// scripts, with single spaces where a block ends.
    ///
    /// - Complexity: O(bytes).
    package var plainText: String {
        var reader = PlainTextReader()
        for byte in bytes { reader.take(byte) }
        return reader.text
    }
}

/// Takes markup of this target byte by byte. It knows what `Markup` can hold (quoted attributes,
/// escaped text) and nothing else of HTML.
private struct PlainTextReader {
    private var words: [UInt8] = []
    private var tag: [UInt8]?
    private var reference: [UInt8]?
    /// How many elements are open that are no text, one within the other.
    private var skipped = 0
    private var quote: UInt8?

    /// Elements whose content is no text.
    private static let silent: Set<String> = ["svg", "form", "script", "style", "head", "select"]
    /// Elements within a line: their ends part no words.
    private static let inline: Set<String> = [
        "a", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "abbr",
    ]

    var text: String {
        String(
            decoding: words.last == UInt8(ascii: " ") ? words.dropLast() : words[...], as: UTF8.self
        )
    }

    mutating func take(_ byte: UInt8) {
        if tag != nil {
            takeInTag(byte)
        } else if byte == UInt8(ascii: "<") {
            tag = []
        } else if skipped == 0 {
            takeText(byte)
        }
    }

    private mutating func takeInTag(_ byte: UInt8) {
        if let open = quote {
            if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") {
            quote = byte
        } else if byte == UInt8(ascii: ">") {
            end(tag ?? [])
            tag = nil
            return
        }
        tag?.append(byte)
    }

    private mutating func end(_ tag: [UInt8]) {
        let isEnd = tag.first == UInt8(ascii: "/")
        let letters = tag.drop { $0 == UInt8(ascii: "/") }.prefix {
            $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/")
        }
        let name = String(decoding: letters, as: UTF8.self)
        if Self.silent.contains(name), tag.last != UInt8(ascii: "/") {
            skipped = max(0, skipped + (isEnd ? -1 : 1))
        }
        if !Self.inline.contains(name) { space() }
    }

    private mutating func takeText(_ byte: UInt8) {
        if byte == UInt8(ascii: "&") {
            reference = []
        } else if let name = reference {
            guard byte == UInt8(ascii: ";") else {
                reference?.append(byte)
                return
            }
            words.append(Self.character(name))
            reference = nil
        } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
            space()
        } else {
            words.append(byte)
        }
    }

    /// Words are parted by one space, and the text does not begin with one.
    private mutating func space() {
        if let last = words.last, last != UInt8(ascii: " ") { words.append(UInt8(ascii: " ")) }
    }

    /// The character that one of the references of `Escaping` stands for; a space for others.
    private static func character(_ name: [UInt8]) -> UInt8 {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": UInt8(ascii: "&")
        case "lt": UInt8(ascii: "<")
        case "gt": UInt8(ascii: ">")
        case "quot": UInt8(ascii: "\"")
        case "#39": UInt8(ascii: "'")
        default: UInt8(ascii: " ")
        }
    }
}
