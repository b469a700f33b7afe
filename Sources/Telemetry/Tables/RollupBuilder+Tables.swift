import Values

extension RollupBuilder {
    /// Folds in a part of the current table; rows as CSV are not folded here.
    /// - Complexity: O(cells + events).
    mutating func fold(_ part: TablePart) {
        guard let binding = file else { return }
        switch part {
        case .cells(let cells): fold(cells, binding)
        case .events(let events): fold(events, binding)
        case .attributes(let names, let columns):
            let numbers = numbers(of: names, binding)
            for (attribute, column) in zip(binding.attributes, columns) {
                devices.setAttribute(attribute, column, devices: numbers)
            }
        case .severities(let counts, _):
            let words = counts.sorted { $0.key < $1.key }
            events.countSeverities(words.map(\.key), words.map(\.value))
        case .rows: break
        }
    }

    private mutating func fold(_ table: TableCells, _ binding: FileBinding) {
        let chunk = table.chunk
        let numbers = numbers(of: table.runs.map(\.device), binding)
        for (device, number) in zip(chunk.devices, numbers) {
            rows += device.rows
            devices.count(
                Int(number), rows: device.rows, from: device.firstTime, to: device.lastTime)
        }
        cells.take(chunk, devices: numbers, metrics: binding.metrics)
        if table.hasLabels { hasLabels = true }
        cells.settleIfFull(besides: events.byteCount)
    }

    private mutating func fold(_ table: TableEvents, _ binding: FileBinding) {
        let numbers = numbers(of: table.events.map(\.device), binding)
        for (event, number) in zip(table.events, numbers) {
            let code = EventStore.Code(
                kind: binding.kind(severity: event.severity), name: event.code)
            let place = events.insert(code)
            events.append(event.time, code: place, device: Int(number), count: event.count)
        }
    }

    private mutating func numbers(of names: [String], _ binding: FileBinding) -> [Int32] {
        var last: (name: String, number: Int32)?
        let numbers = names.map { name in
            if let last, last.name == name { return last.number }
            let number = Int32(clamping: devices.insert(binding.file.deviceName(name, row: 0)))
            last = (name, number)
            return number
        }
        cells.reserve(devices: devices.count)
        events.reserve(devices: devices.count)
        return numbers
    }
}
