/// The newest cells of all devices in order of arrival, before they join their devices' own: a few
/// long arrays fill faster than many short ones.
struct CellBuffer: Sendable {
    private(set) var cells = CellColumns()
    /// The device of each cell.
    private(set) var devices: [Int32] = []
    /// By device its newest cell here, −1 without one.
    private var latest: [Int32] = []

    /// Adds the cells of a chunk; `buckets` are theirs on the store's grid.
    mutating func take(
        _ chunk: ChunkCells, buckets: [Int32], devices: [Int32], metrics: [Int?], deviceCount: Int
    ) {
        reserve(deviceCount)
        var places: [Int32] = []
        places.reserveCapacity(chunk.count)
        for run in chunk.runs {
            for place in run.cells {
                let cell = cell(of: devices[run.device], bucket: buckets[place])
                cells.countRows(chunk.cells.rows[place], in: Int(cell))
                let labelled = chunk.cells.labelled(place)
                if labelled > 0 { cells.countLabels(UInt32(clamping: labelled), in: Int(cell)) }
                places.append(cell)
            }
        }
        for (column, metric) in zip(chunk.cells.metrics, metrics) {
            if let metric { cells.add(column, metric: metric, at: places) }
        }
    }

    private mutating func reserve(_ deviceCount: Int) {
        guard latest.count < deviceCount else { return }
        latest.append(contentsOf: repeatElement(-1, count: deviceCount - latest.count))
    }

    private mutating func cell(of device: Int32, bucket: Int32) -> Int32 {
        let known = latest[Int(device)]
        if known >= 0, cells.buckets[Int(known)] == bucket { return known }
        let cell = Int32(truncatingIfNeeded: cells.count)
        cells.appendCell(bucket)
        devices.append(device)
        latest[Int(device)] = cell
        return cell
    }

    /// Moves all cells to their devices and empties the buffer.
    /// - Complexity: O(cells + devices).
    mutating func flush(into tracks: inout [CellColumns]) {
        let order = orderByDevice(deviceCount: tracks.count)
        var start = 0
        while start < order.count {
            let device = Int(devices[Int(order[start])])
            var end = start + 1
            while end < order.count, Int(devices[Int(order[end])]) == device { end += 1 }
            tracks[device].absorb(cells, order[start..<end])
            start = end
        }
        self = CellBuffer()
    }

    /// The cells by device, by counting sort: within a device they keep their order.
    private func orderByDevice(deviceCount: Int) -> [Int32] {
        var places = [Int](repeating: 0, count: deviceCount + 1)
        for device in devices { places[Int(device) + 1] += 1 }
        for device in 0..<deviceCount { places[device + 1] += places[device] }
        var order = [Int32](repeating: 0, count: devices.count)
        for cell in devices.indices {
            order[places[Int(devices[cell])]] = Int32(truncatingIfNeeded: cell)
            places[Int(devices[cell])] += 1
        }
        return order
    }
}

extension CellColumns {
    /// Adds later cells, keeping buckets in rising order.
    fileprivate mutating func absorb(_ other: CellColumns, _ cells: ArraySlice<Int32>) {
        var rest = cells
        if let first = rest.first, let last = buckets.last, other.buckets[Int(first)] == last {
            merge(
                other, cell: Int(first), into: count - 1, metrics: Array(other.metrics.indices))
            rest = rest.dropFirst()
        }
        var previous = buckets.last
        var isRising = true
        for cell in rest {
            let bucket = other.buckets[Int(cell)]
            if let previous, bucket <= previous { isRising = false }
            previous = bucket
        }
        append(other, cells: rest)
        if !isRising { self = settled() }
    }
}
