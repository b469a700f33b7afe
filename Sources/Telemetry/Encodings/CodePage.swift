private import CSystem
private import Synchronization
import Values

/// An encoding whose first 128 characters are those of ASCII, as tables.
struct CodePage: Sendable {
    /// The scalar of each byte; `lead` where it begins a longer character, `none` where it is
    /// invalid.
    let single: [UInt32]
    /// The scalar of each pair, at first << 8 | second; empty where all characters are single
    /// bytes.
    let pairs: [UInt32]
    /// In EUC-JP the scalar of the two bytes that follow 0x8F, indexed the same way; else empty.
    let behind8F: [UInt32]
    /// The Windows code page number.
    let number: Int

    static let lead: UInt32 = 0xFFFF_FFFF
    static let none: UInt32 = 0xFFFD

    private static let made = Mutex<[CSVDialect.Encoding: CodePage]>([:])

    /// The page of an encoding; `nil` for Unicode, and where the system's iconv does not know it.
    ///
    /// Made once and kept: 128 characters take microseconds, East Asian pages some ten
    /// milliseconds.
    static func page(_ encoding: CSVDialect.Encoding) -> CodePage? {
        guard let number = encoding.codePage else { return nil }
        return made.withLock { pages in
            if let page = pages[encoding] { return page }
            pages[encoding] = CodePage(number)
            return pages[encoding]
        }
    }

    private init?(_ number: Int) {
        let handle = csystem_encoding_open(Int32(number))
        guard handle > 0 else { return nil }
        defer { csystem_encoding_close(handle) }
        let scalar = { (bytes: Int, count: Int32) -> UInt32 in
            switch csystem_encoding_scalar(handle, UInt32(bytes), count) {
            case -2: Self.lead
            case let value: UInt32(exactly: value) ?? Self.none
            }
        }
        let single = (0..<256).map { $0 < 0x80 ? UInt32($0) : scalar($0, 1) }
        self.number = number
        self.single = single
        guard single.contains(Self.lead) else {
            (pairs, behind8F) = ([], [])
            return
        }
        let table = { (lead: Int, isTriple: Bool) in
            (0..<256).map { trail -> UInt32 in
                guard trail >= 0x40, trail != 0x7F else { return Self.none }
                let bytes = lead << 8 | trail
                let value = isTriple ? scalar(0x8F_0000 | bytes, 3) : scalar(bytes, 2)
                return value == Self.lead ? Self.none : value
            }
        }
        let empty = [UInt32](repeating: Self.none, count: 256)
        pairs = (0..<256).flatMap { single[$0] == Self.lead ? table($0, false) : empty }
        behind8F = number == 51932 ? (0..<256).flatMap { $0 < 0xA1 ? empty : table($0, true) } : []
    }

    /// The scalar of four bytes in GB 18030, the first in the highest.
    static func scalar(gb18030 bytes: UInt32) -> UInt32 {
        let handle = csystem_encoding_open(54936)
        guard handle > 0 else { return none }
        defer { csystem_encoding_close(handle) }
        return UInt32(exactly: csystem_encoding_scalar(handle, bytes, 4)) ?? none
    }

    /// The character at a position and its length in bytes; `nil` where the bytes end within it.
    ///
    /// A byte that begins no valid character is U+FFFD alone: what follows it, a line end above
    /// all, is read on its own.
    func character(_ bytes: Span<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int)? {
        let first = Int(bytes[index])
        let scalar = single[first]
        guard scalar == Self.lead else { return (scalar, 1) }
        guard let second = bytes.byte(at: index + 1) else { return nil }
        let pair = pairs[first << 8 | Int(second)]
        if pair != Self.none { return (pair, 2) }
        if number == 54936, second &- 0x30 < 10 { return four(bytes, index) }
        if number == 51932, first == 0x8F, second >= 0xA1 {
            guard let third = bytes.byte(at: index + 2) else { return nil }
            let value = behind8F[Int(second) << 8 | Int(third)]
            return value == Self.none ? (value, 1) : (value, 3)
        }
        return (Self.none, 1)
    }

    private func four(_ bytes: Span<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int)? {
        guard let third = bytes.byte(at: index + 2), let fourth = bytes.byte(at: index + 3) else {
            return nil
        }
        guard third >= 0x81, fourth &- 0x30 < 10 else { return (Self.none, 1) }
        let start = UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16
        let value = Self.scalar(gb18030: start | UInt32(third) << 8 | UInt32(fourth))
        return value == Self.none ? (value, 1) : (value, 4)
    }
}

extension CSVDialect.Encoding {
    /// The Windows code page number; `nil` for Unicode.
    var codePage: Int? {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: nil
        case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255,
            .windows1256, .windows1257, .windows1258:
            Int(rawValue.suffix(4))
        case .iso8859p1, .iso8859p2, .iso8859p3, .iso8859p4, .iso8859p5, .iso8859p6, .iso8859p7,
            .iso8859p8, .iso8859p9, .iso8859p10, .iso8859p11, .iso8859p13, .iso8859p14,
            .iso8859p15, .iso8859p16:
            rawValue.split(separator: "p").last.flatMap { Int($0) }.map { 28_590 + $0 }
        case .koi8R: 20_866
        case .koi8U: 21_866
        case .cp437, .cp850, .cp852, .cp855, .cp866: Int(rawValue.suffix(3))
        case .macRoman: 10_000
        case .shiftJIS: 932
        case .eucJP: 51_932
        case .gb18030: 54_936
        case .big5: 950
        case .eucKR: 949
        }
    }

    /// Bytes of a code unit; 1 where ASCII characters are single bytes.
    var unitWidth: Int {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian: 2
        case .utf32LittleEndian, .utf32BigEndian: 4
        default: 1
        }
    }

    /// Whether a character's second byte may be an ASCII letter or one of `@[\]^_\`{|}~`.
    var hasASCIITrails: Bool {
        switch self {
        case .shiftJIS, .gb18030, .big5, .eucKR: true
        default: false
        }
    }
}
