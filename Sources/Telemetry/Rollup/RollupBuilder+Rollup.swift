public import Values

extension RollupBuilder {
    /// What was folded so far: devices in natural order, codes by kind and falling count. Ends the
    /// current file; call `begin` before folding more.
    public mutating func rollup() -> Rollup {
        settle()
        let order = NaturalOrder.order(devices.names.names)
        let codeOrder = sortedCodes()
        var codeIndex = [Int](repeating: 0, count: codeOrder.count)
        for (place, code) in codeOrder.enumerated() { codeIndex[code] = place }
        return Rollup(
            catalog: catalog(deviceOrder: order, codeOrder: codeOrder),
            byteCount: cells.byteCount + events.byteCount, grid: cells.grid,
            eventGrid: events.grid, devices: order.map(track), codeIndex: codeIndex)
    }

    /// Ends the current file and sorts everything. A copy made afterwards shares its storage with
    /// the rollup made from it.
    mutating func settle() {
        endFile()
        cells.settle()
        events.settle(cells: cells.grid, isCalendar: kind.isCalendar)
        cells.keepBudget(besides: events.byteCount)
    }

    /// Widens the buckets, at most to `widest`, until the axis has no more than `count`: for sets
    /// without readings, whose cells only count rows.
    public mutating func coarsen(toBuckets count: Int, widest: Double) {
        cells.coarsen(toBuckets: count, widest: widest)
        initialWidth = cells.grid.width
    }

    /// What was left out or made coarser.
    public var notes: [DatasetNote] {
        var notes = overlapNotes
        if cells.grid.width != initialWidth {
            notes.append(.bucketWidened(from: initialWidth, to: cells.grid.width))
        }
        if devices.rowsBeyondLimit > 0 {
            notes.append(
                .devicesBeyondLimit(limit: options.deviceLimit, rows: devices.rowsBeyondLimit))
        }
        if events.eventsBeyondLimit > 0 {
            notes.append(
                .codesBeyondLimit(limit: options.codeLimit, events: events.eventsBeyondLimit))
        }
        if metrics.columnsBeyondLimit > 0 {
            notes.append(
                .metricsBeyondLimit(
                    limit: options.metricLimit, columns: metrics.columnsBeyondLimit))
        }
        return notes
    }

    private func track(_ device: Int) -> Rollup.DeviceTrack {
        Rollup.DeviceTrack(
            cells: device < cells.tracks.count ? cells.tracks[device] : CellColumns(),
            events: device < events.tracks.count ? events.tracks[device] : EventTrack(),
            rows: devices.rows[device], firstTime: devices.firstTimes[device],
            lastTime: devices.lastTimes[device])
    }

    private func catalog(deviceOrder: [Int], codeOrder: [Int]) -> Catalog {
        Catalog(
            name: name, axis: axis(),
            devices: deviceOrder.map {
                Catalog.Device(
                    name: devices.names.names[$0], attributes: devices.attributeTexts($0))
            },
            attributes: devices.attributes.names,
            metrics: zip(metrics.names.names, metrics.units).map {
                Catalog.Metric(name: $0, unit: $1)
            },
            codes: codeOrder.map { number in
                let code = events.codes.names[number]
                return Catalog.Code(
                    kind: code.kind, name: code.name, count: events.counts[number])
            },
            severities: sortedSeverities(), hasLabels: hasLabels, rows: rows)
    }

    private func axis() -> TimeAxis {
        let grid = cells.grid
        let first = cells.tracks.compactMap(\.buckets.first).min()
        let last = cells.tracks.compactMap(\.buckets.last).max()
        guard let first, let last,
            let from = devices.firstTimes.filter({ !$0.isNaN }).min(),
            let to = devices.lastTimes.filter({ !$0.isNaN }).max(),
            let range = ClosedRange(between: from, and: to)
        else {
            return TimeAxis(
                kind: kind, start: grid.anchor, bucketWidth: grid.width, bucketCount: 0,
                dataRange: ClosedRange(at: grid.anchor) ?? 0...0)
        }
        return TimeAxis(
            kind: kind, start: grid.edge(first), bucketWidth: grid.width,
            bucketCount: Int(last) - Int(first) + 1, dataRange: range)
    }

    private func sortedCodes() -> [Int] {
        let codes = events.codes.names
        let names = NaturalOrder.order(codes.map(\.name))
        var place = [Int](repeating: 0, count: codes.count)
        for (rank, code) in names.enumerated() { place[code] = rank }
        let kinds = Dictionary(
            uniqueKeysWithValues: EventKind.allCases.enumerated().map { ($1, $0) })
        return codes.indices.sorted { left, right in
            let (l, r) = (kinds[codes[left].kind] ?? 0, kinds[codes[right].kind] ?? 0)
            return (l, -events.counts[left], place[left])
                < (r, -events.counts[right], place[right])
        }
    }

    private func sortedSeverities() -> [SeverityCount] {
        zip(events.severities.names, events.severityCounts)
            .map { SeverityCount(name: $0, count: $1, isError: SeverityWord.isError($0)) }
            .sorted { left, right in
                let (l, r) = (SeverityWord.rank(left.name), SeverityWord.rank(right.name))
                return (l, -left.count, left.name) < (r, -right.count, right.name)
            }
    }
}
