/// Leaves readings out that an earlier file gives already, for one file while it is read.
///
/// Files come in order of their sampling interval, finest first. A reading is left out where an
/// earlier file gives its device a reading of the same metric in the stretch for which it stands:
/// from its time on, one sampling interval if it is coarser, else one bucket.
struct OverlapGuard: Sendable {
    /// Devices with readings that were left out, by the earlier file.
    private(set) var covered: [Int: Set<Int>] = [:]

    private let file: Int
    private let step: Double
    private let earlier: ReadingSpans
    /// The devices' cells before this file; taken when first needed, since files that follow each
    /// other in time never need them.
    private var snapshots: [Int: CellColumns] = [:]
    private var width: Double

    init(file: Int, step: Double, earlier: ReadingSpans, grid: BucketGrid) {
        self.file = file
        self.step = step
        self.earlier = earlier
        width = grid.width
    }

    /// Whether a device has earlier readings around a stretch of time.
    func isSuspect(device: Int, first: Double, last: Double) -> Bool {
        device < earlier.first.count && earlier.files[device] != file
            && last + step > earlier.first[device] && first <= earlier.last[device]
    }

    /// The rows whose device has earlier readings around their time.
    func suspects(devices: [Int32], times: [Double]) -> [Int] {
        devices.indices.filter { row in
            let device = Int(devices[row])
            return device >= 0 && device < earlier.first.count && earlier.files[device] != file
                && times[row] + step > earlier.first[device]
                && times[row] <= earlier.last[device]
        }
    }

    /// The values without those that are covered.
    mutating func remaining(
        _ values: [Double], metric: Int, suspects: [Int], devices: [Int32], times: [Double],
        store: CellStore
    ) -> [Double] {
        if width != store.grid.width {
            snapshots.removeAll()
            width = store.grid.width
        }
        var result = values
        for row in suspects where !values[row].isNaN {
            let device = Int(devices[row])
            if snapshots[device] == nil { snapshots[device] = store.tracks[device] }
            guard let column = snapshots[device]?.metric(metric) else { continue }
            let window = window(times[row], device: device, grid: store.grid)
            let cells = snapshots[device]?.cells(window) ?? 0..<0
            if cells.contains(where: { column.hasReading($0) }) {
                result[row] = .nan
                covered[earlier.files[device], default: []].insert(device)
            }
        }
        return result
    }

    /// The buckets for which a reading stands, as far as earlier files reach.
    private func window(_ time: Double, device: Int, grid: BucketGrid) -> Range<Int32> {
        let start = grid.clampedBucket(of: time)
        let isCoarser = step > 1.5 * earlier.steps[device]
        let end = isCoarser ? grid.firstBucket(from: time + step) : start + 1
        let limit = grid.clampedBucket(of: earlier.last[device]) + 1
        return start..<max(start, min(max(end, start + 1), limit))
    }
}

/// Where the files so far give readings of each device.
struct ReadingSpans: Sendable {
    private(set) var first: [Double] = []
    private(set) var last: [Double] = []
    /// The first file with readings of the device, and its sampling interval.
    private(set) var files: [Int] = []
    private(set) var steps: [Double] = []

    /// Takes rows of a device in, which has a stretch of time.
    mutating func add(_ device: Int, from: Double, to: Double, file: Int, step: Double) {
        reserve(device + 1, file: file, step: step)
        if first[device].isNaN {
            files[device] = file
            steps[device] = step
        }
        if !(first[device] <= from) { first[device] = from }
        if !(last[device] >= to) { last[device] = to }
    }

    private mutating func reserve(_ count: Int, file: Int, step: Double) {
        while first.count < count {
            first.append(.nan)
            last.append(.nan)
            files.append(file)
            steps.append(step)
        }
    }

    /// Takes the rows of a file in.
    mutating func add(devices: [Int32], times: [Double], file: Int, step: Double, count: Int) {
        reserve(count, file: file, step: step)
        for row in devices.indices where devices[row] >= 0 {
            let device = Int(devices[row])
            if first[device].isNaN {
                files[device] = file
                steps[device] = step
            }
            if !(first[device] <= times[row]) { first[device] = times[row] }
            if !(last[device] >= times[row]) { last[device] = times[row] }
        }
    }
}
