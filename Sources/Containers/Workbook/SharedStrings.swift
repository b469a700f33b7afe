import Values

/// The texts that a workbook's cells refer to by index (ECMA-376, part 1, 18.4).
enum SharedStrings {
    static func read(_ bytes: [UInt8]) throws(ContainerFault) -> [[UInt8]] {
        var xml = XMLPull(bytes)
        var (strings, text, path) = ([[UInt8]](), [UInt8](), [String]())
        while true {
            switch try xml.next() {
            case .start(let name, let isEmpty):
                if name == "si" {
                    text = []
                    if isEmpty { strings.append([]) }
                }
                if !isEmpty { path.append(name) }
            case .end(let name):
                guard path.popLast() == name else { throw .damaged(entry: nil) }
                if name == "si" { strings.append(unescaped(text)) }
            case .text:
                // Phonetic readings of Japanese text are in `rPh` and are no part of it.
                if path.last == "t", path.contains("si"), !path.contains("rPh") { text += xml.text }
            case .finished:
                return strings
            }
        }
    }

    /// Undoes `_x000D_`, as control characters are written (ECMA-376, part 1, 22.9.2.19).
    static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if place + 7 <= bytes.count, bytes[place] == 0x5F, bytes[place + 1] == 0x78,
                bytes[place + 6] == 0x5F,
                let value = UInt32(
                    String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result += Array(String(Character(scalar)).utf8)
                place += 7
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }
}
