extension EmbeddedSource {
    /// The fleet over time. O(cells + events + slices · devices).
    ///
    /// A cell belongs to the slice that holds its left edge.
    public func timeline(_ filter: Filter, step: TimeStep) -> Timeline {
        let slices = catalog.axis.slices(step, filter, zone: zone)
        var fleet = FleetTimeline(
            slices: slices, rollup: rollup, selection: Selection(filter, rollup))
        fleet.fill()
        return fleet.timeline
    }
}

/// A timeline while it is summed up.
private struct FleetTimeline {
    let slices: [TimeSlice]
    let rollup: Rollup
    let selection: Selection
    /// The first bucket of each slice, and the end of the last.
    let edges: [Int32]

    var rows: [Int]
    var devices: [Int]
    var codes: [[Int]]
    /// `means[metric][slice]`: the devices' means.
    var means: [[[Double]]]

    init(slices: [TimeSlice], rollup: Rollup, selection: Selection) {
        self.slices = slices
        self.rollup = rollup
        self.selection = selection
        // The first slice takes a cell that reaches into the range from before.
        edges =
            [selection.buckets.lowerBound]
            + slices.dropFirst().map { rollup.grid.firstBucket(from: $0.from) }
            + [selection.buckets.upperBound]
        rows = Array(repeating: 0, count: slices.count)
        devices = rows
        codes = rollup.catalog.codes.map { _ in Array(repeating: 0, count: slices.count) }
        means = rollup.catalog.metrics.map { _ in Array(repeating: [], count: slices.count) }
    }

    mutating func fill() {
        guard !slices.isEmpty else { return }
        for device in selection.devices {
            let track = rollup.devices[device]
            addCells(track)
            addEvents(track)
        }
    }

    private mutating func addCells(_ track: Rollup.DeviceTrack) {
        let metrics = means.indices.map { track.cells.metric($0) }
        let readingsCount = !means.isEmpty
        var end = track.cells.firstCell(from: edges[0])
        for slice in slices.indices {
            let start = end
            while end < track.cells.count, track.cells.buckets[end] < edges[slice + 1] { end += 1 }
            guard start < end else { continue }
            for cell in start..<end { rows[slice] += Int(track.cells.rows[cell]) }
            var isPresent = !readingsCount
            for metric in metrics.indices {
                guard let sum = metrics[metric]?.sum(start..<end), sum.count > 0 else { continue }
                isPresent = true
                means[metric][slice].append(sum.sum / Double(sum.count))
            }
            devices[slice] += isPresent ? 1 : 0
        }
    }

    private mutating func addEvents(_ track: Rollup.DeviceTrack) {
        var slice = 0
        for entry in selection.entries(track) {
            let code = selection.codes[Int(track.events.codes[entry])]
            let time = track.events.times[entry]
            while slice + 1 < slices.count, time >= slices[slice].to { slice += 1 }
            guard code >= 0, time < slices[slice].to else { continue }
            codes[code][slice] += track.events.count(entry)
        }
    }

    var timeline: Timeline {
        Timeline(
            slices: slices, rows: rows, devices: devices, codes: codes,
            metrics: means.map { $0.map(Timeline.FleetValue.init(ofMeans:)) })
    }
}

extension Timeline.FleetValue {
    /// The fleet's value of the devices' means; percentiles are interpolated between ranks.
    fileprivate init(ofMeans means: [Double]) {
        guard !means.isEmpty else {
            self.init()
            return
        }
        let sorted = means.sorted()
        let percentile = { (share: Double) in
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        self.init(
            mean: sorted.reduce(0, +) / Double(sorted.count), low: percentile(0.1),
            median: percentile(0.5), high: percentile(0.9), devices: sorted.count)
    }
}
