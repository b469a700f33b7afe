/// Leaves out readings of one file that an earlier file already gave.
///
/// Files come in order of their sampling interval, shortest first. A reading is left out where an
/// earlier file has a reading of the same device and metric in the time that it stands for: from
/// its own time on one sampling interval if its file is coarser, else one bucket.
struct OverlapGuard: Sendable {
    /// By earlier file the devices whose readings were left out in its favour.
    private(set) var covered: [Int: Set<Int>] = [:]

    private let file: Int
    private let step: Double
    private let earlier: ReadingSpans
    /// By device its cells before this file; copied only when first needed, which files that
    /// continue each other in time never do.
    private var snapshots: [Int: CellColumns] = [:]
    private var width: Double

    init(file: Int, step: Double, earlier: ReadingSpans, grid: BucketGrid) {
        self.file = file
        self.step = step
        self.earlier = earlier
        width = grid.width
    }

    /// Whether another file gave the device readings in or near this range of time.
    func isSuspect(device: Int, first: Double, last: Double) -> Bool {
        device < earlier.first.count && earlier.files[device] != file
            && last + step > earlier.first[device] && first <= earlier.last[device]
    }

    /// Makes readings NaN that an earlier file gave. `devices` has the device of each entry of the
    /// batch's devices, `metrics` the metric of each of its columns, `nil` to skip it.
    mutating func removeCovered(
        from batch: inout RecordBatch, devices: [Int32], metrics: [Int?], store: CellStore
    ) {
        let rows = suspects(batch, devices)
        guard !rows.isEmpty else { return }
        if width != store.grid.width {
            snapshots.removeAll()
            width = store.grid.width
        }
        for (column, metric) in zip(batch.metrics.indices, metrics) {
            guard let metric else { continue }
            for (row, device) in rows where !batch.metrics[column][row].isNaN {
                if covers(batch.times[row], device: device, metric: metric, store) {
                    batch.metrics[column][row] = .nan
                    covered[earlier.files[device], default: []].insert(device)
                }
            }
        }
    }

    /// The rows whose device has earlier readings around their time, and that device.
    private func suspects(_ batch: RecordBatch, _ devices: [Int32]) -> [(row: Int, device: Int)] {
        (0..<batch.count).compactMap { row in
            let device = Int(devices[Int(batch.devices.indices[row])])
            let time = batch.times[row]
            return isSuspect(device: device, first: time, last: time) ? (row, device) : nil
        }
    }

    /// Whether an earlier file gave a reading in the time that this one stands for.
    private mutating func covers(
        _ time: Double, device: Int, metric: Int, _ store: CellStore
    ) -> Bool {
        if snapshots[device] == nil { snapshots[device] = store.tracks[device] }
        guard let cells = snapshots[device], let column = cells.metric(metric) else { return false }
        return cells.cells(window(time, device: device, grid: store.grid))
            .contains { column.hasReading($0) }
    }

    /// The buckets that a reading stands for, up to where earlier files end.
    private func window(_ time: Double, device: Int, grid: BucketGrid) -> Range<Int32> {
        let start = grid.clampedBucket(of: time)
        let isCoarser = step > 1.5 * earlier.steps[device]
        let end = isCoarser ? grid.firstBucket(from: time + step) : start + 1
        let limit = grid.clampedBucket(of: earlier.last[device]) + 1
        return start..<max(start, min(max(end, start + 1), limit))
    }
}

/// By device the range of time in which files so far gave readings.
struct ReadingSpans: Sendable {
    private(set) var first: [Double] = []
    private(set) var last: [Double] = []
    /// The first file with readings of each device, and its sampling interval.
    private(set) var files: [Int] = []
    private(set) var steps: [Double] = []

    /// Extends a device's range by the rows of a file.
    mutating func add(_ device: Int, from: Double, to: Double, file: Int, step: Double) {
        while first.count <= device {
            first.append(.nan)
            last.append(.nan)
            files.append(file)
            steps.append(step)
        }
        if first[device].isNaN {
            files[device] = file
            steps[device] = step
        }
        if !(first[device] <= from) { first[device] = from }
        if !(last[device] >= to) { last[device] = to }
    }
}
