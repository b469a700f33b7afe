extension RollupBuilder {
    /// The grid on which rows of the current file may be folded into cells beforehand; `nil` for a
    /// list of devices, whose rows are on no axis.
    var foldingGrid: BucketGrid? {
        file?.file.hasTimes == true ? cells.grid : nil
    }

    /// Folds in rows of the current file, using the cells they came with. Where there are none, or
    /// rows or readings have to be left out, makes cells here.
    mutating func fold(_ batch: RecordBatch, _ given: ChunkCells?) {
        guard let binding = file else { return }
        rows += batch.count
        let numbers = deviceNumbers(batch, given, binding)
        foldAttributes(batch, numbers, binding)
        guard binding.file.hasTimes, batch.times.count == batch.count else { return }
        countSeverities(batch, given)
        guard let (batch, chunk) = placed(batch, given, numbers, binding) else { return }
        foldReadings(batch, chunk, numbers, binding)
        foldEvents(batch, chunk, numbers, binding)
        cells.settleIfFull(besides: events.byteCount)
    }

    /// The builder's device for each entry of the batch's devices; −1 for entries without rows.
    private mutating func deviceNumbers(
        _ batch: RecordBatch, _ given: ChunkCells?, _ binding: FileBinding
    ) -> [Int32] {
        let names = batch.devices.names
        let rows =
            given.map { $0.devices.map(\.rows) }
            ?? CellKernels.occurrences(batch.devices.indices, below: names.count).map { Int($0) }
        let numbers = rows.enumerated().map { entry, rows -> Int32 in
            guard rows > 0 else { return -1 }
            let name = binding.file.deviceName(names[entry], row: batch.firstRow)
            return Int32(clamping: devices.insert(name))
        }
        cells.reserve(devices: devices.count)
        events.reserve(devices: devices.count)
        return numbers
    }

    private mutating func foldAttributes(
        _ batch: RecordBatch, _ numbers: [Int32], _ binding: FileBinding
    ) {
        guard !binding.attributes.isEmpty else { return }
        let rowDevices = batch.devices.indices.map { numbers[Int($0)] }
        for (attribute, column) in zip(binding.attributes, batch.attributes) {
            devices.setAttribute(attribute, column, devices: rowDevices)
        }
    }

    private mutating func foldReadings(
        _ batch: RecordBatch, _ chunk: ChunkCells, _ numbers: [Int32], _ binding: FileBinding
    ) {
        for (entry, device) in chunk.devices.enumerated() where device.rows > 0 {
            let number = Int(numbers[entry])
            devices.count(number, rows: device.rows, from: device.firstTime, to: device.lastTime)
            if binding.file.hasMetrics {
                spans.add(
                    number, from: device.firstTime, to: device.lastTime, file: binding.number,
                    step: binding.step)
            }
        }
        cells.take(chunk, devices: numbers, metrics: binding.metrics)
        if batch.labels != nil { hasLabels = true }
    }
}

// MARK: - Rows and their cells

extension RollupBuilder {
    /// The rows with a time on the axis, without readings that an earlier file gave, and their
    /// cells; `nil` without such rows.
    private mutating func placed(
        _ batch: RecordBatch, _ given: ChunkCells?, _ numbers: [Int32], _ binding: FileBinding
    ) -> (RecordBatch, ChunkCells)? {
        if let given, Self.hasOnlyTimes(given), !mayOverlap(batch, given, binding) {
            return (batch, given)
        }
        var timed = batch.selected { Self.isTime(batch.times[$0]) }
        guard timed.count > 0 else { return nil }
        cells.widen(toFit: timed.times)
        overlap?.removeCovered(
            from: &timed, devices: numbers, metrics: binding.metrics, store: cells)
        return ChunkCells(timed, on: cells.grid).map { (timed, $0) }
    }

    private static func isTime(_ time: Double) -> Bool { abs(time) <= timeLimit }

    private static func hasOnlyTimes(_ chunk: ChunkCells) -> Bool {
        chunk.devices.allSatisfy { $0.rows == 0 || isTime($0.firstTime) && isTime($0.lastTime) }
    }

    private func mayOverlap(
        _ batch: RecordBatch, _ chunk: ChunkCells, _ binding: FileBinding
    ) -> Bool {
        guard let overlap else { return false }
        return chunk.devices.enumerated().contains { entry, device in
            guard device.rows > 0 else { return false }
            let name = binding.file.deviceName(batch.devices.names[entry], row: batch.firstRow)
            guard let number = devices.names.number(of: name) else { return false }
            return overlap.isSuspect(device: number, first: device.firstTime, last: device.lastTime)
        }
    }
}
