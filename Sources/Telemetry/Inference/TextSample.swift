import Values

/// Parts of a file, as UTF-8, from which its dialect and schema are guessed.
struct TextSample {
    /// With its folder where known; a hint in itself.
    let name: String
    /// Encoding and mark; the rest is not known yet.
    let base: CSVDialect
    /// The beginning, up to a line end; all of a small file.
    let head: PaddedBytes
    /// Whole lines from further on, in file order.
    let blocks: [PaddedBytes]

    /// Bytes read at the beginning.
    static let headSize = 256 << 10
    private static let blockSize = 32 << 10
    private static let blockCount = 8

    /// Samples a file: up to 512 KiB of its beginning and of blocks spread over the rest.
    init(
        file: InputFile, name: String, correction: DialectCorrection?
    ) throws(LoadError) {
        let head = try file.bytes(at: 0, count: Self.headSize)
        var blocks: [[UInt8]] = []
        if file.size > Self.headSize {
            let rest = file.size - Self.headSize
            let step = max(rest / Self.blockCount, Self.blockSize)
            for end in stride(from: file.size, to: Self.headSize, by: -step) {
                // Multiples of four keep the code units of UTF-16 and UTF-32 whole.
                let start = max(Self.headSize, end - Self.blockSize) & ~3
                blocks.append(try file.bytes(at: start, count: end - start))
            }
        }
        try self.init(
            head: head, blocks: blocks.reversed(), name: name, correction: correction)
    }

    /// Takes all of a file in memory as the sample.
    init(bytes: [UInt8], name: String, correction: DialectCorrection?) throws(LoadError) {
        try self.init(head: bytes, blocks: [], name: name, correction: correction)
    }

    private init(
        head: [UInt8], blocks: [[UInt8]], name: String, correction: DialectCorrection?
    ) throws(LoadError) {
        self.name = name
        if head.isEmpty { throw .empty(file: name) }
        if let kind = BinaryKind.recognise(head.span) {
            throw .notText(file: name, looksLike: kind)
        }
        let isWhole = blocks.isEmpty
        let mark = TextDecoding.byteOrderMark(head.span)
        var (encoding, reasons) = EncodingGuess.guess(head.span, isWhole: isWhole)
        if encoding == .utf8, reasons == [.plainASCII] {
            // The first character beyond ASCII may come late.
            for block in blocks {
                let (later, why) = EncodingGuess.guess(block.span, isWhole: false)
                if case .codePage? = why.first, later.unitWidth == 1 {
                    (encoding, reasons) = (later, why)
                }
            }
        }
        encoding = correction?.encoding ?? encoding
        if encoding.unitWidth == 1, BinaryKind.hasControlCharacters(head.span) {
            throw .notText(file: name, looksLike: nil)
        }
        base = CSVDialect(encoding: encoding, hasByteOrderMark: mark != nil, reasons: reasons)
        let decoding = TextDecoding(encoding: encoding)
        let text = decoding.utf8(head.span.extracting((mark?.length ?? 0)...)).text
        self.head = PaddedBytes(isWhole ? text : Self.wholeLines(text, dropsFirst: false))
        self.blocks = blocks.map { block in
            PaddedBytes(Self.wholeLines(decoding.utf8(block.span).text, dropsFirst: true))
        }
    }

    private static func wholeLines(_ text: [UInt8], dropsFirst: Bool) -> [UInt8] {
        let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
        guard let last = text.lastIndex(where: isEnd) else { return dropsFirst ? [] : text }
        let first = dropsFirst ? (text.firstIndex(where: isEnd) ?? last) + 1 : 0
        let start = first < text.count && first > 0 && text[first] == 0x0A ? first + 1 : first
        return start <= last ? Array(text[start...last]) : []
    }
}

/// File formats that are no text.
enum BinaryKind {
    private static let magics: [(bytes: [UInt8], name: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0x50, 0x41, 0x52, 0x31], "Parquet"), ([0x1F, 0x8B], "gzip"),
        ([0x25, 0x50, 0x44, 0x46], "PDF"), (Array("SQLite format 3".utf8), "SQLite"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip"),
        ([0x89, 0x48, 0x44, 0x46], "HDF5"), (Array("ARROW1".utf8), "Arrow"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Excel 97"), ([0xFF, 0xD8, 0xFF], "JPEG"),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF"), (Array("Obj".utf8) + [1], "Avro"),
        (Array("GIF8".utf8), "GIF"),
    ]

    /// The name of the format, by the first bytes; `nil` for text and unknown formats.
    static func recognise(_ bytes: Span<UInt8>) -> String? {
        magics.first { magic in
            magic.bytes.count <= bytes.count
                && magic.bytes.indices.allSatisfy { bytes[$0] == magic.bytes[$0] }
        }?.name
    }

    /// Whether there are more control characters (over 8, and over 2 %) than a damaged text has.
    static func hasControlCharacters(_ bytes: Span<UInt8>) -> Bool {
        var count = 0
        for index in 0..<bytes.count {
            let byte = bytes[index]
            if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1A, byte != 0x1B { count += 1 }
        }
        return count > 8 && count * 50 > bytes.count
    }
}
