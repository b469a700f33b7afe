/// The records of a piece of text cut by one dialect: for guessing, too slow for bulk reading.
struct SampleRows {
    struct Row {
        /// The line on which the record starts, counted from 0 within the text.
        var line: Int
        /// The cells, quotes removed.
        var cells: [[UInt8]]
    }

    private(set) var rows: [Row] = []
    /// Ranges of `rows` that follow each other in the text.
    private(set) var segments: [Range<Int>] = []
    /// Records with a quote that is not closed.
    private(set) var openQuotes = 0

    /// Records per window.
    static let windowSize = 250

    /// Takes the first records and, where the text has more, windows spread over the rest. Blank
    /// and comment lines are left out, but counted as lines.
    init(_ text: PaddedBytes, form: CSVForm, first: Int = .max, windows: Int = 0) {
        var index = FieldIndex()
        index.scan(text, form: form)
        openQuotes = index.openQuotes
        var line = 0
        var position = 0
        for window in Self.picks(index.lineCount, first: first, windows: windows) {
            let start = rows.count
            for record in window {
                let from = index.range(ofField: index.fields(ofLine: record).lowerBound, in: text)
                line += text.lineEnds(in: position..<from.lowerBound, form)
                position = from.lowerBound
                if let row = Self.row(record, line: line, index, text, form) { rows.append(row) }
            }
            segments.append(start..<rows.count)
        }
    }

    private static func picks(_ count: Int, first: Int, windows: Int) -> [Range<Int>] {
        let head = 0..<min(count, first)
        let rest = count - head.count
        guard rest > 0, windows > 0 else { return [head] }
        guard rest > windows * windowSize else { return [head.lowerBound..<count] }
        return [head]
            + (1...windows).map { window in
                let end = head.count + rest * window / windows
                return (end - windowSize)..<end
            }
    }

    private static func row(
        _ record: Int, line: Int, _ index: FieldIndex, _ text: PaddedBytes, _ form: CSVForm
    ) -> Row? {
        let fields = index.fields(ofLine: record)
        let start = index.range(ofField: fields.lowerBound, in: text).lowerBound
        let end = index.range(ofField: fields.upperBound - 1, in: text).upperBound
        let isComment =
            form.comment != 0 && start < text.count && text.storage[start] == form.comment
        if isComment || CellText.trimmed(text.storage, start..<max(start, end)).isEmpty {
            return nil
        }
        return Row(
            line: line,
            cells: fields.map { field in
                CellText.bytes(text.storage, in: index.range(ofField: field, in: text), form: form)
            })
    }
}
