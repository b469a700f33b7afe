public import Values

extension EmbeddedSource {
    /// The readings of one device in their order; empty for a device that the catalog does not have
    /// or the filter stops. O(cells · metrics).
    public func readings(of device: Int, _ filter: Filter) -> DeviceReadings {
        let empty = DeviceReadings(
            device: device, slots: [], rows: [], values: catalog.metrics.map { _ in [] })
        guard rollup.devices.indices.contains(device), filter.devices?.contains(device) ?? true
        else { return empty }
        var own = filter
        own.devices = [device]
        let track = rollup.devices[device]
        let cells = Selection(own, rollup).cells(track)
        let first = rollup.grid.clampedBucket(of: catalog.axis.start)
        return DeviceReadings(
            device: device,
            slots: track.cells.buckets[cells].map { $0 &- first },
            rows: track.cells.rows[cells].map { Int32(clamping: $0) },
            values: catalog.metrics.indices.map { metric in
                track.cells.metric(metric).map { $0.values(cells) } ?? []
            })
    }
}

extension EmbeddedSource {
    /// The events of one device in order of time; none for a device that the catalog does not have
    /// or the filter stops. O(events).
    public func events(of device: Int, _ filter: Filter) -> [DeviceSeries.Event] {
        guard rollup.devices.indices.contains(device), filter.devices?.contains(device) ?? true
        else { return [] }
        var own = filter
        own.devices = [device]
        return Selection(own, rollup).events(rollup.devices[device])
    }
}

extension MetricColumn {
    /// The mean of each cell of a range; empty where none of them holds a reading.
    fileprivate func values(_ cells: Range<Int>) -> [Float] {
        let known = cells.clamped(to: means.startIndex..<means.endIndex)
        guard means[known].contains(where: { !$0.isNaN }) else { return [] }
        return means[known].map { Float($0) }
            + [Float](repeating: .nan, count: cells.count - known.count)
    }
}
