/// The records of a piece of text, cut by one dialect: for guessing, not for bulk reading.
struct SampleRows {
    struct Row {
        /// The line on which the record starts, counted from 0 within the text.
        var line: Int
        /// The cells, quotes removed.
        var cells: [[UInt8]]
    }

    private(set) var rows: [Row] = []
    /// Records that hold a quote without an end.
    private(set) var openQuotes = 0

    /// Cuts at most `limit` records; blank and comment lines are left out but counted as lines.
    init(_ text: PaddedBytes, form: CSVForm, limit: Int = .max) {
        var index = FieldIndex()
        index.scan(text, form: form)
        openQuotes = index.openQuotes
        var line = 0
        var position = 0
        for record in 0..<index.lineCount where rows.count < limit {
            let fields = index.fields(ofLine: record)
            guard let first = fields.first, let last = fields.last else { continue }
            let start = index.range(ofField: first, in: text).lowerBound
            let end = index.range(ofField: last, in: text).upperBound
            line += Self.lineEnds(in: text, position..<start, form)
            position = start
            let isBlank = CellText.trimmed(text.storage, start..<end).isEmpty
            let isComment =
                form.comment != 0 && start < text.count && text.storage[start] == form.comment
            if isBlank || isComment { continue }
            let cells = fields.map { field in
                CellText.bytes(text.storage, in: index.range(ofField: field, in: text), form: form)
            }
            rows.append(Row(line: line, cells: cells))
        }
    }

    private static func lineEnds(
        in text: PaddedBytes, _ range: Range<Int>, _ form: CSVForm
    ) -> Int {
        var count = 0
        for at in range {
            let byte = text.storage[at]
            let isReturn = byte == 0x0D && form.splitsAtReturn
            let isPair = at + 1 < text.count && text.storage[at + 1] == 0x0A
            if byte == 0x0A || isReturn && !isPair { count += 1 }
        }
        return count
    }
}
