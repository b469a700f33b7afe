import CKernels

/// The rows of a chunk folded into cells (device × bucket) of its own, so that cores can do this
/// side by side and only few cells are left to be put together in file order.
struct ChunkCells: Sendable {
    /// The rows of one device.
    struct Device: Sendable {
        var rows: Int
        var firstTime: Double
        var lastTime: Double
    }

    /// What the buckets count from.
    let grid: BucketGrid
    /// By the entries of the batch's devices.
    let devices: [Device]
    /// The device of each cell, as an entry of the batch's devices; cells by their first row.
    let owners: [UInt32]
    let buckets: [Int32]
    /// Rows of each cell.
    let sizes: [UInt32]
    /// By metric and cell; empty where each row is a cell of its own.
    private(set) var metrics: [[MetricSummary]] = []
    /// Marked rows of each cell; empty without a label column.
    private(set) var labelled: [UInt32] = []
    /// For each code column the rows with a code.
    private(set) var codedRows: [[UInt32]] = []
    /// Rows by the entries of the severity column.
    private(set) var severities: [Int] = []

    var count: Int { owners.count }

    /// Each row is a cell: the batch's columns are the cells' readings.
    var isSingle: Bool { metrics.isEmpty }

    /// The buckets on a grid that was widened since.
    func buckets(on other: BucketGrid) -> [Int32] {
        guard other.width != grid.width else { return buckets }
        let factor = Int32(clamping: Int((other.width / grid.width).rounded()))
        return buckets.map { $0.flooredQuotient(factor) }
    }
}

/// Buffers for folding chunks, used again from chunk to chunk.
struct FoldScratch: Sendable {
    fileprivate var cells: [UInt32] = []
    fileprivate var owners: [UInt32] = []
    fileprivate var buckets: [Int32] = []
    fileprivate var sizes: [UInt32] = []
    fileprivate var pairs: [UInt32] = []
    fileprivate var devices: [cell_device] = []
    fileprivate var sums: [cell_sums] = []

    fileprivate mutating func reserve(rows: Int, devices count: Int) {
        if cells.count < rows {
            cells = [UInt32](repeating: 0, count: rows)
            owners = cells
            buckets = [Int32](repeating: 0, count: rows)
            sizes = cells
            pairs = [UInt32](repeating: 0, count: 2 * rows)
            sums = [cell_sums](repeating: cell_sums(), count: rows)
        }
        devices = [cell_device](repeating: cell_device(), count: count)
    }
}

extension ChunkCells {
    /// How the rows of each device follow each other.
    struct Order {
        /// Rows whose time is before that of the row before of the same device.
        var backward = 0
        /// Rows at the time of the row before of the same device, with that row.
        var equal: [(before: Int, row: Int)] = []
        /// The first and the last row by the entries of the devices; only those with rows count.
        var ends: [(first: Int, last: Int)] = []
    }

    /// Folds a batch; `nil` where a row has no bucket.
    init?(
        _ batch: RecordBatch, on grid: BucketGrid, scratch: inout FoldScratch, order: inout Order
    ) {
        scratch.reserve(rows: batch.count, devices: batch.devices.names.count)
        let counts = unsafe cells_place(
            batch.times, batch.devices.indices, batch.count, grid.anchor, grid.width,
            &scratch.devices, &scratch.cells, &scratch.owners, &scratch.buckets, &scratch.sizes,
            &scratch.pairs)
        // The kernel's greatest number is -1 here.
        guard (0...batch.count).contains(counts.cells) else { return nil }
        order.backward = counts.backward
        order.equal = (0..<counts.equal).map {
            (Int(scratch.pairs[2 * $0]), Int(scratch.pairs[2 * $0 + 1]))
        }
        order.ends = scratch.devices.map { (Int($0.first_row), Int($0.row)) }
        self.grid = grid
        owners = Array(scratch.owners.prefix(counts.cells))
        buckets = Array(scratch.buckets.prefix(counts.cells))
        sizes = Array(scratch.sizes.prefix(counts.cells))
        devices = scratch.devices.map {
            Device(rows: Int($0.rows), firstTime: $0.first, lastTime: $0.last)
        }
        if counts.cells < batch.count { fold(batch.metrics, &scratch) }
        countTexts(batch, scratch)
    }

    private mutating func fold(_ columns: [[Double]], _ scratch: inout FoldScratch) {
        metrics = columns.map { values in
            unsafe cells_add(values, scratch.cells, values.count, &scratch.sums, count)
            return scratch.sums.prefix(count).map(MetricSummary.init)
        }
    }

    private mutating func countTexts(_ batch: RecordBatch, _ scratch: FoldScratch) {
        if let labels = batch.labels {
            labelled = [UInt32](repeating: 0, count: count)
            for (row, isMarked) in labels.enumerated() where isMarked {
                labelled[Int(scratch.cells[row])] += 1
            }
        }
        codedRows = batch.codes.map { column in
            var rows = [UInt32](repeating: 0, count: column.indices.count + 1)
            let count = unsafe cells_coded(column.indices, column.indices.count, &rows)
            return Array(rows.prefix(count))
        }
        if let severity = batch.severity {
            var counts = [UInt64](repeating: 0, count: severity.names.count)
            unsafe cells_count(severity.indices, severity.indices.count, &counts)
            severities = counts.map { Int($0) }
        }
    }
}

extension MetricSummary {
    /// The readings of a cell from sums of their differences to the first.
    fileprivate init(_ sums: cell_sums) {
        guard sums.count > 0 else {
            self.init()
            return
        }
        let count = Double(sums.count)
        self.init(
            count: Int(sums.count), mean: sums.first + sums.sum / count,
            m2: max(0, sums.squares - sums.sum * sums.sum / count), minimum: sums.minimum,
            maximum: sums.maximum, last: sums.last)
    }
}
