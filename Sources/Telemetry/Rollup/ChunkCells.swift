import CKernels
import Values

/// The rows of a chunk folded into cells (device × bucket) of its own, so that cores can do this
/// side by side and only few cells are left to be put together in file order.
struct ChunkCells: Sendable {
    /// The rows of one device.
    struct Device: Sendable {
        var rows: Int
        var firstTime: Double
        var lastTime: Double
    }

    /// The cells of one device, an entry of the batch's devices.
    struct Run: Sendable {
        var device: Int
        var cells: Range<Int>
    }

    /// What the buckets count from.
    let grid: BucketGrid
    /// By the entries of the batch's devices.
    let devices: [Device]
    /// Those of a device side by side, by their first row. Metrics by the batch's columns.
    let cells: CellColumns
    let runs: [Run]
    /// The buckets of each run rise.
    let isRising: Bool
    /// Each row is a cell.
    let isSingle: Bool
    /// For each code column the rows with a code.
    private(set) var codedRows: [[UInt32]] = []
    /// Rows by the entries of the severity column.
    private(set) var severities: [Int] = []

    var count: Int { cells.count }

    /// The buckets on a grid that was widened since.
    func buckets(on other: BucketGrid) -> [Int32] {
        guard other.width != grid.width else { return cells.buckets }
        let factor = Int32(clamping: (other.width / grid.width).rounded())
        return cells.buckets.map { $0.flooredQuotient(factor) }
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

    /// Folds a batch that was not put into cells where it was read.
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
