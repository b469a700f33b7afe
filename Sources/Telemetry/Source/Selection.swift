import Values

/// A filter in terms of a rollup: whole cells that overlap its time range, and events by their own
/// times.
struct Selection: Sendable {
    /// Catalog indices of the devices that pass, rising, each once.
    let devices: SelectedDevices
    /// The buckets that overlap the time range.
    let buckets: Range<Int32>
    /// Inclusive; −∞ without a bound.
    let from: Double
    /// Exclusive; +∞ without a bound.
    let to: Double
    /// By code of the builder its catalog index, −1 where the filter excludes it.
    let codes: [Int]
    /// Whether the filter has a time bound.
    let isTimed: Bool

    init(_ filter: Filter, _ rollup: Rollup) {
        devices = SelectedDevices(filter.devices, of: rollup.devices.count)
        isTimed = filter.from != nil || filter.to != nil
        from = filter.from ?? -.infinity
        to = filter.to ?? .infinity
        let grid = rollup.grid
        let first = filter.from.map(grid.clampedBucket) ?? Int32.min
        let end = filter.to.map(grid.firstBucket) ?? Int32.max
        buckets = first..<max(first, end)
        if let wanted = filter.codes.map(Set.init) {
            codes = rollup.codeIndex.map { wanted.contains($0) ? $0 : -1 }
        } else {
            codes = rollup.codeIndex
        }
    }

    /// The device's cells within the time range.
    func cells(_ track: Rollup.DeviceTrack) -> Range<Int> {
        isTimed ? track.cells.cells(buckets) : 0..<track.cells.count
    }

    /// The device's events within the time range, of any code.
    func entries(_ track: Rollup.DeviceTrack) -> Range<Int> {
        isTimed ? track.events.entries(from: from, to: to) : 0..<track.events.count
    }

    /// The device's events within the time range, of codes that pass.
    func events(_ track: Rollup.DeviceTrack) -> [DeviceSeries.Event] {
        entries(track).compactMap { entry in
            let code = codes[Int(track.events.codes[entry])]
            guard code >= 0 else { return nil }
            return DeviceSeries.Event(
                time: track.events.times[entry], code: code, count: track.events.count(entry))
        }
    }

    /// The device's events within the time range, by code that passes.
    func counts(_ track: Rollup.DeviceTrack) -> EventCounts {
        var counts: [Int: Int] = [:]
        for entry in entries(track) {
            let code = codes[Int(track.events.codes[entry])]
            if code >= 0 { counts[code, default: 0] += track.events.count(entry) }
        }
        return EventCounts(counts)
    }

    /// Adds the same to `counts`, which has one number per code of the catalog.
    func countEvents(_ track: Rollup.DeviceTrack, into counts: inout [Int]) {
        for entry in entries(track) {
            let code = codes[Int(track.events.codes[entry])]
            if code >= 0 { counts[code] += track.events.count(entry) }
        }
    }
}

/// The indices of some devices, or of all, which then take no memory.
struct SelectedDevices: RandomAccessCollection, Sendable {
    /// Rising, each once; `nil` for all.
    private let chosen: [Int]?
    private let all: Range<Int>

    /// Those of `devices` that are below `count`; `nil` selects all.
    init(_ devices: [Int]?, of count: Int) {
        all = 0..<count
        let range = all
        chosen = devices.map { Set($0).filter(range.contains).sorted() }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { chosen?.count ?? all.count }
    subscript(position: Int) -> Int { chosen?[position] ?? all[position] }
}
