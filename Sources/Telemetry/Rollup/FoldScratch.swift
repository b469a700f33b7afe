import CKernels

/// Buffers for folding chunks into cells, reused from chunk to chunk.
struct FoldScratch: Sendable {
    /// By entry of the batch's devices.
    private(set) var devices: [ck_cell_device] = []
    private var cells: [UInt32] = []
    private var owners: [UInt32] = []
    private var buckets: [Int32] = []
    private var sizes: [UInt32] = []
    private var pairs: [UInt32] = []
    private var sums: [ck_cell_sums] = []
    /// Cells by device, those of a device in order of arrival.
    private var sorted: [UInt32] = []
    /// Where in `sorted` each device begins, and where the last one ends.
    private var starts: [UInt32] = []

    /// Assigns each row to its cell; `nil` where a row's time is on no bucket.
    mutating func place(_ batch: RecordBatch, on grid: BucketGrid) -> ck_cell_counts? {
        reserve(rows: batch.count, devices: batch.devices.names.count)
        let counts = unsafe ck_cells_place(
            batch.times, batch.devices.indices, batch.count, grid.anchor, grid.width, &devices,
            &cells, &owners, &buckets, &sizes, &pairs)
        // The kernel returns its greatest number, −1 here, where a row has no bucket.
        guard (0...batch.count).contains(counts.cells) else { return nil }
        unsafe ck_cells_sort(owners, counts.cells, devices.count, &starts, &sorted)
        return counts
    }

    private mutating func reserve(rows: Int, devices count: Int) {
        if cells.count < rows {
            cells = [UInt32](repeating: 0, count: rows)
            (owners, sizes, sorted) = (cells, cells, cells)
            buckets = [Int32](repeating: 0, count: rows)
            pairs = [UInt32](repeating: 0, count: 2 * rows)
            sums = [ck_cell_sums](repeating: ck_cell_sums(), count: rows)
        }
        devices = [ck_cell_device](repeating: ck_cell_device(), count: count)
        if starts.count <= count { starts = [UInt32](repeating: 0, count: count + 1) }
    }

    /// How the rows of each device follow each other; valid after `place`.
    func order(_ counts: ck_cell_counts) -> ChunkCells.Order {
        ChunkCells.Order(
            backward: counts.backward,
            equal: (0..<counts.equal).map { (Int(pairs[2 * $0]), Int(pairs[2 * $0 + 1])) },
            ends: devices.map { (Int($0.first_row), Int($0.row)) })
    }

    /// The devices that have cells, with them.
    var runs: [ChunkCells.Run] {
        devices.indices.compactMap { device in
            let range = Int(starts[device])..<Int(starts[device + 1])
            return range.isEmpty ? nil : ChunkCells.Run(device: device, cells: range)
        }
    }

    /// The cells with their readings, by device; `count` as `place` found it.
    mutating func columns(_ batch: RecordBatch, cells count: Int) -> CellColumns {
        let places = sorted.prefix(count)
        return CellColumns(
            buckets: places.map { buckets[Int($0)] }, rows: places.map { sizes[Int($0)] },
            labelled: labelled(batch, cells: count),
            metrics: batch.metrics.map { values in
                count == batch.count ? singles(values) : summed(values, cells: count)
            })
    }

    private func labelled(_ batch: RecordBatch, cells count: Int) -> [UInt32] {
        guard let labels = batch.labels else { return [] }
        var marked = [UInt32](repeating: 0, count: count)
        for (row, isMarked) in labels.enumerated() where isMarked { marked[Int(cells[row])] += 1 }
        return sorted.prefix(count).map { marked[Int($0)] }
    }

    /// Where each row is a cell, the column is only reordered.
    private func singles(_ values: [Double]) -> MetricColumn {
        MetricColumn(
            means: unsafe [Double](unsafeUninitializedCapacity: values.count) { memory, count in
                unsafe ck_cells_pick(values, sorted, values.count, memory.baseAddress)
                count = values.count
            })
    }

    private mutating func summed(_ values: [Double], cells count: Int) -> MetricColumn {
        unsafe ck_cells_fold(values, cells, values.count, &sums, count)
        var means = [Double](repeating: 0, count: count)
        var moments = MetricColumn.Moments(count: count)
        unsafe ck_cells_split(
            sums, sorted, count, &means, &moments.counts, &moments.m2, &moments.minima,
            &moments.maxima, &moments.lasts)
        return MetricColumn(means: means, moments: moments)
    }
}
