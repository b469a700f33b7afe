/// Reads JSON lines: on each line an object whose values are numbers, texts, true, false or null.
enum JSONRows {
    static func read(_ bytes: [UInt8]) -> SentRows {
        var found = SentRows()
        var collector = TableCollector()
        var index = 0
        var lines = bytes[...]
        if lines.starts(with: [0xEF, 0xBB, 0xBF]) { lines = lines.dropFirst(3) }
        while !lines.isEmpty {
            let end = lines.firstIndex(of: 0x0A) ?? lines.endIndex
            let line = lines[lines.startIndex..<end]
            lines = end < lines.endIndex ? lines[(end + 1)...] : []
            guard line.contains(where: { !FlatJSON.isBlank($0) }) else { continue }
            if let reason = take(line, into: &collector) {
                found.refused.append(RefusedRow(index: index, reason: reason))
            }
            index += 1
        }
        found.tables = collector.tables
        return found
    }

    /// Why the line is no row; `nil` where it was taken.
    private static func take(
        _ line: ArraySlice<UInt8>, into collector: inout TableCollector
    ) -> String? {
        guard line.isUTF8 else { return "is not UTF-8" }
        var cells: TableCollector.Cells = []
        do {
            var json = FlatJSON(line)
            cells = try json.object()
        } catch {
            return error.reason
        }
        guard cells.contains(where: { !$0.text.isEmpty }) else { return "is empty" }
        var names: Set<String> = []
        for (name, text) in cells {
            if let fault = SentLimits.fault(inName: name) ?? SentLimits.fault(inCell: text) {
                return fault
            }
            guard names.insert(name).inserted else { return "has the name \(name) twice" }
        }
        return collector.add(cells, to: SentTable.plainStream)
    }
}

/// Parses a JSON object (RFC 8259) without objects and arrays in it.
///
/// A number is kept as it was written, so that no digit is lost; null is an empty text.
struct FlatJSON {
    /// What is wrong, as the end of a sentence about the line.
    struct Fault: Error { let reason: String }

    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Reads the whole line; only blanks may follow the object.
    mutating func object() throws(Fault) -> TableCollector.Cells {
        var cells: TableCollector.Cells = []
        try require(UInt8(ascii: "{"), "an object")
        skipBlanks()
        if peek != UInt8(ascii: "}") {
            while true {
                skipBlanks()
                let name = String(decoding: try text("a name in quotes"), as: UTF8.self).trimmed
                try require(UInt8(ascii: ":"), "a colon")
                skipBlanks()
                cells.append((name, try value(of: name)))
                skipBlanks()
                guard peek == UInt8(ascii: ",") else { break }
                place += 1
            }
        }
        try require(UInt8(ascii: "}"), "a comma or the object's end")
        skipBlanks()
        guard peek == nil else { throw unexpected("the line's end") }
        return cells
    }

    private mutating func value(of name: String) throws(Fault) -> ArraySlice<UInt8> {
        switch peek {
        case .quote: return try text("a text")
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let what = peek == UInt8(ascii: "{") ? "an object" : "an array"
            throw Fault(
                reason: "has \(what) as \(name); expected a number, a text, true, false or null")
        case UInt8(ascii: "t"): return try word("true")
        case UInt8(ascii: "f"): return try word("false")
        case UInt8(ascii: "n"):
            _ = try word("null")
            return []
        default: return try number()
        }
    }

    private mutating func word(_ word: String) throws(Fault) -> ArraySlice<UInt8> {
        guard bytes[place...].starts(with: word.utf8) else { throw unexpected("a value") }
        defer { place += word.utf8.count }
        return bytes[place..<(place + word.utf8.count)]
    }

    private mutating func number() throws(Fault) -> ArraySlice<UInt8> {
        let start = place
        if peek == UInt8(ascii: "-") { place += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[place - whole] != UInt8(ascii: "0") else {
            place = start
            throw unexpected("a value")
        }
        if peek == UInt8(ascii: ".") {
            place += 1
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            place += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { place += 1 }
            guard digits() > 0 else { throw unexpected("a digit") }
        }
        return bytes[start..<place]
    }

    /// Skips digits and counts them.
    private mutating func digits() -> Int {
        let start = place
        while let byte = peek, byte >= 0x30, byte <= 0x39 { place += 1 }
        return place - start
    }

    private mutating func text(_ expected: String) throws(Fault) -> ArraySlice<UInt8> {
        guard peek == .quote else { throw unexpected(expected) }
        place += 1
        let start = place
        while let byte = peek, byte != .quote, byte != UInt8(ascii: "\\"), byte >= 0x20 {
            place += 1
        }
        if peek == .quote {
            place += 1
            return bytes[start..<(place - 1)]
        }
        var text = Array(bytes[start..<place])
        while let byte = peek {
            place += 1
            switch byte {
            case .quote: return text[...]
            case UInt8(ascii: "\\"): try appendEscaped(to: &text)
            case 0..<0x20: throw Fault(reason: "has a control character in a text")
            default: text.append(byte)
            }
        }
        throw Fault(reason: "ends within a text")
    }

    private mutating func appendEscaped(to text: inout [UInt8]) throws(Fault) {
        guard let byte = peek else { throw Fault(reason: "ends within a text") }
        place += 1
        switch byte {
        case .quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
        default: throw Fault(reason: "has an unknown escape in a text")
        }
    }

    /// The character of one or two escapes in UTF-16; half a pair alone is none.
    private mutating func scalar() throws(Fault) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
        let isPair = first < 0xDC00 && bytes[place...].starts(with: #"\u"#.utf8)
        guard isPair else { throw Fault(reason: "has half a character in a text") }
        place += 2
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second) else {
            throw Fault(reason: "has half a character in a text")
        }
        let value = 0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        guard let scalar = Unicode.Scalar(value) else {
            throw Fault(reason: "has half a character in a text")
        }
        return scalar
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Fault(reason: "has a broken escape in a text") }
        place += 4
        return unit
    }

    private var peek: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = peek, Self.isBlank(byte) { place += 1 }
    }

    private mutating func require(_ byte: UInt8, _ expected: String) throws(Fault) {
        skipBlanks()
        guard peek == byte else { throw unexpected(expected) }
        place += 1
    }

    private func unexpected(_ expected: String) -> Fault {
        Fault(reason: "is no JSON: expected \(expected) at byte \(place - bytes.startIndex + 1)")
    }
}
