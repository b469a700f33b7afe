import Values

/// The data rows of a chunk: which can be read, and why others cannot.
struct RowSelection {
    /// The first field of each readable row.
    private(set) var firsts: [UInt32] = []
    /// The line on which each begins, counted from 1 within the chunk.
    private(set) var lines = RowNumbers()
    /// Its number among the chunk's data rows, from 0.
    private(set) var ordinals = RowNumbers()
    private(set) var rowsRead = 0
    /// Lines of the file that the chunk takes up.
    private(set) var lineCount = 0
    private(set) var issues: IssueList

    init(_ bytes: PaddedBytes, _ index: FieldIndex, plan: ReadPlan) {
        issues = IssueList(limit: plan.issueLimit)
        let starts = Self.lineNumbers(bytes, index, plan.form)
        lineCount = starts.total
        let open = Set(index.openLines.prefix(index.openQuotes).map(Int.init))
        let limit = max(64, plan.fieldLengthLimit)
        let isPlain =
            open.isEmpty && index.longestField <= limit && plan.fieldLengthLimit >= 64
            && plan.form.comment == 0 && plan.width > 1
            && plan.rowMark == nil
        if isPlain, starts.numbers.isEmpty, index.isEven(width: plan.width) {
            // The case of nearly every chunk.
            firsts = Array(index.firsts.prefix(index.lineCount))
            lines = RowNumbers(from: 1, count: index.lineCount)
            ordinals = RowNumbers(count: index.lineCount)
            rowsRead = index.lineCount
            return
        }
        firsts.reserveCapacity(index.lineCount)
        var (lines, ordinals): ([Int], [Int]) = ([], [])
        lines.reserveCapacity(index.lineCount)
        ordinals.reserveCapacity(index.lineCount)
        for record in 0..<index.lineCount {
            let fields = index.fields(ofLine: record)
            let line = starts.numbers.isEmpty ? record + 1 : starts.numbers[record]
            if !(isPlain && fields.count == plan.width) {
                if Self.isSkipped(fields, bytes, index, plan) { continue }
                let isOpen = open.contains(record)
                if let reason = Self.fault(fields, isOpen: isOpen, bytes, index, plan) {
                    rowsRead += 1
                    let range = Self.range(fields, bytes, index)
                    let text = CellText.excerpt(bytes.storage, in: range)
                    issues.add(
                        line: line, column: nil, value: text, reason: reason, refusesRow: true)
                    continue
                }
            }
            firsts.append(UInt32(fields.lowerBound))
            lines.append(line)
            ordinals.append(rowsRead)
            rowsRead += 1
        }
        self.lines = RowNumbers(lines)
        self.ordinals = RowNumbers(ordinals)
    }

    private static func range(
        _ fields: Range<Int>, _ bytes: PaddedBytes, _ index: FieldIndex
    ) -> Range<Int> {
        let start = index.range(ofField: fields.lowerBound, in: bytes).lowerBound
        return start..<max(start, index.range(ofField: fields.upperBound - 1, in: bytes).upperBound)
    }

    /// Whether it is no data row: a blank line, a comment or a record of another table.
    private static func isSkipped(
        _ fields: Range<Int>, _ bytes: PaddedBytes, _ index: FieldIndex, _ plan: ReadPlan
    ) -> Bool {
        let range = range(fields, bytes, index)
        if let first = range.first, plan.form.comment != 0,
            bytes.storage[first] == plan.form.comment
        {
            return true
        }
        if let mark = plan.rowMark {
            let first = index.range(ofField: fields.lowerBound, in: bytes)
            if CellText.bytes(bytes.storage, in: first, form: plan.form) != mark { return true }
        }
        return fields.count == 1 && CellText.trimmed(bytes.storage, range).isEmpty
    }

    private static func fault(
        _ fields: Range<Int>, isOpen: Bool, _ bytes: PaddedBytes, _ index: FieldIndex,
        _ plan: ReadPlan
    ) -> IssueReason? {
        if isOpen { return .openQuote }
        let tooLong = fields.contains {
            index.range(ofField: $0, in: bytes).count > plan.fieldLengthLimit
        }
        if tooLong { return .fieldTooLong(limit: plan.fieldLengthLimit) }
        if fields.count < plan.leastWidth {
            return .tooFewFields(expected: plan.width, found: fields.count)
        }
        // Surplus delimiters at the end of a row are harmless.
        let surplus = fields.dropFirst(plan.width).contains {
            !CellText.trimmed(bytes.storage, index.range(ofField: $0, in: bytes)).isEmpty
        }
        return surplus ? .tooManyFields(expected: plan.width, found: fields.count) : nil
    }

    /// The line of each record; empty where every record is one line.
    private static func lineNumbers(
        _ bytes: PaddedBytes, _ index: FieldIndex, _ form: CSVForm
    ) -> (numbers: [Int], total: Int) {
        guard index.lineCount > 0 else { return ([], 0) }
        if !index.hasQuotes { return ([], index.lineCount) }
        let last = bytes.count - 1
        let isOpen = last >= 0 && !bytes.isLineEnd(last, form)
        let total = bytes.lineEnds(in: 0..<bytes.count, form) + (isOpen ? 1 : 0)
        if total == index.lineCount { return ([], total) }
        var numbers: [Int] = []
        var (line, position) = (1, 0)
        for record in 0..<index.lineCount {
            let start = Int(index.ends[index.fields(ofLine: record).lowerBound] &+ 1)
            line += bytes.lineEnds(in: position..<max(position, start), form)
            position = max(position, start)
            numbers.append(line)
        }
        return (numbers, total)
    }
}
