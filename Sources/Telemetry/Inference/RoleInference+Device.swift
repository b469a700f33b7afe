import Values

extension RoleInference {
    /// Whether a column's name is that of a device itself, not of something about it.
    func names(aDevice column: SampleColumn) -> Bool {
        column.words.consists(of: Vocabulary.devices, and: Vocabulary.identifying)
    }

    /// Finds the column, or columns, that say which device a row is about.
    mutating func findDevice() {
        let forcedColumns = free(.device).filter { forced($0) == .device }
        if forcedColumns.count > 1 {
            device = .composite(forcedColumns.map(\.index))
            for column in forcedColumns { assign(column.index, .device, .text, .corrected, 1) }
            return
        }
        let ranked = free(.device).map { ($0, deviceRank($0)) }.filter { $0.1 > 0 }
        let best = ranked.max { ($0.1, $1.0.index) < ($1.1, $0.0.index) }
        if let settled = settledDevice(named: best?.0), best.map({ forced($0.0) }) != .device {
            takeDevice(settled, named: best)
        } else if let best, best.1 > 5 || !breaksRhythm(best.0) {
            takeDevice(best.0, rank: best.1)
        }
    }

    /// Whether the rows follow each other regularly, but those of each number do not: then the
    /// number is measured rather than a device's.
    private func breaksRhythm(_ column: SampleColumn) -> Bool {
        guard column.isNumber, let all = Rhythm(table, time: time, device: []),
            let own = Rhythm(table, time: time, device: [column.index])
        else { return false }
        return all.steps >= 20 && all.regularShare > 0.8 && own.regularShare < 0.5
    }

    private mutating func takeDevice(
        _ reading: DeviceReading, named best: (column: SampleColumn, rank: Double)?
    ) {
        guard let first = reading.columns.first, reading.columns.count == 1 else {
            device = .composite(reading.columns)
            for index in reading.columns { assign(index, .device, .text, .devicePart, 0.85) }
            return
        }
        let column = table.columns[first]
        takeDevice(column, rank: best?.column.index == first ? best?.rank ?? 4 : 4)
    }

    private mutating func takeDevice(_ column: SampleColumn, rank: Double) {
        device = .column(column.index)
        let reason: RoleReason =
            rank >= 5
            ? .namedDevice(distinct: column.distinct.count)
            : .repeatedIdentifiers(distinct: column.distinct.count, rows: table.rowCount)
        assign(column.index, .device, .text, reason, min(0.97, 0.45 + rank / 20))
        ignoreRepeats(of: column)
        joinContainer(of: column)
    }

    /// A device's number that recurs in several systems or plants names it only together with the
    /// column of these.
    private mutating func joinContainer(of device: SampleColumn) {
        let isShort = device.isInteger || device.meanLength <= 2
        guard isShort, forced(device) == nil else { return }
        let container = free(.device).first { column in
            column.words.consists(of: Vocabulary.containers, and: Vocabulary.identifying)
                && column.time == nil && (column.isInteger || !column.isNumber)
                && column.distinct.count > 1 && column.distinct.count <= device.distinct.count * 4
                && column.distinct.count * 3 <= table.rowCount
                && !table.determines([device.index], column.index)
        }
        guard let container else { return }
        self.device = .composite([container.index, device.index])
        for index in [container.index, device.index] {
            assign(index, .device, .text, .devicePart, 0.8)
        }
    }

    /// Ignores other names of the same device, where each determines the other.
    private mutating func ignoreRepeats(of device: SampleColumn) {
        guard device.distinct.count > 1 else { return }
        for column in table.columns where assignments[column.index] == nil && forced(column) == nil
        {
            let isName = !column.isNumber || names(aDevice: column)
            let isSimilar =
                abs(column.distinct.count - device.distinct.count) * 50 <= device.distinct.count
            guard isName, !column.isEmpty, !column.words.mentions(Vocabulary.severities),
                column.time == nil, isSimilar, !column.isFlag,
                column.distinct.count > 1
            else { continue }
            if table.rowCount > device.distinct.count,
                table.determines([device.index], column.index),
                table.determines([column.index], device.index)
            {
                assign(column.index, .ignore, .text, .repeatsColumn(device.name), 0.9)
            }
        }
    }

    /// How much speaks for a column as the device; 0: nothing does.
    private func deviceRank(_ column: SampleColumn) -> Double {
        if forced(column) == .device { return 100 }
        // In a list each device has one row, and `Pump 1` is no sentence.
        let isNamed = names(aDevice: column) && column.meanLength <= 24
        guard column.time == nil, !column.isEmpty, column.isInteger || !column.isNumber,
            isNamed || !column.isFreeText, column.meanLength <= 48
        else { return 0 }
        let filled = Double(column.filled) / Double(table.rowCount)
        // `Ein` and `Aus` below `Pumpe` are states of the pump.
        let isState = column.isFlag && !column.isNumber && column.distinct.count <= 2
        guard filled > 0.5, !isState else { return 0 }
        if names(aDevice: column) {
            // A column named after the device beats all others, but for one that is constant or has
            // two values, which is taken only where nothing better is there.
            let isPoor = column.isFlag && column.distinct.count == 2 || column.isConstant
            let isRelay = column.words.mentions(Vocabulary.relays)
            return 10 + filled - (isPoor && table.rowCount > 1 ? 3 : 0) - (isRelay ? 2 : 0)
        }
        let isUnique = column.distinct.count * 10 > table.rowCount * 9
        if column.words.consists(of: Vocabulary.places, and: Vocabulary.identifying) {
            if column.isConstant, table.rowCount > 8 { return 0 }
            if isUnique, table.rowCount > 20 { return time == .rowNumber ? 5 : 0 }
            return column.isNumber && !column.words.words.contains("id") ? 0 : 4 + filled
        }
        if restartsTime(column) { return 3 }
        return looksLikeIdentifiers(column) ? 2 : 0
    }

    /// Texts such as `dn228` or `pump-07` that recur.
    private func looksLikeIdentifiers(_ column: SampleColumn) -> Bool {
        // The signal of each row settles it already.
        if signals != nil, moments?.fit([]).isUnique == true { return false }
        guard !column.isNumber, !column.isFlag, column.sentences == 0,
            column.distinct.count >= 2, column.distinct.count * 3 <= table.rowCount,
            !column.words.mentions(Vocabulary.events),
            !column.words.mentions(Vocabulary.eventDetails),
            !column.words.mentions(Vocabulary.severities),
            !column.words.mentions(Vocabulary.labels),
            !column.words.mentions(Vocabulary.qualifiers)
        else { return false }
        let withDigits = column.distinct.count { $0.contains(where: \.isNumber) }
        return withDigits * 10 >= column.distinct.count * 9
    }

    /// Whether time jumps back where, and only where, this column changes: one device after the
    /// other.
    private func restartsTime(_ column: SampleColumn) -> Bool {
        guard case .column(let index) = time, let times = table.columns[index].time?.values,
            column.distinct.count >= 2, column.distinct.count * 3 <= table.rowCount
        else { return false }
        var (jumps, explained, changes) = (0, 0, 0)
        for (row, next) in table.steps {
            let isChange = column.codes[row] != column.codes[next]
            changes += isChange ? 1 : 0
            guard times[next] < times[row] else { continue }
            jumps += 1
            explained += isChange ? 1 : 0
        }
        return jumps > 0 && explained * 20 >= jumps * 19 && changes <= 2 * jumps
    }

    /// Without dates: finds a counter that restarts for each device, and the device with it.
    mutating func findCycle() {
        guard case .rowNumber = time else { return }
        let numbers = free(.time).filter { $0.isNumber && $0.filled == table.rowCount }
        let forcedColumn = numbers.first { forced($0) == .time }
        let named = numbers.first {
            ($0.words.mentions(Vocabulary.cycles) || $0.words.mentions(Vocabulary.times))
                && rises($0)
        }
        let restarting = numbers.first { column in
            guard column.isInteger, column.unit == nil, restarts(column) else { return false }
            return hasDevice || free(.device).contains { changes($0, with: column) }
        }
        // A first column without a name that never falls counts something that passes.
        let first = table.columns.first.flatMap { column in
            numbers.contains { $0.index == column.index } && column.words.words.isEmpty
                && table.unnamedColumns == 0 && countsUp(column) ? column : nil
        }
        var counted: SampleColumn?
        if case .fileName = device { counted = seriesNumber }
        guard let column = forcedColumn ?? named ?? restarting ?? first ?? counted else { return }
        time = .cycle(column.index)
        assign(
            column.index, .time, .number(column.format), .cycle,
            column.index == named?.index ? 0.95 : 0.8)
        notes.append(.cycleTime)
        if case .fileName = device,
            let unit = free(.device).first(where: { changes($0, with: column) })
        {
            takeDevice(unit, rank: 3)
        }
    }

    private var hasDevice: Bool {
        if case .column(let index) = device {
            return table.columns[index].distinct.count * 3 <= table.rowCount
        }
        return false
    }

    /// Whether the numbers hardly ever fall, within each device where one is known.
    private func rises(_ column: SampleColumn) -> Bool {
        var last: [Int: Double] = [:]
        var (steps, falls) = (0, 0)
        let devices: [Int]? =
            if case .column(let index) = device { table.columns[index].codes } else { nil }
        for segment in table.segments {
            last.removeAll()
            for row in segment {
                let key = devices?[row] ?? 0
                if let before = last[key] {
                    steps += 1
                    if column.numbers[row] < before { falls += 1 }
                }
                last[key] = column.numbers[row]
            }
        }
        return steps > 0 && falls * 10 <= steps && column.distinct.count > 2
    }

    /// Whether it counts up from row to row and falls back to its start now and then.
    private func restarts(_ column: SampleColumn) -> Bool {
        var (rising, falling, lows) = (0, 0, 0)
        let greatest = column.numbers.max() ?? 0
        for (row, next) in table.steps {
            let step = column.numbers[next] - column.numbers[row]
            if step > 0 { rising += 1 }
            if step < 0 {
                falling += 1
                if column.numbers[next] * 5 <= greatest { lows += 1 }
            }
        }
        return falling > 0 && rising >= 9 * falling && rising * 10 >= table.rowCount * 9
            && lows * 10 >= falling * 9
    }

    /// Whether it changes where the counter falls back, and hardly anywhere else.
    private func changes(_ column: SampleColumn, with counter: SampleColumn) -> Bool {
        guard column.isInteger || !column.isNumber, column.distinct.count >= 2 else { return false }
        var (falls, both, changes) = (0, 0, 0)
        for (row, next) in table.steps {
            let isFall = counter.numbers[next] < counter.numbers[row]
            let isChange = column.codes[next] != column.codes[row]
            falls += isFall ? 1 : 0
            changes += isChange ? 1 : 0
            both += isFall && isChange ? 1 : 0
        }
        return falls > 0 && both * 10 >= falls * 9 && changes * 10 <= falls * 11
    }

    /// Finds columns that name a place together, such as rack, enclosure and slot: from left to
    /// right, each that does not follow from those before.
    mutating func findCompositeDevice() {
        guard case .fileName = device, correction?.roles.values.contains(.device) != true else {
            return
        }
        let parts = free(.device).filter { column in
            column.words.mentions(Vocabulary.locationParts) && column.time == nil
                && (column.isInteger || (!column.isNumber && column.meanLength <= 12))
        }
        let own = parts.filter {
            $0.words.consists(of: Vocabulary.locationParts, and: Vocabulary.identifying)
        }
        let measures = free(.metric).contains { $0.isNumber && !$0.isInteger }
        guard own.count >= 2, !measures else { return }
        var chosen: [Int] = []
        for column in own where !table.determines(chosen, column.index) {
            chosen.append(column.index)
        }
        guard chosen.count >= 2 else { return }
        device = .composite(chosen)
        for index in chosen { assign(index, .device, .text, .devicePart, 0.7) }
    }
}
