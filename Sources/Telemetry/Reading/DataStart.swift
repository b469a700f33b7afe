import Values

/// Where the data rows of a file begin.
struct DataStart {
    /// Bytes of the file before them, the byte order mark included.
    let offset: Int
    /// Lines before them.
    let lines: Int
    /// The header's cells as written.
    let header: [String]
    /// All head rows were found in the bytes looked at.
    private let isComplete: Bool

    /// Finds the first data row behind preamble, header and units row.
    ///
    /// Nothing but the beginning of the file is read, however long it is.
    init(file: InputFile, plan: ReadPlan) throws(LoadError) {
        let short = try DataStart(file.bytes(at: 0, count: Self.usualSize), plan)
        // What reaches to the end of the piece may go on behind it.
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
        var (position, lines) = Self.skip(plan.schema.dialect.skippedLines, in: text, plan.form)
        var header: [String] = []
        var isComplete = true
        let dialect = plan.schema.dialect
        let heads = (dialect.hasHeader ? 1 : 0) + (dialect.hasUnitsRow ? 1 : 0)
        if heads > 0 {
            let rest = PaddedBytes(text.storage[position..<text.count])
            var index = FieldIndex()
            index.scan(rest, form: plan.form)
            let found = Self.records(heads, in: rest, index, plan.form)
            isComplete = found.count == heads
            header =
                found.first.map { record in
                    index.fields(ofLine: record).map {
                        CellText.text(
                            rest.storage, in: index.range(ofField: $0, in: rest), form: plan.form)
                    }
                } ?? []
            let end = found.last.map { Self.end(ofRecord: $0, in: rest, index) } ?? 0
            lines += rest.lineEnds(in: 0..<end, plan.form)
            position += end
        }
        offset = mark + plan.decoding.length(of: body, givingText: min(position, text.count))
        self.lines = lines
        self.header = header
        self.isComplete = isComplete
    }

    /// The first records that are neither blank nor comments.
    private static func records(
        _ count: Int, in text: PaddedBytes, _ index: FieldIndex, _ form: CSVForm
    ) -> [Int] {
        var found: [Int] = []
        for record in 0..<index.lineCount where found.count < count {
            let fields = index.fields(ofLine: record)
            let start = index.range(ofField: fields.lowerBound, in: text).lowerBound
            let end = index.range(ofField: fields.upperBound - 1, in: text).upperBound
            let isComment = form.comment != 0 && text.storage[start] == form.comment
            if !isComment, !CellText.trimmed(text.storage, start..<end).isEmpty {
                found.append(record)
            }
        }
        return found
    }

    private static func end(ofRecord record: Int, in text: PaddedBytes, _ index: FieldIndex) -> Int
    {
        min(text.count, Int(index.ends[index.fields(ofLine: record).upperBound]) + 1)
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
