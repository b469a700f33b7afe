import Values

/// The cells of all devices while a data set is read, within a memory budget.
struct CellStore: Sendable {
    private(set) var grid: BucketGrid
    /// By device, buckets rising; without the newest cells, which are in the buffer.
    private(set) var tracks: [CellColumns] = []

    private var buffer = CellBuffer()
    /// Bytes that went straight to the devices since the budget was last checked.
    private var unweighed = 0
    private let isCalendar: Bool
    private let memory: Int
    /// Bytes of newest cells from which on they join their devices.
    private static let bufferLimit = 4 << 20

    init(grid: BucketGrid, isCalendar: Bool, memory: Int) {
        self.grid = grid
        self.isCalendar = isCalendar
        self.memory = memory
    }

    /// Bytes of the devices' cells, without the buffer.
    var byteCount: Int { tracks.reduce(0) { $0 + $1.byteCount } }

    mutating func reserve(devices: Int) {
        while tracks.count < devices { tracks.append(CellColumns()) }
    }

    /// Widens the grid until all times have buckets; none of them may be NaN.
    /// - Complexity: O(times), and O(cells) per widening.
    mutating func widen(toFit times: [Double]) {
        guard let first = times.min(), let last = times.max() else { return }
        while grid.bucket(of: first) == nil || grid.bucket(of: last) == nil { widen() }
    }

    /// Adds the cells of a chunk. `devices` has the device of each entry of the chunk's devices,
    /// `metrics` the metric of each of its columns, `nil` to skip it.
    ///
    /// Long runs that continue their devices' cells go straight there. Many short ones are
    /// buffered, and so are late ones, since each joining sorts all cells of the device.
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

    /// Joins the newest cells to their devices' once there are many, and checks the budget.
    mutating func settleIfFull(besides other: Int) {
        guard buffer.cells.byteCount + unweighed >= Self.bufferLimit else { return }
        unweighed = 0
        settle()
        keepBudget(besides: other)
    }

    /// Joins the newest cells to their devices'.
    mutating func settle() {
        if buffer.cells.count > 0 { buffer.flush(into: &tracks) }
    }

    /// Where cells and `other` bytes exceed the memory budget, widens the buckets until they take
    /// at most three quarters of it.
    mutating func keepBudget(besides other: Int) {
        guard byteCount + other > memory else { return }
        // With one cell per device there is nothing left to merge.
        while byteCount + other > memory / 4 * 3, tracks.contains(where: { $0.count > 1 }) {
            widen()
        }
    }

    /// Widens the buckets, at most to `widest`, until no more than `count` lie between the first
    /// and the last with rows.
    mutating func coarsen(toBuckets count: Int, widest: Double) {
        settle()
        while BucketWidth.next(after: grid.width, isCalendar: isCalendar) <= widest {
            let first = tracks.compactMap(\.buckets.first).min() ?? 0
            let last = tracks.compactMap(\.buckets.last).max() ?? 0
            guard Int(last) - Int(first) >= count else { return }
            widen()
        }
    }

    /// Takes out the cells of a bucket and of all later ones; gives back their rows by device. The
    /// buffer must be empty.
    mutating func cut(from bucket: Int32) -> [Int] {
        tracks.indices.map { device in
            let first = tracks[device].firstCell(from: bucket)
            guard first < tracks[device].count else { return 0 }
            let (kept, rows) = tracks[device].cut(at: first)
            tracks[device] = kept
            return rows
        }
    }

    /// Sets the width of the buckets; does nothing once there are cells.
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
