import Values

/// Readings of some devices as a database sums them up: those of a device adjacent, its buckets
/// rising.
public struct TableCells: Sendable {
    /// A device and its cells.
    public struct Run: Sendable, Hashable {
        /// As the table writes it; empty where it names none.
        public var device: String
        /// Places in the columns.
        public var cells: Range<Int>
        /// The time of the device's first row in these cells.
        public var firstTime: Double
        /// The time of its last row there.
        public var lastTime: Double

        /// `cells` is not empty.
        public init(device: String, cells: Range<Int>, firstTime: Double, lastTime: Double) {
            self.device = device
            self.cells = cells
            self.firstTime = firstTime
            self.lastTime = lastTime
        }
    }

    /// The devices, each once.
    public private(set) var runs: [Run] = []
    /// The bucket of each cell on the grid that was asked for.
    public private(set) var buckets: [Int32] = []
    private(set) var rows: [UInt32] = []
    private(set) var labelled: [UInt32] = []
    private(set) var columns: [Column]
    /// The grid of the buckets.
    let grid: BucketGrid
    /// Whether rows of the table can have a label.
    let hasLabels: Bool

    struct Column: Sendable {
        var means: [Double] = []
        var moments = MetricColumn.Moments(count: 0)
        var isSingle = true
    }

    /// No cells yet, for a table's readings on its grid.
    public init(of table: PlannedTable) {
        grid = BucketGrid(anchor: table.anchor, width: table.width)
        columns = table.schema.readings.map { _ in Column() }
        hasLabels = table.schema.columns.contains { $0.role == .label }
    }

    /// How many cells there are.
    public var count: Int { buckets.count }

    /// Appends a cell, of which the readings follow by `append(_:metric:)`, each metric once.
    public mutating func appendCell(
        device: String, bucket: Int32, rows: Int, labelled: Int, from: Double, to: Double
    ) {
        let place = buckets.count
        buckets.append(bucket)
        self.rows.append(UInt32(clamping: rows))
        self.labelled.append(UInt32(clamping: labelled))
        if let last = runs.indices.last, runs[last].device == device {
            runs[last].cells = runs[last].cells.lowerBound..<place + 1
            runs[last].firstTime = min(runs[last].firstTime, from)
            runs[last].lastTime = max(runs[last].lastTime, to)
        } else {
            runs.append(
                Run(device: device, cells: place..<place + 1, firstTime: from, lastTime: to))
        }
    }

    /// Appends the readings of a metric in the cell that was appended last; none with a count of 0.
    public mutating func append(_ readings: MetricSummary, metric: Int) {
        columns[metric].append(readings)
    }
}

extension TableCells.Column {
    fileprivate mutating func append(_ readings: MetricSummary) {
        let isEmpty = readings.count == 0
        means.append(isEmpty ? .nan : readings.mean)
        if readings.count > 1 { isSingle = false }
        moments.counts.append(UInt32(clamping: readings.count))
        moments.m2.append(isEmpty ? 0 : readings.m2)
        moments.minima.append(isEmpty ? .nan : readings.minimum)
        moments.maxima.append(isEmpty ? .nan : readings.maximum)
        moments.lasts.append(isEmpty ? .nan : readings.last)
    }

    fileprivate var column: MetricColumn {
        guard means.contains(where: { !$0.isNaN }) else { return MetricColumn() }
        return MetricColumn(means: means, moments: isSingle ? nil : moments)
    }
}

extension TableCells {
    /// Rows in all cells.
    public var rowCount: Int { rows.reduce(0) { $0 + Int($1) } }

    /// Rows in the cells before a bucket.
    public func rowCount(before bucket: Int32) -> Int {
        var count = 0
        for (own, rows) in zip(buckets, rows) where own < bucket { count += Int(rows) }
        return count
    }

    /// Hands over the readings of a metric in each cell that has some, and the cell's bucket.
    public func forEachReading(metric: Int, _ body: (_ bucket: Int32, MetricSummary) -> Void) {
        let column = columns[metric].column
        for cell in 0..<count where column.hasReading(cell) { body(buckets[cell], column[cell]) }
    }

    /// The cells as those of a chunk of rows.
    var chunk: ChunkCells {
        let marked = labelled.contains { $0 > 0 } ? labelled : []
        return ChunkCells(
            grid: grid,
            devices: runs.map { run in
                ChunkCells.Device(
                    rows: rows[run.cells].reduce(0) { $0 + Int($1) }, firstTime: run.firstTime,
                    lastTime: run.lastTime)
            },
            cells: CellColumns(
                buckets: buckets, rows: rows, labelled: marked, metrics: columns.map(\.column)),
            runs: runs.enumerated().map { ChunkCells.Run(device: $0, cells: $1.cells) })
    }
}

extension ChunkCells {
    /// Cells that were made elsewhere, those of a run rising.
    fileprivate init(grid: BucketGrid, devices: [Device], cells: CellColumns, runs: [Run]) {
        self.grid = grid
        self.devices = devices
        self.cells = cells
        self.runs = runs
        isRising = runs.allSatisfy { run in
            run.cells.dropFirst().allSatisfy { cells.buckets[$0 - 1] < cells.buckets[$0] }
        }
        isSingle = false
    }
}
