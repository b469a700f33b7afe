import CKernels
import Values

/// The rows of a chunk, folded into cells (device × bucket) of their own: cores do this in
/// parallel, and only few cells remain to be merged in file order.
struct ChunkCells: Sendable {
    /// What the rows of one device cover.
    struct Device: Sendable {
        var rows: Int
        var firstTime: Double
        var lastTime: Double
    }

    /// The cells of one device, which is an entry of the batch's devices.
    struct Run: Sendable {
        var device: Int
        var cells: Range<Int>
    }

    /// The grid that the buckets are on.
    let grid: BucketGrid
    /// By entry of the batch's devices.
    let devices: [Device]
    /// Those of a device are adjacent, ordered by first row; metrics as in the batch.
    let cells: CellColumns
    let runs: [Run]
    /// Within each run the buckets rise.
    let isRising: Bool
    /// Every row is a cell of its own.
    let isSingle: Bool
    /// For each column of codes the rows with a code.
    private(set) var codedRows: [[UInt32]] = []
    /// Rows by entry of the severity column; empty without one.
    private(set) var severities: [Int] = []

    var count: Int { cells.count }

    /// The buckets on a grid that has been widened meanwhile.
    func buckets(on other: BucketGrid) -> [Int32] {
        guard other.width != grid.width else { return cells.buckets }
        let factor = Int32(clamping: (other.width / grid.width).rounded())
        return cells.buckets.map { $0.flooredQuotient(factor) }
    }
}

extension ChunkCells {
    /// How the rows of each device follow each other.
    struct Order {
        /// Rows whose time is before that of the device's previous row.
        var backward = 0
        /// Rows with the same time as the device's previous row, and that row.
        var equal: [(before: Int, row: Int)] = []
        /// The first and last row by entry of the devices; meaningless for entries without rows.
        var ends: [(first: Int, last: Int)] = []
    }

    /// Folds a batch; `nil` where a row's time is on no bucket.
    init?(
        _ batch: RecordBatch, on grid: BucketGrid, scratch: inout FoldScratch, order: inout Order
    ) {
        guard let counts = scratch.place(batch, on: grid) else { return nil }
        order = scratch.order(counts)
        self.grid = grid
        devices = scratch.devices.map {
            Device(rows: Int($0.rows), firstTime: $0.first, lastTime: $0.last)
        }
        isSingle = counts.cells == batch.count
        let cells = scratch.columns(batch, cells: counts.cells)
        runs = scratch.runs
        isRising = runs.allSatisfy { run in
            run.cells.dropFirst().allSatisfy { cells.buckets[$0 - 1] < cells.buckets[$0] }
        }
        self.cells = cells
        countTexts(batch)
    }

    /// Folds a batch that came without cells.
    init?(_ batch: RecordBatch, on grid: BucketGrid) {
        var scratch = FoldScratch()
        var order = Order()
        self.init(batch, on: grid, scratch: &scratch, order: &order)
    }

    private mutating func countTexts(_ batch: RecordBatch) {
        codedRows = batch.codes.map { CellKernels.codedRows($0.indices) }
        severities = batch.severity.map(CellKernels.severities) ?? []
    }
}
