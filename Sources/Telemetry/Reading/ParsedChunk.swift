import CKernels
import Values

/// One chunk of a file, typed; positions count from the chunk's start.
struct ParsedChunk: Sendable {
    var batch: RecordBatch
    /// Lines of the file in the chunk.
    var lineCount = 0
    /// Data rows, refused ones included.
    var rowsRead = 0
    /// For each row of the batch its number among the chunk's data rows.
    var ordinals = RowNumbers()
    var issues = IssueList()
    /// Lines of the file before the chunk.
    var linesBefore = 0
    var signals: [SignalTally] = []
    var order = OrderTally()
    /// The first rows as written, of the first chunk only.
    var preview: [[String]] = []
    /// The rows in cells, where a grid was given.
    var cells: ChunkCells?
    /// The bytes, to be used again.
    var bytes: PaddedBytes
    /// Where the rows of the batch lie, kept only where rows are looked up.
    var rows: ColumnDecoder?

    /// Adds the readings to the tallies of their signals, from the cells where there are some.
    mutating func addReadings() {
        for metric in signals.indices {
            if let cells, !cells.isSingle {
                let column = cells.cells.metrics[metric]
                for cell in 0..<cells.count { signals[metric].add(column[cell]) }
            } else {
                signals[metric].add(batch.metrics[metric])
            }
            let rows = signals[metric].rows ?? batch.count
            signals[metric].missing = rows - signals[metric].count - signals[metric].refused
        }
    }
}

/// The first issues by line, and the number of all.
struct IssueList: Sendable {
    private(set) var first: [RowIssue] = []
    private(set) var count = 0
    private(set) var cellsRefused = 0
    private let limit: Int

    /// So many are listed in a report.
    static let defaultLimit = 1_000

    init(limit: Int = IssueList.defaultLimit) { self.limit = limit }

    mutating func add(
        line: Int, column: String?, value: String, reason: IssueReason, refusesRow: Bool
    ) {
        count += 1
        let isCell = [.notANumber, .numberOutOfRange, .unknownSignal].contains(reason)
        if isCell, !refusesRow { cellsRefused += 1 }
        // Columns are read one after the other, so that later ones may bring earlier lines.
        if first.count / 2 >= limit { settle() }
        first.append(
            RowIssue(
                line: line, column: column, value: String(value.prefix(200)), reason: reason,
                refusesRow: refusesRow))
    }

    /// Sorts by line and keeps the first ones.
    mutating func settle() {
        let order = first.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        first = order.prefix(limit).map(\.element)
    }

    /// Takes over the issues of a chunk that starts `lines` lines further on.
    mutating func append(_ other: IssueList, lines: Int) {
        count += other.count
        cellsRefused += other.cellsRefused
        for var issue in other.first.prefix(max(0, limit - first.count)) {
            issue.line += lines
            first.append(issue)
        }
    }
}

/// What the values of one metric amount to.
struct SignalTally: Sendable {
    /// Rows that could hold a value, where these are not all.
    var rows: Int?
    var count = 0
    var missing = 0
    var refused = 0
    var sentinels = 0
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var sum = 0.0

    /// Adds values; NaN is none. Absent ones are counted by the caller.
    mutating func add(_ values: [Double]) {
        let tally = CellKernels.tally(values)
        count += tally.count
        sum += tally.sum
        minimum = min(minimum, tally.minimum)
        maximum = max(maximum, tally.maximum)
    }

    /// Adds the readings of a cell.
    mutating func add(_ cell: MetricSummary) {
        guard cell.count > 0 else { return }
        count += cell.count
        sum += cell.mean * Double(cell.count)
        minimum = min(minimum, cell.minimum)
        maximum = max(maximum, cell.maximum)
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
