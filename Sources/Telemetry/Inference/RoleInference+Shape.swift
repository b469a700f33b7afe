import Values

extension RoleInference {
    /// How the table is built, as time, device and the rhythm of the rows tell.
    func findShape() -> FileShape {
        if end != nil || isLife { return .intervals }
        if case .rowNumber = time {
            // A weak name, such as a product's, makes rows things of their own rather than devices.
            if case .column(let index) = device, isUnique(index) {
                return names(aDevice: table.columns[index]) ? .devices : .table
            }
            if case .fileName = device { return .table }
            return .telemetry
        }
        if case .cycle = time { return .telemetry }
        if signals != nil { return .telemetry }
        // A thing per row with what was measured of it: tests, not readings over time.
        if case .column(let index) = device, isUnique(index), table.rowCount >= 8, !measures.isEmpty
        {
            return .table
        }
        return measures.isEmpty || isEventList || happens ? .events : .telemetry
    }

    private func isUnique(_ column: Int) -> Bool {
        table.rowCount > 1 && table.columns[column].distinct.count == table.rowCount
    }

    /// Columns that can be metrics.
    private var measures: [SampleColumn] {
        let block = Set(oneHotBlock.map(\.index))
        return free(.metric).filter {
            $0.isNumber && !isIdentifier($0) && $0.time == nil && !isMark($0)
                && !block.contains($0.index)
        }
    }

    /// Marks of rows, which are no measurements.
    private func isMark(_ column: SampleColumn) -> Bool {
        column.isFlag
            && (column.words.mentions(Vocabulary.labels)
                || column.words.mentions(Vocabulary.anomalies)
                || column.words.mentions(Vocabulary.events))
    }

    /// Whether rows have a code, or the file's name and details say events, and there is hardly
    /// anything to measure.
    private var isEventList: Bool {
        let codes = free(.code).filter { column in
            column.words.mentions(Vocabulary.events) && events(column) * 10 >= table.rowCount * 9
                && !column.isFlag && !column.isFreeText && column.time == nil
                && !column.words.mentions(Vocabulary.qualifiers) && !isQuantity(column)
        }
        let fileName = ColumnName(fileName)
        let isNamed = [
            Vocabulary.errorFiles, Vocabulary.failureFiles, Vocabulary.repairFiles,
            Vocabulary.eventFiles,
        ].contains { fileName.mentions($0) }
        // `system_failure.csv` may hold readings: its name alone decides nothing.
        let measures = measures
        let hasDetails =
            measures.contains(where: isDetail)
            || free(.code).contains { column in
                column.words.mentions(Vocabulary.eventDetails) && !column.isNumber
                    && !column.isFreeText
            }
        return measures.count { !isDetail($0) } <= 2 && measures.count <= 4
            && (!codes.isEmpty || (isNamed && hasDetails))
    }

    /// Whether rows come when something happens, at no rate: all numbers have few different values,
    /// or only one is measured beside a text that recurs.
    private var happens: Bool {
        guard let rhythm = Rhythm(table, time: time, device: deviceColumns), rhythm.steps >= 12,
            rhythm.regularShare < 0.4
        else { return false }
        let continuous = measures.filter { column in
            !isDetail(column)
                && (column.isInteger
                    ? column.distinct.count > max(30, table.rowCount / 8)
                    : column.distinct.count > 10)
        }
        if continuous.isEmpty { return true }
        return continuous.count == 1 && free(.code).contains(where: tellsWhatHappened)
    }

    /// Whether it says how long something took or what it cost: said of an event, not measured.
    func isDetail(_ column: SampleColumn) -> Bool {
        if column.words.mentions(Vocabulary.durations) { return true }
        guard let unit = column.unit.flatMap(UnitGrammar.parse) else { return false }
        return unit.dimension == .time || Self.currencies.contains(unit.kind ?? "")
    }

    private static let currencies: Set<String> = ["EUR", "USD", "GBP", "CHF"]

    /// Whether it is a text with few different values in nearly every row.
    func tellsWhatHappened(_ column: SampleColumn) -> Bool {
        !column.isNumber && !column.isFlag && column.time == nil && !column.isEmpty
            && column.filled * 10 >= table.rowCount * 9 && column.distinct.count >= 2
            && column.distinct.count * 3 <= table.rowCount && column.meanLength > 2
            && column.distinct.contains { $0.contains(where: \.isLetter) }
    }

    /// Three or more columns of marks, of which nearly every row sets exactly one: the kinds of one
    /// thing as columns. Else empty.
    var oneHotBlock: [SampleColumn] {
        let flags = free(.code).filter { column in
            column.isFlag && column.time == nil && column.distinct.count <= 2
                && column.filled * 10 >= table.rowCount * 9
                && !column.words.mentions(Vocabulary.anomalies)
        }
        guard flags.count >= 3, table.rowCount >= 5 else { return [] }
        let marks = flags.map { flag in flag.cells.map { TruthWords.value(of: $0.span) == true } }
        let single = (0..<table.rowCount).count { row in marks.count { $0[row] } == 1 }
        let used = marks.count { $0.contains(true) }
        return single * 10 >= table.rowCount * 9 && used >= 2 ? flags : []
    }
}

extension SampleTable {
    /// The time of each row in seconds, NaN where it has none; `nil` where time is no column, or a
    /// date and a time of day in two.
    func times(of origin: TimeOrigin) -> [Double]? {
        switch origin {
        case .column(let index): return columns[index].time?.values
        case .dateAndTime(let date, let clock):
            guard let days = columns[date].time?.values, let clocks = columns[clock].time?.values
            else { return nil }
            return zip(days, clocks).map { $0 + $1 }
        case .parts, .cycle, .rowNumber: return nil
        }
    }
}

/// How regularly the rows of each device follow each other.
struct Rhythm {
    /// Largest share of the steps whose lengths are within 5 % of each other; 1 without steps.
    let regularShare: Double
    /// Steps forward in time, each between two rows of one device.
    let steps: Int
    /// In seconds; 0 without steps.
    let medianStep: Double

    /// `nil` where `SampleTable.times(of:)` has no times.
    init?(_ table: SampleTable, time: TimeOrigin, device: [Int]) {
        guard let times = table.times(of: time) else { return nil }
        var steps: [Double] = []
        for segment in table.segments {
            var last: [[Int]: Double] = [:]
            for row in segment where !times[row].isNaN {
                let key = device.map { table.columns[$0].codes[row] }
                if let before = last[key], times[row] > before { steps.append(times[row] - before) }
                last[key] = times[row]
            }
        }
        self.steps = steps.count
        let sorted = steps.sorted()
        medianStep = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        var (best, start) = (0, 0)
        // The window of 5 % with the most steps.
        for end in sorted.indices {
            while sorted[end] > sorted[start] * 1.05 { start += 1 }
            best = max(best, end - start + 1)
        }
        regularShare = steps.isEmpty ? 1 : Double(best) / Double(steps.count)
    }
}
