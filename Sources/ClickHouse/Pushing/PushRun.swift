import Telemetry
import Values

/// One pass over a file whose rows are written into a table.
struct PushRun {
    private(set) var written = 0
    private(set) var known = 0
    private(set) var outOfRange = 0
    private let pushed: PushedRows
    private let layout: TypedLayout
    private let before: [UInt64: Int]
    private var batch: PushBatch
    /// How many rows each batch of the file has.
    private var expected: [UInt64: Int] = [:]

    /// - Parameter before: how many rows the table has of each batch.
    init(pushed: PushedRows, layout: TypedLayout, before: [UInt64: Int]) {
        self.pushed = pushed
        self.layout = layout
        self.before = before
        batch = PushBatch(after: PushBatch.start(pushed.columns.map(\.name)))
    }

    /// The table's name, with its database.
    var table: String { "\(pushed.table.name.database).\(pushed.table.name.table)" }

    /// Takes rows that follow on those before; what fills a batch is written.
    mutating func add(_ rows: TypedRows) throws {
        let encoder = RowEncoder(rows, pushed.columns, time: layout.time)
        for row in 0..<rows.count {
            switch batch.append(row, of: encoder, time: time(row, rows)) {
            case .written:
                // A batch that came before ends here; it may have been a shorter one.
                if batch.isFull || before[batch.number] != nil { try close() }
            case .outOfRange: outOfRange += 1
            case .fraction:
                let column = layout.time.map { layout.columns[$0].name } ?? ""
                throw PushFault.fraction(table: table, column: column, line: rows.lines[row])
            }
        }
    }

    /// Writes the rest, and asks whether all rows are there.
    mutating func finish() throws {
        if batch.rows > 0 { try close() }
        let counts = try pushed.counts()
        let all = expected.values.reduce(0, +)
        let found = expected.reduce(0) { $0 + min(counts[$1.key] ?? 0, $1.value) }
        guard found == all else {
            throw PushFault.lost(table: table, found: found, expected: all)
        }
    }

    private func time(_ row: Int, _ rows: TypedRows) -> Double? {
        guard let time = layout.time, layout.columns[time].kind == .moment,
            case .numbers(let values) = rows.columns[time]
        else { return nil }
        return values[row]
    }

    private mutating func close() throws {
        let added = try pushed.add(batch, present: before[batch.number] ?? 0)
        written += added
        known += batch.rows - added
        expected[batch.number] = batch.rows
        batch = PushBatch(after: batch.number)
    }
}
