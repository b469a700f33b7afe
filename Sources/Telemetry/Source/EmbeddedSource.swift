public import Values

/// Answers from a rollup in memory; only raw rows and issues are read from the files.
///
/// A time range includes whole cells that overlap it, and events by their own times. Devices and
/// codes that the catalog does not have are ignored.
public struct EmbeddedSource: TelemetrySource {
    /// Cells and events of all devices.
    public let rollup: Rollup
    /// The zone of calendar answers: the axis', UTC without dates.
    public let zone: Zone
    /// For raw rows and issues.
    let files: [SourceFile]

    /// The rollup's catalog.
    public var catalog: Catalog { rollup.catalog }

    /// A source of answers about `rollup`; without files it has no raw rows.
    /// - Throws: `LoadError.unknownTimeZone` where the axis names no zone of this system.
    public init(rollup: Rollup, files: [SourceFile] = []) throws(LoadError) {
        self.rollup = rollup
        self.files = files
        if case .time(let zone, _) = rollup.catalog.axis.kind {
            self.zone = try Zone(zone)
        } else {
            zone = .utc
        }
    }

    /// Sums over the filter.
    /// - Complexity: O(cells + events).
    public func totals(_ filter: Filter) -> Totals {
        let selection = Selection(filter, rollup)
        var result = Totals(
            rows: 0, devices: 0, codes: Array(repeating: 0, count: catalog.codes.count),
            metrics: Array(repeating: MetricSummary(), count: catalog.metrics.count), labelled: 0)
        for device in selection.devices {
            let track = rollup.devices[device]
            let cells = selection.cells(track)
            let rows = cells.reduce(0) { $0 + Int(track.cells.rows[$1]) }
            result.rows += rows
            result.devices += rows > 0 ? 1 : 0
            result.labelled += labelled(track, cells)
            selection.countEvents(track, into: &result.codes)
            for metric in result.metrics.indices {
                guard let column = track.cells.metric(metric) else { continue }
                result.metrics[metric].merge(column.summary(cells))
            }
        }
        return result
    }

    /// The figures of each device that passes the filter, also those without rows, in catalog
    /// order.
    /// - Complexity: O(cells + events).
    public func deviceFeatures(_ filter: Filter) -> [DeviceFeatures] {
        let selection = Selection(filter, rollup)
        return selection.devices.map { features(of: $0, selection) }
    }

    private func features(of device: Int, _ selection: Selection) -> DeviceFeatures {
        let track = rollup.devices[device]
        let cells = selection.cells(track)
        let span = span(of: track, selection)
        let metrics = catalog.metrics.indices.map { track.cells.metric($0) }
        return DeviceFeatures(
            device: device, rows: cells.reduce(0) { $0 + Int(track.cells.rows[$1]) },
            firstTime: span.first, lastTime: span.last,
            metrics: metrics.map { $0?.summary(cells) ?? MetricSummary() },
            slopes: metrics.map {
                ($0?.slopePerBucket(cells, buckets: track.cells.buckets) ?? .nan)
                    / rollup.grid.width
            },
            codes: selection.counts(track), labelled: labelled(track, cells))
    }

    /// First and last time with a row: exact without a time in the filter; else left edges of
    /// buckets within the filter's and the device's range.
    private func span(
        of track: Rollup.DeviceTrack, _ selection: Selection
    ) -> (first: Double, last: Double) {
        guard selection.isTimed else { return (track.firstTime, track.lastTime) }
        let cells = selection.cells(track)
        guard let first = cells.first, let last = cells.last else { return (.nan, .nan) }
        let edge = { (cell: Int) in
            min(max(rollup.grid.edge(track.cells.buckets[cell]), track.firstTime), track.lastTime)
        }
        return (max(edge(first), selection.from), max(edge(last), selection.from))
    }

    private func labelled(_ track: Rollup.DeviceTrack, _ cells: Range<Int>) -> Int {
        track.cells.labelled.isEmpty ? 0 : cells.reduce(0) { $0 + track.cells.labelled($1) }
    }

    /// The devices with the most events of these kinds, falling; ties in catalog order. Devices
    /// without such events are left out.
    /// - Complexity: O(events).
    public func topDevices(_ filter: Filter, kinds: Set<EventKind>, limit: Int) -> [DeviceCount] {
        let selection = Selection(filter, rollup)
        var counts: [DeviceCount] = []
        for device in selection.devices {
            let count = selection.counts(rollup.devices[device]).entries
                .reduce(0) { $0 + (kinds.contains(catalog.codes[$1.code].kind) ? $1.count : 0) }
            if count > 0 { counts.append(DeviceCount(device: device, count: count)) }
        }
        counts.sort { ($1.count, $0.device) < ($0.count, $1.device) }
        return Array(counts.prefix(max(limit, 0)))
    }

    /// All readings and events of one device; empty for a device that is not in the catalog or does
    /// not pass the filter.
    /// - Complexity: O(cells + events) of the device.
    public func series(of device: Int, _ filter: Filter) -> DeviceSeries {
        guard rollup.devices.indices.contains(device), filter.devices?.contains(device) ?? true
        else {
            return DeviceSeries(
                device: device, times: [], metrics: catalog.metrics.map { _ in [] }, events: [])
        }
        // The filter's other devices do not matter, and this is called for each device in turn.
        var own = filter
        own.devices = [device]
        let selection = Selection(own, rollup)
        let track = rollup.devices[device]
        let cells = selection.cells(track)
        let filled = cells.filter(track.cells.hasReadings)
        let edge = { (cell: Int) in rollup.grid.edge(track.cells.buckets[cell]) }
        return DeviceSeries(
            device: device, times: filled.map(edge),
            metrics: catalog.metrics.indices.map { metric in
                guard let column = track.cells.metric(metric) else {
                    return Array(repeating: MetricSummary(), count: filled.count)
                }
                return filled.map { column[$0] }
            },
            events: selection.events(track),
            labelled: cells.filter { track.cells.labelled($0) > 0 }.map(edge))
    }
}
