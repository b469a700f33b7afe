import Values

extension EmbeddedSource {
    /// The readings of one device in finer buckets than those of the rollup: asked of its tables.
    /// `nil` for files, where the rollup is about as fine, where a table has to be read row by row,
    /// and where two tables share a metric.
    /// - Throws: `LoadError.database`.
    public func finerSeries(
        of device: Int, in range: ClosedRange<Double>, parts: Int
    ) throws -> DeviceSeries? {
        let tables = tables(with: range)
        guard rollup.devices.indices.contains(device),
            let width = finerWidth(of: tables, in: range, parts: parts)
        else { return nil }
        let grid = BucketGrid(anchor: rollup.grid.anchor, width: width)
        var buckets: [Int32: [MetricSummary]] = [:]
        let none = catalog.metrics.map { _ in MetricSummary() }
        for table in tables {
            let question = TableQuestion(
                table: table.file.name, schema: table.file.schema, from: range.lowerBound,
                to: range.upperBound.nextUp,
                devices: table.file.writtenNames(catalog.devices[device].name), offset: 0, limit: 0)
            guard
                let cells = try table.tables?.cells(
                    question, anchor: grid.anchor, width: grid.width)
            else { return nil }
            for (column, metric) in table.metrics.enumerated() {
                guard let metric, metric < none.count else { continue }
                cells.forEachReading(metric: column) { bucket, readings in
                    buckets[bucket, default: none][metric].merge(readings)
                }
            }
        }
        let order = buckets.keys.sorted()
        let rows = order.map { buckets[$0] ?? none }
        return DeviceSeries(
            device: device, times: order.map(grid.edge),
            metrics: catalog.metrics.indices.map { metric in rows.map { $0[metric] } }, events: [])
    }

    /// Those with readings in a range; none where two of all tables share a metric, of which the
    /// rollup may hold one only.
    private func tables(with range: ClosedRange<Double>) -> [SourceFile] {
        let metrics = files.flatMap(\.metrics).compactMap(\.self)
        guard Set(metrics).count == metrics.count else { return [] }
        return files.filter { file in
            file.tables != nil && file.hasReadings && file.timeRange?.overlaps(range) ?? false
        }
    }

    /// A usual width that cuts a range into at most `parts`; `nil` where it is hardly less than the
    /// rollup's.
    private func finerWidth(
        of tables: [SourceFile], in range: ClosedRange<Double>, parts: Int
    ) -> Double? {
        guard catalog.axis.isCalendar, let step = tables.compactMap(\.file.step).min() else {
            return nil
        }
        let least = (range.upperBound - range.lowerBound) / Double(max(parts, 1))
        let width = NiceStep.seconds(atLeast: max(least, step))
        return 2 * width <= rollup.grid.width ? width : nil
    }
}
