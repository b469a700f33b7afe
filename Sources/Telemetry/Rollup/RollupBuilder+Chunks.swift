extension RollupBuilder {
    /// Where the rows of the current file may be put into cells beforehand: the grid.
    var foldingGrid: BucketGrid? {
        file?.file.hasTimes == true ? cells.grid : nil
    }

    /// Folds rows of the current file in, from their cells where these say all: not where readings
    /// may have to be left out because an earlier file gives them.
    mutating func fold(_ batch: RecordBatch, _ chunk: ChunkCells?) {
        guard let binding = file, let chunk, !mayOverlap(batch, chunk, binding),
            chunk.devices.allSatisfy({ $0.rows == 0 || Self.isTime($0.firstTime, $0.lastTime) })
        else { return fold(batch) }
        rows += batch.count
        let numbers = deviceNumbers(batch, chunk, binding)
        foldAttributes(batch, numbers, binding)
        foldReadings(batch, chunk, numbers, binding)
        foldEvents(batch, chunk, numbers, binding)
        cells.settleIfFull(besides: events.byteCount)
    }

    private static func isTime(_ first: Double, _ last: Double) -> Bool {
        abs(first) <= timeLimit && abs(last) <= timeLimit
    }

    /// The builder's device for each entry of the batch's devices, −1 for those without rows.
    private mutating func deviceNumbers(
        _ batch: RecordBatch, _ chunk: ChunkCells, _ binding: FileBinding
    ) -> [Int32] {
        let numbers = chunk.devices.enumerated().map { entry, device -> Int32 in
            guard device.rows > 0 else { return -1 }
            let name = binding.file.deviceName(batch.devices.names[entry], row: batch.firstRow)
            return Int32(clamping: devices.insert(name))
        }
        cells.reserve(devices: devices.count)
        events.reserve(devices: devices.count)
        return numbers
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
