/// How much of some bytes beyond ASCII is UTF-8.
struct UTF8Census {
    /// Bytes from 0x80 on.
    private(set) var highBytes = 0
    /// High bytes beside another one.
    private(set) var neighbours = 0
    /// Whole characters of several bytes.
    private(set) var characters = 0
    /// Bytes that belong to no valid character.
    private(set) var invalid = 0

    init(_ bytes: Span<UInt8>, isWhole: Bool) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                index += 1
                continue
            }
            guard let length = Self.characterLength(bytes, at: index) ?? (isWhole ? 0 : nil)
            else { return }
            characters += length == 0 ? 0 : 1
            invalid += length == 0 ? 1 : 0
            for at in index..<(index + max(1, length)) {
                highBytes += 1
                let beside =
                    (bytes.byte(at: at - 1) ?? 0) >= 0x80 || (bytes.byte(at: at + 1) ?? 0) >= 0x80
                if beside { neighbours += 1 }
            }
            index += max(1, length)
        }
    }

    /// Bytes of the character that begins here; 0 for an invalid one, `nil` where the bytes end
    /// within it.
    private static func characterLength(_ bytes: Span<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        for offset in 1..<length {
            guard let next = bytes.byte(at: index + offset) else { return nil }
            guard next & 0xC0 == 0x80 else { return 0 }
            if offset == 1, first == 0xE0 && next < 0xA0 || first == 0xED && next > 0x9F {
                return 0
            }
            if offset == 1, first == 0xF0 && next < 0x90 || first == 0xF4 && next > 0x8F {
                return 0
            }
        }
        return length
    }
}
