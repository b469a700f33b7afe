import Values

/// A pull parser for the XML of workbooks (UTF-8, no document type): elements, attributes, text.
/// Namespace prefixes are dropped.
struct XMLPull {
    enum Event {
        case start(name: String, isEmpty: Bool)
        case end(name: String)
        case text
        case finished
    }

    private let bytes: [UInt8]
    private var place = 0
    /// Where the attributes of the last start tag are written.
    private var attributes: Range<Int> = 0..<0
    /// The text of the last `text` event, references resolved.
    private(set) var text: [UInt8] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// The next event; throws `.damaged` where the bytes are no XML or have a document type.
    mutating func next() throws(ContainerFault) -> Event {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let end = find(UInt8(ascii: "<"), from: place) ?? bytes.count
                text = decoded(place..<end)
                place = end
                return .text
            }
            if starts(with: "<!--") {
                place = try skip(to: "-->", from: place + 4)
            } else if starts(with: "<![CDATA[") {
                let end = try skip(to: "]]>", from: place + 9)
                text = Array(bytes[(place + 9)..<(end - 3)])
                place = end
                return .text
            } else if starts(with: "<?") {
                place = try skip(to: "?>", from: place + 2)
            } else if starts(with: "<!") {
                // Entities of a document type could grow without bound, and no workbook has one.
                throw .damaged(entry: nil)
            } else {
                return try tag()
            }
        }
        return .finished
    }

    /// An attribute of the last start tag, references resolved; `nil` without it.
    func attribute(_ name: String) -> String? {
        var at = attributes.lowerBound
        while let equals = find(UInt8(ascii: "="), from: at), equals < attributes.upperBound {
            guard equals + 1 < attributes.upperBound else { return nil }
            let quote = bytes[equals + 1]
            guard quote == 0x22 || quote == 0x27, let end = find(quote, from: equals + 2),
                end < attributes.upperBound
            else { return nil }
            if isName(at..<equals, name) {
                return String(decoding: decoded((equals + 2)..<end), as: UTF8.self)
            }
            at = end + 1
        }
        return nil
    }

    /// Whether the range holds that name, blanks and a prefix aside.
    private func isName(_ range: Range<Int>, _ name: String) -> Bool {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isSpace(bytes[start]) { start += 1 }
        while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
        let begin = end - name.utf8.count
        guard begin >= start, starts(with: name, at: begin) else { return false }
        return begin == start || bytes[begin - 1] == UInt8(ascii: ":")
    }

    private mutating func tag() throws(ContainerFault) -> Event {
        guard let end = tagEnd() else { throw .damaged(entry: nil) }
        let isEnd = place + 1 < end && bytes[place + 1] == UInt8(ascii: "/")
        let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
        let start = place + (isEnd ? 2 : 1)
        var nameEnd = start
        while nameEnd < end, !Self.isSpace(bytes[nameEnd]), bytes[nameEnd] != UInt8(ascii: "/") {
            nameEnd += 1
        }
        guard nameEnd > start else { throw .damaged(entry: nil) }
        let local = bytes[start..<nameEnd].split(separator: UInt8(ascii: ":")).last ?? []
        let name = String(decoding: local, as: UTF8.self)
        attributes = nameEnd..<max(nameEnd, isEmpty ? end - 1 : end)
        place = end + 1
        return isEnd ? .end(name: name) : .start(name: name, isEmpty: isEmpty)
    }

    /// The `>` that ends the tag here, those within attribute values left out.
    private func tagEnd() -> Int? {
        var quote: UInt8 = 0
        for at in place..<bytes.count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at
            }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            if bytes[at] == byte { return at }
            at += 1
        }
        return nil
    }

    private func starts(with text: String) -> Bool { starts(with: text, at: place) }

    private func starts(with text: String, at start: Int) -> Bool {
        let mark = text.utf8
        guard start + mark.count <= bytes.count else { return false }
        return zip(mark, bytes[start...]).allSatisfy { $0 == $1 }
    }

    /// The position behind the next `mark`; throws where there is none.
    private func skip(to mark: String, from start: Int) throws(ContainerFault) -> Int {
        var at = start
        while let found = find(mark.utf8.first ?? 0, from: at) {
            if starts(with: mark, at: found) { return found + mark.utf8.count }
            at = found + 1
        }
        throw .damaged(entry: nil)
    }

    /// Text with its references resolved; references to unknown names stay as written.
    private func decoded(_ range: Range<Int>) -> [UInt8] {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return Array(bytes[range]) }
        var result: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] == UInt8(ascii: "&"), let end = find(UInt8(ascii: ";"), from: at),
                end < range.upperBound, end - at <= 10
            {
                result += Self.reference(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
                at = end + 1
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return result
    }

    private static func reference(_ name: String) -> [UInt8] {
        let named = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]
        if let text = named[name] { return Array(text.utf8) }
        guard name.hasPrefix("#") else { return Array("&\(name);".utf8) }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = value.flatMap(Unicode.Scalar.init) else { return [] }
        return Array(String(Character(scalar)).utf8)
    }
}
