/// How a file is written: encoding, delimiter, quotes, header.
public struct CSVDialect: Sendable, Hashable, Codable {
    /// The encodings that are recognised.
    public enum Encoding: String, Sendable, Hashable, Codable, CaseIterable {
        case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian
        case windows1250, windows1251, windows1252, windows1253, windows1254, windows1255
        case windows1256, windows1257, windows1258
        case iso8859p1, iso8859p2, iso8859p3, iso8859p4, iso8859p5, iso8859p6, iso8859p7
        case iso8859p8, iso8859p9, iso8859p10, iso8859p11, iso8859p13, iso8859p14, iso8859p15
        case iso8859p16
        case koi8R, koi8U, cp437, cp850, cp852, cp855, cp866, macRoman
        /// With the vendor's characters: Windows-31J, EUC-JP-MS, Windows-950, Windows-949.
        case shiftJIS, eucJP, gb18030, big5, eucKR
    }

    /// How lines end.
    public enum LineEnd: String, Sendable, Hashable, Codable, CaseIterable {
        case lf, crlf, cr, mixed
    }

    /// How bytes become characters.
    public var encoding: Encoding
    /// The file starts with a byte order mark, which is no part of the first name.
    public var hasByteOrderMark: Bool
    /// The delimiter's ASCII code; a space stands for runs of spaces.
    public var delimiter: UInt8
    /// The quote character, where the file has one.
    public var quote: UInt8?
    /// The character that escapes a quote; `nil` means a doubled quote.
    public var escape: UInt8?
    /// How lines end; `mixed` covers files with several kinds.
    public var lineEnd: LineEnd
    /// A line starting with this character is a comment.
    public var comment: UInt8?
    /// Where names, units and the first row stand.
    public var head: HeadLines
    /// The tables of the file, where it holds several.
    public var sections: TableSections?
    /// What each guess rests on.
    public var reasons: [DialectReason]

    /// Makes a dialect; the defaults are RFC 4180 in UTF-8.
    public init(
        encoding: Encoding = .utf8, hasByteOrderMark: Bool = false, delimiter: UInt8 = 0x2C,
        quote: UInt8? = 0x22, escape: UInt8? = nil, lineEnd: LineEnd = .lf,
        comment: UInt8? = nil, head: HeadLines = HeadLines(),
        sections: TableSections? = nil, reasons: [DialectReason] = []
    ) {
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.lineEnd = lineEnd
        self.comment = comment
        self.head = head
        self.sections = sections
        self.reasons = reasons
    }

    /// Some line names the columns.
    public var hasHeader: Bool { head.names != nil }
    /// Some line names units.
    public var hasUnitsRow: Bool { head.units != nil }
    /// Lines before the names (or the first row) that are no data: preamble, `sep=`, blank lines.
    public var skippedLines: Int {
        min(head.firstRow, head.names ?? .max, head.units ?? .max, head.groups ?? .max)
    }
}

/// Parts of a dialect that a person has set; `nil` parts stay guessed.
public struct DialectCorrection: Sendable, Hashable, Codable {
    /// The encoding.
    public var encoding: CSVDialect.Encoding?
    /// The delimiter's ASCII code.
    public var delimiter: UInt8?
    /// The quote character's ASCII code.
    public var quote: UInt8?
    /// Whether the first record names the columns.
    public var hasHeader: Bool?
    /// Lines before the header or the first row.
    public var skippedLines: Int?
    /// Of the tables of a file the one to read, from 0.
    public var table: Int?
    /// `true`: decimal comma in every number column.
    public var decimalComma: Bool?
    /// `true`: the day stands before the month where both readings are possible.
    public var dayFirst: Bool?

    /// Makes a correction; everything left out stays guessed.
    public init(
        encoding: CSVDialect.Encoding? = nil, delimiter: UInt8? = nil, quote: UInt8? = nil,
        hasHeader: Bool? = nil, skippedLines: Int? = nil, table: Int? = nil,
        decimalComma: Bool? = nil, dayFirst: Bool? = nil
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.hasHeader = hasHeader
        self.skippedLines = skippedLines
        self.table = table
        self.decimalComma = decimalComma
        self.dayFirst = dayFirst
    }
}
