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
    /// Some rows of the batch, to be looked for before it is written.
    private var samples: [PushedRows.Key] = []
    /// How many rows each batch of the file has.
    private var expected: [UInt64: Int] = [:]

    /// Whether a row of a batch is looked for, by its place: some early and some late ones. The
    /// first may be the rest of a line that was not whole before.
    private static func isSample(_ place: Int) -> Bool {
        [1, 7, 50, 300, 1_500].contains(place) || place > 0 && place % 5_000 == 0
    }

    /// - Parameters:
    ///   - before: how many rows the table has of each batch.
    ///   - device: the device of rows that name none.
    init(pushed: PushedRows, layout: TypedLayout, device: String, before: [UInt64: Int]) {
        self.pushed = pushed
        self.layout = layout
        self.before = before
        batch = PushBatch(after: PushBatch.start(pushed.columns.map(\.name) + [device]))
    }

    /// The table's name, with its database.
    var table: String { pushed.table.title }

    /// Takes rows that follow on those before; what fills a batch is written.
    mutating func add(_ rows: TypedRows) throws {
        let encoder = RowEncoder(rows, pushed.columns, time: layout.time)
        let parts = PushParts(rows, layout, pushed.table)
        for row in 0..<rows.count {
            // The last row of the file has to be in the batch that is left at its end.
            if batch.isFull { try close() }
            switch batch.append(row, of: encoder, hash: rows.hashes[row], part: parts.part(row)) {
            case .written:
                if Self.isSample(batch.rows - 1) {
                    samples.append(PushedRows.Key(row, rows, layout, pushed.columns))
                }
                // A batch that came before ends here; it may have been a shorter one.
                if before[batch.number] != nil { try close() }
            case .outOfRange: outOfRange += 1
            case .fraction:
                let column = layout.time.map { layout.columns[$0].name } ?? ""
                throw PushFault.fraction(table: table, column: column, line: rows.lines[row])
            }
        }
    }

    /// Writes the rest, and asks whether all rows are there. A last row without an end of its line
    /// goes alone: it may not be whole yet, and the rows before it are to be known again.
    mutating func finish(endsInsideRow: Bool) throws {
        if endsInsideRow, let (rest, last) = batch.withLastApart {
            batch = rest
            try close()
            batch = last
        }
        if batch.rows > 0 { try close() }
        let counts = try pushed.counts()
        let all = expected.values.reduce(0, +)
        let found = expected.reduce(0) { $0 + min(counts[$1.key] ?? 0, $1.value) }
        guard found == all else {
            throw PushFault.lost(table: table, found: found, expected: all)
        }
    }

    private mutating func close() throws {
        let present = before[batch.number] ?? 0
        if present == 0, !before.isEmpty, try pushed.has(samples, but: expected.keys) {
            throw PushFault.changed(table: table, rows: known)
        }
        let added = try pushed.add(batch, present: present)
        written += added
        known += batch.rows - added
        expected[batch.number] = batch.rows
        batch = PushBatch(after: batch.number)
        samples = []
    }
}
