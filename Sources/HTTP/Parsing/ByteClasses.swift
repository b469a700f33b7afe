/// The classes of bytes that HTTP's grammar is made of (RFC 9110 §5.6, RFC 3986 §2).
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote = UInt8(ascii: "\"")
    static let colon = UInt8(ascii: ":")
    static let slash = UInt8(ascii: "/")
    static let percent = UInt8(ascii: "%")
    static let hyphen = UInt8(ascii: "-")

    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// `tchar`: letters, digits and ``!#$%&'*+-.^_`|~``, of which methods and field names consist.
    var isToken: Bool { isMember(low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE) }

    /// Field values: visible characters, space, tab and obs-text, but no other control byte.
    var isFieldContent: Bool { self >= 0x20 && self != 0x7F || self == .tab }

    /// Space or tab, the only optional white space between tokens.
    var isBlank: Bool { self == .space || self == .tab }

    /// `pchar` but for the percent sign: letters, digits and `!$&'()*+,-.:;=@_~`, which a path
    /// segment may hold unencoded.
    var isPathCharacter: Bool { isMember(low: 0x2FFF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFF) }

    /// What a query may hold unencoded: what the grammar allows, and what browsers leave as it is.
    var isQueryCharacter: Bool {
        switch self {
        case .quote, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), .percent: false
        default: self > 0x20 && self < 0x7F
        }
    }

    var hexDigitValue: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }

    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    private func isMember(low: UInt64, high: UInt64) -> Bool {
        self < 0x80 && (self < 64 ? low >> UInt64(self) : high >> UInt64(self & 63)) & 1 == 1
    }
}

extension Collection where Element == UInt8 {
    /// Compares without regard to the case of ASCII letters.
    func equalsIgnoringCase(_ other: String) -> Bool {
        let other = other.utf8
        return count == other.count
            && zip(self, other).allSatisfy { $0.lowercased == $1.lowercased }
    }
}

extension BidirectionalCollection where Element == UInt8 {
    /// Without the optional white space at both ends (RFC 9110 §5.6.3).
    var trimmingBlanks: SubSequence {
        guard let first = firstIndex(where: { !$0.isBlank }),
            let last = lastIndex(where: { !$0.isBlank })
        else { return self[endIndex..<endIndex] }
        return self[first...last]
    }
}
