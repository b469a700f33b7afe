import CKernels

/// One chunk of a file, typed; positions count from the chunk's start.
struct ParsedChunk: Sendable {
    var batch: RecordBatch
    /// Lines of the file in the chunk.
    var lineCount = 0
    /// Data rows, refused ones included.
    var rowsRead = 0
    /// For each row of the batch its number among the chunk's data rows.
    var ordinals: [Int] = []
    var issues = IssueList()
    var signals: [SignalTally] = []
    var order = OrderTally()
    /// The first rows as written, of the first chunk only.
    var preview: [[String]] = []
    /// The bytes, to be used again.
    var bytes: PaddedBytes
    /// Where the rows of the batch lie, kept only where rows are looked up.
    var rows: ColumnDecoder?
}

/// The first thousand issues by line, and the number of all.
struct IssueList: Sendable {
    private(set) var first: [RowIssue] = []
    private(set) var count = 0
    private(set) var cellsRefused = 0

    static let limit = 1_000

    mutating func add(
        line: Int, column: String?, value: String, reason: IssueReason, refusesRow: Bool
    ) {
        count += 1
        if reason == .notANumber || reason == .numberOutOfRange, !refusesRow { cellsRefused += 1 }
        // Columns are read one after the other, so that later ones may bring earlier lines.
        if first.count >= 2 * Self.limit { settle() }
        first.append(
            RowIssue(
                line: line, column: column, value: String(value.prefix(200)), reason: reason,
                refusesRow: refusesRow))
    }

    /// Sorts by line and keeps the first thousand.
    mutating func settle() {
        let order = first.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        first = order.prefix(Self.limit).map(\.element)
    }

    /// Takes over the issues of a chunk that starts `lines` lines further on.
    mutating func append(_ other: IssueList, lines: Int) {
        count += other.count
        cellsRefused += other.cellsRefused
        for var issue in other.first.prefix(max(0, Self.limit - first.count)) {
            issue.line += lines
            first.append(issue)
        }
    }
}

/// What the values of one metric amount to.
struct SignalTally: Sendable {
    var count = 0
    var missing = 0
    var refused = 0
    var sentinels = 0
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var sum = 0.0

    /// Adds values; NaN is none. Absent ones are counted by the caller.
    mutating func add(_ values: [Double]) {
        let tally = unsafe csv_tally_of(values, values.count)
        count += tally.count
        sum += tally.sum
        minimum = min(minimum, tally.minimum)
        maximum = max(maximum, tally.maximum)
    }

    mutating func append(_ other: SignalTally) {
        count += other.count
        missing += other.missing
        refused += other.refused
        sentinels += other.sentinels
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
        sum += other.sum
    }
}
