import Values

extension EmbeddedSource {
    /// The readings of one device in finer buckets than those of the rollup: asked of its tables.
    /// `nil` for files, where the rollup is about as fine, and where a table has to be read row by
    /// row.
    /// - Throws: `LoadError.database`.
    public func finerSeries(
        of device: Int, in range: ClosedRange<Double>, parts: Int
    ) throws -> DeviceSeries? {
        let tables = tables(with: range)
        guard rollup.devices.indices.contains(device),
            let width = finerWidth(of: tables, in: range, parts: parts)
        else { return nil }
        var builder = RollupBuilder(
            name: catalog.name, kind: catalog.axis.kind, bucketWidth: width,
            anchor: rollup.grid.anchor)
        let name = catalog.devices[device].name
        for table in tables {
            let question = TableQuestion(
                table: table.file.name, schema: table.file.schema, from: range.lowerBound,
                to: range.upperBound.nextUp, devices: table.file.writtenNames(name), offset: 0,
                limit: 0)
            let grid = builder.cells.grid
            guard
                let cells = try table.tables?.cells(
                    question, anchor: grid.anchor, width: grid.width)
            else { return nil }
            builder.begin(table.file)
            builder.fold(.cells(cells))
        }
        let finer = try EmbeddedSource(rollup: builder.rollup())
        let own = finer.catalog.devices.firstIndex { $0.name == name }
        return own.map { series(of: device, finer.series(of: $0, Filter()), finer.catalog) }
    }

    private func tables(with range: ClosedRange<Double>) -> [SourceFile] {
        files.filter { file in
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

    /// The series as that of a device here: metrics in the order of this catalog.
    private func series(of device: Int, _ finer: DeviceSeries, _ names: Catalog) -> DeviceSeries {
        let none = [MetricSummary](repeating: MetricSummary(), count: finer.times.count)
        let places = Dictionary(
            names.metrics.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first })
        return DeviceSeries(
            device: device, times: finer.times,
            metrics: catalog.metrics.map { places[$0.name].map { finer.metrics[$0] } ?? none },
            events: [])
    }
}
