public import Values

extension EmbeddedSource {
    /// The slices that a timeline of this filter and step has.
    /// - Complexity: O(slices).
    public func slices(_ filter: Filter, step: TimeStep) -> [TimeSlice] {
        catalog.axis.slices(step, filter, zone: zone)
    }

    /// The fleet over time. A cell belongs to the slice that holds its left edge; the first slice
    /// also has the cell that reaches into the range.
    /// - Complexity: O(cells + events + slices × devices).
    public func timeline(_ filter: Filter, step: TimeStep) -> Timeline {
        let slices = slices(filter, step: step)
        var fleet = FleetTimeline(
            slices: slices, rollup: rollup, selection: Selection(filter, rollup))
        fleet.fill()
        return fleet.timeline
    }
}

/// A timeline being summed up, a few slices of all devices at a time: the devices' means over the
/// whole time would need as much memory as the rollup.
private struct FleetTimeline {
    let rollup: Rollup
    let selection: Selection
    /// The first bucket of each slice, and the bucket after the last slice.
    let edges: [Int32]
    var timeline: Timeline

    /// How many means are held at once.
    private static let heldMeans = 1 << 16

    init(slices: [TimeSlice], rollup: Rollup, selection: Selection) {
        self.rollup = rollup
        self.selection = selection
        // The cell in which the range begins belongs to the first slice.
        edges =
            [selection.buckets.lowerBound]
            + slices.dropFirst().map { rollup.grid.firstBucket(from: $0.from) }
            + [selection.buckets.upperBound]
        let none = [Int](repeating: 0, count: slices.count)
        timeline = Timeline(
            slices: slices, rows: none, devices: none,
            codes: rollup.catalog.codes.map { _ in none },
            metrics: rollup.catalog.metrics.map { _ in
                [Timeline.FleetValue](repeating: .init(), count: slices.count)
            })
    }

    mutating func fill() {
        guard !timeline.slices.isEmpty else { return }
        for device in selection.devices { addEvents(rollup.devices[device]) }
        let perSlice = max(1, selection.devices.count * timeline.metrics.count)
        let length = max(1, Self.heldMeans / perSlice)
        for first in stride(from: 0, to: timeline.slices.count, by: length) {
            addCells(first..<min(first + length, timeline.slices.count))
        }
    }

    private mutating func addCells(_ slices: Range<Int>) {
        var means = timeline.metrics.map { _ in
            slices.map { _ in MeansOfDevices(capacity: selection.devices.count) }
        }
        for device in selection.devices {
            addCells(rollup.devices[device].cells, slices, &means)
        }
        for metric in means.indices {
            for slice in slices {
                timeline.metrics[metric][slice] = means[metric][slice - slices.lowerBound].value
            }
        }
    }

    private mutating func addCells(
        _ cells: CellColumns, _ slices: Range<Int>, _ means: inout [[MeansOfDevices]]
    ) {
        var end = cells.firstCell(from: edges[slices.lowerBound])
        guard end < cells.count, cells.buckets[end] < edges[slices.upperBound] else { return }
        let metrics = means.indices.map { cells.metric($0) }
        for slice in slices {
            let start = end
            while end < cells.count, cells.buckets[end] < edges[slice + 1] { end += 1 }
            guard start < end else { continue }
            for cell in start..<end { timeline.rows[slice] += Int(cells.rows[cell]) }
            var isPresent = means.isEmpty
            for metric in metrics.indices {
                guard let sum = metrics[metric]?.sum(start..<end), sum.count > 0 else { continue }
                isPresent = true
                means[metric][slice - slices.lowerBound].add(sum.sum / Double(sum.count))
            }
            timeline.devices[slice] += isPresent ? 1 : 0
        }
    }

    private mutating func addEvents(_ track: Rollup.DeviceTrack) {
        let slices = timeline.slices
        var slice = 0
        for entry in selection.entries(track) {
            let code = selection.codes[Int(track.events.codes[entry])]
            let time = track.events.times[entry]
            while slice + 1 < slices.count, time >= slices[slice].to { slice += 1 }
            guard code >= 0, time < slices[slice].to else { continue }
            timeline.codes[code][slice] += track.events.count(entry)
        }
    }
}

/// The means of all devices in one slice.
private struct MeansOfDevices {
    private var means: [Double] = []

    init(capacity: Int) { means.reserveCapacity(capacity) }

    mutating func add(_ mean: Double) { means.append(mean) }

    /// Mean and percentiles of the means; percentiles interpolate between ranks.
    var value: Timeline.FleetValue {
        guard !means.isEmpty else { return Timeline.FleetValue() }
        let sorted = means.sorted()
        let percentile = { (share: Double) in
            let place = share * Double(sorted.count - 1)
            let below = Int(clamping: place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        return Timeline.FleetValue(
            mean: sorted.reduce(0, +) / Double(sorted.count), low: percentile(0.1),
            median: percentile(0.5), high: percentile(0.9), devices: sorted.count)
    }
}
