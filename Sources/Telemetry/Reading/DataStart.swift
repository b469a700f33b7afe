import Values

/// Where the data rows of a file begin and end.
struct DataStart {
    /// The offset of the first of them.
    let offset: Int
    /// The offset of what follows the table; `nil` where the table goes on to the file's end.
    let end: Int?
    /// Lines before them.
    let lines: Int
    /// The header's cells as written.
    let header: [String]
    /// The lines looked for were all within the bytes read.
    private let isComplete: Bool

    /// Finds the first data row after preamble, names and units.
    ///
    /// Reads only the beginning of the file, at most 1 MiB.
    init(file: InputFile, plan: ReadPlan) throws(LoadError) {
        let short = try DataStart(file.bytes(at: 0, count: Self.usualSize), plan)
        // What reaches the end of the piece may continue after it.
        let isSure = short.isComplete && short.offset < Self.usualSize / 2
        let isAll = file.size <= Self.usualSize
        self = isSure || isAll ? short : try DataStart(file.bytes(at: 0, count: 1 << 20), plan)
    }

    private static let usualSize = 64 << 10

    private init(_ raw: [UInt8], _ plan: ReadPlan) throws(LoadError) {
        let mark =
            plan.schema.dialect.hasByteOrderMark
            ? TextDecoding.byteOrderMark(raw.span)?.length ?? 0 : 0
        let body = raw.span.extracting(mark...)
        let text = PaddedBytes(plan.decoding.utf8(body).text)
        let head = plan.schema.dialect.head
        let (position, lines) = Self.skip(head.firstRow, in: text, plan.form)
        offset = mark + plan.decoding.length(of: body, givingText: min(position, text.count))
        self.lines = lines
        header = TableTitles(text, plan.schema.dialect).names.map {
            String(decoding: $0, as: UTF8.self)
        }
        let end = head.end.map { Self.skip($0, in: text, plan.form) }
        if let end {
            let position = min(end.position, text.count)
            self.end = mark + plan.decoding.length(of: body, givingText: position)
        } else {
            self.end = nil
        }
        isComplete =
            max(lines, end?.lines ?? 0) == head.end ?? head.firstRow && position < text.count
    }

    private static func skip(
        _ count: Int, in text: PaddedBytes, _ form: CSVForm
    ) -> (position: Int, lines: Int) {
        var (position, lines) = (0, 0)
        while lines < count, position < text.count {
            if text.isLineEnd(position, form) { lines += 1 }
            position += 1
        }
        return (position, lines)
    }
}
