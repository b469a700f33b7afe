package import Values

extension CSVDialect.Encoding {
    /// The name by which people know the encoding, the same in all languages.
    package var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16 (little endian)"
        case .utf16BigEndian: "UTF-16 (big endian)"
        case .utf32LittleEndian: "UTF-32 (little endian)"
        case .utf32BigEndian: "UTF-32 (big endian)"
        case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255,
            .windows1256, .windows1257, .windows1258:
            "Windows-" + rawValue.suffix(4)
        case .iso8859p1, .iso8859p2, .iso8859p3, .iso8859p4, .iso8859p5, .iso8859p6, .iso8859p7,
            .iso8859p8, .iso8859p9, .iso8859p10, .iso8859p11, .iso8859p13, .iso8859p14,
            .iso8859p15, .iso8859p16:
            "ISO 8859-" + rawValue.drop { $0 != "p" }.dropFirst()
        case .koi8R: "KOI8-R"
        case .koi8U: "KOI8-U"
        case .cp437, .cp850, .cp852, .cp855, .cp866: "DOS " + rawValue.suffix(3)
        case .macRoman: "Mac Roman"
        case .shiftJIS: "Shift JIS (Windows-31J)"
        case .eucJP: "EUC-JP"
        case .gb18030: "GB 18030, GBK"
        case .big5: "Big5"
        case .eucKR: "EUC-KR (Windows-949)"
        }
    }
}
