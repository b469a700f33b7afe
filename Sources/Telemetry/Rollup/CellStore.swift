import Values

/// The cells of all devices while a data set is read, within a memory budget.
struct CellStore: Sendable {
    private(set) var grid: BucketGrid
    /// By device, buckets rising; without the cells that are still in the buffer.
    private(set) var tracks: [CellColumns] = []

    private var buffer = CellBuffer()
    /// Bytes that came since the budget was looked at.
    private var unweighed = 0
    private let isCalendar: Bool
    private let memory: Int
    /// Bytes of the youngest cells.
    private static let bufferLimit = 4 << 20

    init(grid: BucketGrid, isCalendar: Bool, memory: Int) {
        self.grid = grid
        self.isCalendar = isCalendar
        self.memory = memory
    }

    /// Storage in bytes.
    var byteCount: Int { tracks.reduce(0) { $0 + $1.byteCount } }

    /// Makes room for devices.
    mutating func reserve(devices: Int) {
        while tracks.count < devices { tracks.append(CellColumns()) }
    }

    /// Widens the grid until it has buckets for all times, none of which may be NaN. O(times).
    mutating func widen(toFit times: [Double]) {
        guard let first = times.min(), let last = times.max() else { return }
        while grid.bucket(of: first) == nil || grid.bucket(of: last) == nil { widen() }
    }

    /// Takes the cells of a chunk in: `devices` by the entries of the chunk's devices, `metrics` by
    /// its columns (`nil`: left out).
    ///
    /// Long runs that follow their device's cells go straight to them. Many short ones are gathered
    /// first, and so are late ones, as each time that they join all cells are put in order.
    mutating func take(_ chunk: ChunkCells, devices: [Int32], metrics: [Int?]) {
        let isLong = chunk.count >= 2 * chunk.runs.count
        guard isLong, chunk.isRising, chunk.grid.width == grid.width, follows(chunk, devices) else {
            buffer.take(
                chunk, buckets: chunk.buckets(on: grid), devices: devices, metrics: metrics,
                deviceCount: tracks.count)
            return
        }
        settle()
        for run in chunk.runs {
            tracks[Int(devices[run.device])].absorb(chunk.cells, run.cells, metrics: metrics)
        }
        unweighed += chunk.cells.byteCount
    }

    private func follows(_ chunk: ChunkCells, _ devices: [Int32]) -> Bool {
        chunk.runs.allSatisfy { run in
            guard let last = tracks[Int(devices[run.device])].buckets.last else { return true }
            return chunk.cells.buckets[run.cells.lowerBound] >= last
        }
    }

    /// Joins the youngest cells to their devices' where there are many, and keeps the budget.
    mutating func settleIfFull(besides other: Int) {
        guard buffer.cells.byteCount + unweighed >= Self.bufferLimit else { return }
        unweighed = 0
        settle()
        keepBudget(besides: other)
    }

    /// Joins the youngest cells to their devices'.
    mutating func settle() {
        if buffer.cells.count > 0 { buffer.flush(into: &tracks) }
    }

    /// Widens the buckets until cells and `other` bytes keep the memory budget.
    mutating func keepBudget(besides other: Int) {
        guard byteCount + other > memory else { return }
        // Where each device is down to one cell nothing is left to merge.
        while byteCount + other > memory / 4 * 3, tracks.contains(where: { $0.count > 1 }) {
            widen()
        }
    }

    /// Widens the buckets, as far as `widest`, until there are at most `count` from the first to the
    /// last that holds rows.
    mutating func coarsen(toBuckets count: Int, widest: Double) {
        settle()
        while BucketWidth.next(after: grid.width, isCalendar: isCalendar) <= widest {
            let first = tracks.compactMap(\.buckets.first).min() ?? 0
            let last = tracks.compactMap(\.buckets.last).max() ?? 0
            guard Int(last) - Int(first) >= count else { return }
            widen()
        }
    }

    /// Sets the width of the buckets while there are no cells.
    mutating func widenEmpty(to width: Double) {
        if tracks.isEmpty, buffer.cells.count == 0 { grid.width = width }
    }

    private mutating func widen() {
        settle()
        let width = BucketWidth.next(after: grid.width, isCalendar: isCalendar)
        let factor = Int32(clamping: (width / grid.width).rounded())
        for device in tracks.indices {
            tracks[device] = tracks[device].settled(coarsenedBy: factor)
        }
        grid.width = width
    }
}
