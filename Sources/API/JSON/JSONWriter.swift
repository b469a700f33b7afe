/// Writes JSON (RFC 8259) in the order in which it is told, without building a tree.
///
/// Numbers that are not finite become null: JSON has no others. Whole numbers are written without
/// a fraction, all others with the fewest digits that read back as the same number.
///
/// - Complexity: amortised O(bytes) into one buffer.
package struct JSONWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    /// Whether the next value or name needs a comma before it.
    private var needsComma = false

    /// Nothing written yet.
    package init() {}

    /// An object; `fields` writes names and values in turn.
    package mutating func object(_ fields: (inout JSONWriter) throws -> Void) rethrows {
        try nested(UInt8(ascii: "{"), UInt8(ascii: "}"), fields)
    }

    /// An array; `values` writes its elements.
    package mutating func array(_ values: (inout JSONWriter) throws -> Void) rethrows {
        try nested(UInt8(ascii: "["), UInt8(ascii: "]"), values)
    }

    /// The name of an object's next value.
    package mutating func name(_ name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A string.
    package mutating func text(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { append(byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A number; null where it is not finite.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return count(whole) }
        separate()
        bytes += Array("\(value)".utf8)
    }

    /// A whole number.
    package mutating func count(_ value: Int) {
        separate()
        bytes += Array(String(value).utf8)
    }

    /// True or false.
    package mutating func flag(_ value: Bool) {
        separate()
        bytes += Array((value ? "true" : "false").utf8)
    }

    /// What is not known.
    package mutating func null() {
        separate()
        bytes += Array("null".utf8)
    }

    private mutating func nested(
        _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(open)
        needsComma = false
        try body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// A byte of a string. Beside what RFC 8259 §7 asks for, DEL stays as it is.
    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: bytes += Array(#"\n"#.utf8)
        case 0x0D: bytes += Array(#"\r"#.utf8)
        case 0x09: bytes += Array(#"\t"#.utf8)
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            bytes += Array((#"\u00"# + (digits.count < 2 ? "0" : "") + digits).utf8)
        default: bytes.append(byte)
        }
    }
}
