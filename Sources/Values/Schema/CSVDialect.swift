/// How a file is written: encoding, delimiter, quotes, header lines.
public struct CSVDialect: Sendable, Hashable, Codable {
    /// The text encodings that are recognised.
    public enum Encoding: String, Sendable, Hashable, Codable, CaseIterable {
        case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian
        case windows1250, windows1251, windows1252, windows1253, windows1254, windows1255
        case windows1256, windows1257, windows1258
        case iso8859p1, iso8859p2, iso8859p3, iso8859p4, iso8859p5, iso8859p6, iso8859p7
        case iso8859p8, iso8859p9, iso8859p10, iso8859p11, iso8859p13, iso8859p14, iso8859p15
        case iso8859p16
        case koi8R, koi8U, cp437, cp850, cp852, cp855, cp866, macRoman
        /// In the vendors' extensions: Windows-31J, EUC-JP-MS, Windows-950, Windows-949.
        case shiftJIS, eucJP, gb18030, big5, eucKR
    }

    /// The line endings that are recognised.
    public enum LineEnd: String, Sendable, Hashable, Codable, CaseIterable {
        case lf, crlf, cr, mixed
    }

    /// The encoding of the file's bytes.
    public var encoding: Encoding
    /// The file starts with a byte order mark, which is not part of the first name.
    public var hasByteOrderMark: Bool
    /// ASCII code of the delimiter; a space stands for runs of spaces.
    public var delimiter: UInt8
    /// ASCII code of the quote character; `nil` where the file uses none.
    public var quote: UInt8?
    /// ASCII code of the character that escapes a quote; `nil` where quotes are doubled.
    public var escape: UInt8?
    /// The file's line ending; `mixed` where it has several.
    public var lineEnd: LineEnd
    /// ASCII code of the character that starts a comment line; `nil` without comments.
    public var comment: UInt8?
    /// The lines that hold names, units and the first row.
    public var head: HeadLines
    /// The tables of the file, where it holds several; `nil` for one table.
    public var sections: TableSections?
    /// The evidence for each guess.
    public var reasons: [DialectReason]

    /// The default is RFC 4180 in UTF-8.
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

    /// Whether a line names the columns.
    public var hasHeader: Bool { head.names != nil }
    /// Whether a line names units.
    public var hasUnitsRow: Bool { head.units != nil }
    /// Lines before the names (or the first row) that are not data: preamble, `sep=`, blank lines.
    public var skippedLines: Int {
        min(head.firstRow, head.names ?? .max, head.units ?? .max, head.groups ?? .max)
    }
}

/// The parts of a dialect that a person has set; `nil` parts stay guessed.
public struct DialectCorrection: Sendable, Hashable, Codable {
    /// The encoding of the file's bytes, where a person set it.
    public var encoding: CSVDialect.Encoding?
    /// ASCII code of the delimiter.
    public var delimiter: UInt8?
    /// ASCII code of the quote character.
    public var quote: UInt8?
    /// Whether the first record after the skipped lines names the columns.
    public var hasHeader: Bool?
    /// Lines before the header or the first row.
    public var skippedLines: Int?
    /// Index of the table to read, from 0, in a file of several.
    public var table: Int?
    /// Whether commas are decimal signs in all number columns.
    public var decimalComma: Bool?
    /// Whether the day comes before the month where both orders are possible.
    public var dayFirst: Bool?

    /// What is left out stays guessed.
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
