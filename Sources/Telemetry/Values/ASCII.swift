/// Reads ASCII bytes, for the parsers of numbers and times.
extension Span<UInt8> {
    /// The byte at a position; `nil` outside the bytes.
    func byte(at index: Int) -> UInt8? { index >= 0 && index < count ? self[index] : nil }

    /// Reads at most `maximum` digits and moves `index` past them; `nil` where no digit is.
    func integer(_ index: inout Int, maximum: Int) -> (value: Int, digits: Int)? {
        let start = index
        var value = 0
        while index < count, index - start < maximum, case let digit = self[index] &- 0x30,
            digit < 10
        {
            value = value &* 10 &+ Int(digit)
            index += 1
        }
        return index > start ? (value, index - start) : nil
    }

    /// Moves `index` past spaces and tabs.
    func skipBlanks(_ index: inout Int) {
        while index < count, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    }

    /// Reads letters, ASCII ones to lower case, and moves `index` past them; all bytes above 0x7F
    /// count as letters.
    func word(_ index: inout Int) -> [UInt8] {
        var word: [UInt8] = []
        while index < count {
            let byte = self[index]
            let lowered = byte | 0x20
            if lowered >= 0x61 && lowered <= 0x7A {
                word.append(lowered)
            } else if byte >= 0x80 {
                word.append(byte)
            } else {
                break
            }
            index += 1
        }
        return word
    }

    /// Whether the bytes equal `text`, which is in lower case, whatever their own case; ASCII only.
    func equals(lowercase text: [UInt8]) -> Bool {
        guard count == text.count else { return false }
        for index in 0..<count where self[index] != text[index] {
            guard self[index] &- 0x41 < 26, self[index] | 0x20 == text[index] else { return false }
        }
        return true
    }

    /// The range without the spaces and tabs at its ends.
    var trimmedRange: Range<Int> {
        var (start, end) = (0, count)
        while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
        while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }
}

/// Texts that stand for a missing value.
struct MissingMarkers: Sendable, Hashable {
    private let texts: [[UInt8]]
    private let longest: Int

    init(_ markers: [String]) {
        texts = Array(Set(markers.map { Array($0.lowercased().utf8) }))
            .sorted { $0.count < $1.count }
        longest = texts.last?.count ?? 0
    }

    /// Whether a cell, which has no spaces around it, is empty or a marker.
    func contains(_ cell: Span<UInt8>) -> Bool {
        if cell.isEmpty { return true }
        if cell.count > longest { return false }
        for text in texts where cell.equals(lowercase: text) { return true }
        return false
    }
}
