import CKernels
import Values

/// One chunk of a file as typed rows; positions count from the chunk's start.
struct ParsedChunk: Sendable {
    var batch: RecordBatch
    /// Lines of the file in the chunk.
    var lineCount = 0
    /// Data rows, with those that were refused.
    var rowsRead = 0
    /// For each row of the batch its number among the chunk's data rows, from 0.
    var ordinals = RowNumbers()
    var issues = IssueList()
    /// Lines of the file before the chunk.
    var linesBefore = 0
    var signals: [SignalTally] = []
    var order = OrderTally()
    /// The first 20 rows as written; of the first chunk only.
    var preview: [[String]] = []
    /// The rows folded into cells, where that was asked for and possible.
    var cells: ChunkCells?
    /// To be reused for a later chunk.
    var bytes: PaddedBytes
    /// Where the rows of the batch are; only for looking rows up.
    var rows: ColumnDecoder?

    /// Adds the readings to the tallies of their signals; from cells where there are fewer of them
    /// than rows.
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

/// The first issues by line, and the count of all.
struct IssueList: Sendable {
    private(set) var first: [RowIssue] = []
    private(set) var count = 0
    private(set) var cellsRefused = 0
    private let limit: Int

    /// How many a report lists.
    static let defaultLimit = 1_000

    init(limit: Int = IssueList.defaultLimit) { self.limit = limit }

    mutating func add(
        line: Int, column: String?, value: String, reason: IssueReason, refusesRow: Bool
    ) {
        count += 1
        let isCell = [.notANumber, .numberOutOfRange, .unknownSignal].contains(reason)
        if isCell, !refusesRow { cellsRefused += 1 }
        // Columns are read one by one, so a later one may add issues on earlier lines.
        if first.count / 2 >= limit { settle() }
        first.append(
            RowIssue(
                line: line, column: column, value: String(value.prefix(200)), reason: reason,
                refusesRow: refusesRow))
    }

    /// Sorts by line and keeps the first `limit`.
    mutating func settle() {
        let order = first.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        first = order.prefix(limit).map(\.element)
    }

    /// Adds the issues of a chunk that begins `lines` lines further on.
    mutating func append(_ other: IssueList, lines: Int) {
        count += other.count
        cellsRefused += other.cellsRefused
        for var issue in other.first.prefix(max(0, limit - first.count)) {
            issue.line += lines
            first.append(issue)
        }
    }
}

/// Count and range of one metric's values, for its quality in the report.
struct SignalTally: Sendable {
    /// Rows that could hold a value, where that is not all of them.
    var rows: Int?
    var count = 0
    var missing = 0
    var refused = 0
    var sentinels = 0
    var minimum = Double.infinity
    var maximum = -Double.infinity
    var sum = 0.0

    /// Adds values, skipping NaN; the caller counts the missing ones.
    mutating func add(_ values: [Double]) {
        let tally = CellKernels.tally(values)
        count += tally.count
        sum += tally.sum
        minimum = min(minimum, tally.minimum)
        maximum = max(maximum, tally.maximum)
    }

    /// Adds the readings in a cell.
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
