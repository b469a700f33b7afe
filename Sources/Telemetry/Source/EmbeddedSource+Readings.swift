public import Values

extension EmbeddedSource {
    /// The readings of one device by slot; empty for a device that is not in the catalog or does
    /// not pass the filter.
    /// - Complexity: O(cells × metrics) of the device.
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
    /// The events of one device in order of time; none for a device that is not in the catalog or
    /// does not pass the filter.
    /// - Complexity: O(events) of the device.
    public func events(of device: Int, _ filter: Filter) -> [DeviceSeries.Event] {
        guard rollup.devices.indices.contains(device), filter.devices?.contains(device) ?? true
        else { return [] }
        var own = filter
        own.devices = [device]
        return Selection(own, rollup).events(rollup.devices[device])
    }
}

extension MetricColumn {
    /// The mean of each cell in a range, NaN without readings; empty where none has any.
    fileprivate func values(_ cells: Range<Int>) -> [Float] {
        let known = cells.clamped(to: means.startIndex..<means.endIndex)
        guard means[known].contains(where: { !$0.isNaN }) else { return [] }
        return means[known].map { Float($0) }
            + [Float](repeating: .nan, count: cells.count - known.count)
    }
}
