import Values

/// A filter brought to the terms of a rollup.
///
/// Cells count whole: those that overlap the filter's time range. Events count by their own time.
struct Selection: Sendable {
    /// Places of the devices that pass, rising, each once.
    let devices: SelectedDevices
    /// Buckets that overlap the time range.
    let buckets: Range<Int32>
    /// From this time, inclusive.
    let from: Double
    /// Up to this time, exclusive.
    let to: Double
    /// By code of the builder: its place in the catalog, −1 where the filter stops it.
    let codes: [Int]
    /// The filter names a time.
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

    /// The device's cells in the range.
    func cells(_ track: Rollup.DeviceTrack) -> Range<Int> {
        isTimed ? track.cells.cells(buckets) : 0..<track.cells.count
    }

    /// The device's events in the range, of whatever code.
    func entries(_ track: Rollup.DeviceTrack) -> Range<Int> {
        isTimed ? track.events.entries(from: from, to: to) : 0..<track.events.count
    }

    /// The device's events in the range, of the codes that pass.
    func events(_ track: Rollup.DeviceTrack) -> [DeviceSeries.Event] {
        entries(track).compactMap { entry in
            let code = codes[Int(track.events.codes[entry])]
            guard code >= 0 else { return nil }
            return DeviceSeries.Event(
                time: track.events.times[entry], code: code, count: track.events.count(entry))
        }
    }

    /// Events by code of the catalog.
    func counts(_ track: Rollup.DeviceTrack) -> EventCounts {
        var counts: [Int: Int] = [:]
        for entry in entries(track) {
            let code = codes[Int(track.events.codes[entry])]
            if code >= 0 { counts[code, default: 0] += track.events.count(entry) }
        }
        return EventCounts(counts)
    }

    /// Events by code of the catalog, added to `counts`.
    func countEvents(_ track: Rollup.DeviceTrack, into counts: inout [Int]) {
        for entry in entries(track) {
            let code = codes[Int(track.events.codes[entry])]
            if code >= 0 { counts[code] += track.events.count(entry) }
        }
    }
}

/// The places of some devices, or of all, which then take no memory and no time.
struct SelectedDevices: RandomAccessCollection, Sendable {
    /// Rising, each once; `nil` for all.
    private let chosen: [Int]?
    private let all: Range<Int>

    /// Those of `devices` that there are among a number of them; `nil` = all.
    init(_ devices: [Int]?, of count: Int) {
        all = 0..<count
        let range = all
        chosen = devices.map { Set($0).filter(range.contains).sorted() }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { chosen?.count ?? all.count }
    subscript(position: Int) -> Int { chosen?[position] ?? all[position] }
}
