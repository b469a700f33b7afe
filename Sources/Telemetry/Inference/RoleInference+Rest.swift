import Values

extension RoleInference {
    /// Whether a whole number stands for something: an identifier, a place, a category.
    func isIdentifier(_ column: SampleColumn) -> Bool {
        guard column.isInteger else { return false }
        if column.words.mentions(Vocabulary.locationParts), !isFilling(column) { return true }
        if isDense(column) { return false }
        let endings: Set<String> = [
            "id", "ids", "no", "nr", "number", "num", "code", "key", "serial", "port", "pid", "tid",
            "uid", "gid", "zip", "idx", "index", "номер", "код", "phone",
        ]
        return column.words.words.last.map { endings.contains($0) } ?? false
            || endings.contains(column.words.joined)
    }

    /// Whether `level` says how full something is, and not which floor: numbers with a unit, beside
    /// the name of a quantity, or more of them than a building has floors.
    private func isFilling(_ column: SampleColumn) -> Bool {
        guard column.words.mentions(["level"]) else { return false }
        return column.unit != nil || column.distinct.count >= 30
            || column.words.mentions(Vocabulary.quantities.subtracting(Vocabulary.locationParts))
    }

    /// Whether numbers have a unit or lie on both sides of 0, as `Yaw Error (deg)` does: no codes,
    /// unless the name says so. A single negative one may stand for no code.
    func isQuantity(_ column: SampleColumn) -> Bool {
        guard column.isNumber, !column.words.mentions(Vocabulary.identifying) else { return false }
        let values = Set(column.numbers.filter { !$0.isNaN })
        return column.unit != nil
            || values.count { $0 < 0 } >= 2 && values.count { $0 > 0 } >= 2
    }

    /// Whether numbers fill their range and recur in no order, beside times: `id` for a processor's
    /// idle share.
    private func isDense(_ column: SampleColumn) -> Bool {
        let numbers = column.numbers.filter { !$0.isNaN }
        guard time.isCalendar, column.words.words.count == 1, column.distinct.count >= 20,
            column.distinct.count * 4 <= table.rowCount * 3,
            let least = numbers.min(), let greatest = numbers.max()
        else { return false }
        return Double(column.distinct.count) >= 0.3 * (greatest - least + 1)
    }

    /// Assigns what is left: measurements, attributes, and what says nothing.
    mutating func assignRest(_ shape: FileShape) {
        for column in table.columns where assignments[column.index] == nil {
            let rest = rest(column, shape)
            assign(column.index, rest.role, rest.type, rest.reason, rest.confidence)
        }
    }

    private func rest(_ column: SampleColumn, _ shape: FileShape) -> Assignment {
        let type = plainType(column)
        let make = { (role: ColumnRole, reason: RoleReason, confidence: Double) in
            Assignment(role: role, type: type, reason: reason, confidence: confidence)
        }
        let distinct = column.distinct.count
        if column.isEmpty { return make(.ignore, .empty, 1) }
        if column.time != nil { return make(.ignore, .otherTime, 0.9) }
        if followsTime(column) { return make(.ignore, .followsTime, 0.85) }
        if shape == .devices { return make(.attribute, .constantPerDevice, 0.9) }
        if column.isFreeText { return make(.ignore, .freeText(distinct: distinct), 0.85) }
        if isIdentifier(column) { return make(.ignore, .integerCategory(distinct: distinct), 0.75) }
        if column.words.mentions(["changepoint"]), column.isFlag {
            return make(.ignore, .labelFlags, 0.8)
        }
        if isStateCode(column) {
            return make(.ignore, .integerCategory(distinct: distinct), 0.7)
        }
        // A station's position is repeated in every row and is not measured.
        if column.isConstant, column.words.mentions(Vocabulary.coordinates) {
            return make(.ignore, .constant, 0.9)
        }
        let isLog = shape == .events || shape == .intervals && !columns(.code).isEmpty
        if isLog, column.isNumber, isDetail(column) { return make(.ignore, .eventDetail, 0.8) }
        if isConstantPerDevice(column) { return make(.attribute, .constantPerDevice, 0.8) }
        if column.isNumber || isState(column, shape) {
            let share = column.isNumber ? column.numberShare : 1
            return make(.metric, .numbers(share: share), column.unit != nil ? 0.95 : 0.85)
        }
        if column.isConstant { return make(.ignore, .constant, 0.8) }
        let isPlace = column.words.mentions(Vocabulary.locationParts)
        let isCategory = distinct * 2 <= table.rowCount || table.rowCount < 20
        if isPlace || shape == .table && isCategory {
            return make(.attribute, .categories(distinct: distinct), 0.7)
        }
        return make(
            .ignore, isCategory ? .categories(distinct: distinct) : .freeText(distinct: distinct),
            0.6)
    }

    /// Whether a few whole numbers stand for states, by their name or because they lie apart and
    /// stay for a while. Their mean would say nothing.
    private func isStateCode(_ column: SampleColumn) -> Bool {
        guard column.isInteger, !column.isFlag, column.unit == nil, time.isCalendar,
            (3...15).contains(column.distinct.count), table.rowCount >= 50,
            column.filled * 2 > table.rowCount
        else { return false }
        if column.words.mentions([
            "status", "state", "mode", "zustand", "состояние", "режим", "estado",
        ]) {
            return true
        }
        let numbers = column.numbers.filter { !$0.isNaN }
        guard let least = numbers.min(), let greatest = numbers.max(),
            greatest - least >= 2 * Double(column.distinct.count)
        else { return false }
        var (changes, steps) = (0, 0)
        for (row, next) in table.steps {
            steps += 1
            changes += column.codes[row] != column.codes[next] ? 1 : 0
        }
        return deviceColumns.isEmpty && changes * 5 <= steps
    }

    /// `true`/`false` among readings: its mean is the share of time that a state is on.
    private func isState(_ column: SampleColumn, _ shape: FileShape) -> Bool {
        column.isFlag && shape == .telemetry
    }

    /// Whether the time determines a number of the day, week or row: by its name or on a straight
    /// line with it.
    private func followsTime(_ column: SampleColumn) -> Bool {
        if runsWithTime(column) { return true }
        guard column.isInteger, time != .rowNumber else { return false }
        let isCounter =
            column.words.words.isEmpty
            || column.words.consists(of: Vocabulary.counters, and: Vocabulary.times)
            || column.words.consists(of: Vocabulary.timeParts, and: Vocabulary.counters)
        guard isCounter else { return false }
        if column.words.consists(of: Vocabulary.timeParts, and: []) { return true }
        guard case .column(let index) = time, let times = table.columns[index].time?.values
        else { return false }
        return isLine(times, column.numbers)
    }

    /// Whether a column counts the seconds of a test, or of its steps, beside the times: it begins
    /// near 0 and grows as they do between restarts. Operating hours begin far from 0.
    private func runsWithTime(_ column: SampleColumn) -> Bool {
        guard column.isNumber, let unit = column.unit.flatMap(UnitGrammar.parse),
            unit.dimension == .time, let times = table.times(of: time),
            let first = column.numbers.first, let rhythm = Rhythm(table, time: time, device: []),
            first * unit.factor <= 2 * rhythm.medianStep
        else { return false }
        var (steps, equal) = (0, 0)
        for (row, next) in table.steps {
            let passed = times[next] - times[row]
            let grown = (column.numbers[next] - column.numbers[row]) * unit.factor
            guard passed > 0, !grown.isNaN else { continue }
            steps += 1
            equal += abs(grown - passed) <= 0.02 * passed ? 1 : 0
        }
        return steps >= 10 && equal * 10 >= steps * 8
    }

    private func isLine(_ times: [Double], _ values: [Double]) -> Bool {
        let rows = times.indices.filter { !times[$0].isNaN && !values[$0].isNaN }
        guard let low = rows.min(by: { times[$0] < times[$1] }),
            let high = rows.max(by: { times[$0] < times[$1] }), times[high] > times[low]
        else { return false }
        let slope = (values[high] - values[low]) / (times[high] - times[low])
        let off = rows.count { row in
            abs(values[low] + slope * (times[row] - times[low]) - values[row]) > 1.01
        }
        return slope > 0 && off * 20 <= rows.count
    }

    /// Whether it has one value per device, and not the same for all.
    private func isConstantPerDevice(_ column: SampleColumn) -> Bool {
        guard case .column(let index) = device, column.distinct.count > 1 else { return false }
        let devices = table.columns[index].distinct.count
        let isRich = column.isNumber ? devices >= 5 : devices >= 2
        guard isRich, !column.isFlag, table.rowCount >= 5 * devices else { return false }
        return table.determines([index], column.index, tolerance: 0)
    }

    /// Gives columns the roles that a person chose.
    mutating func applyCorrections() {
        for column in table.columns {
            guard let role = forced(column) else { continue }
            let current = assignments[column.index]
            if current?.role == role {
                assignments[column.index]?.reason = .corrected
                assignments[column.index]?.confidence = 1
            } else {
                assign(column.index, role, type(column, as: role), .corrected, 1)
            }
        }
    }

    private func type(_ column: SampleColumn, as role: ColumnRole) -> ColumnType {
        switch role {
        case .metric: column.isFlag && !column.isNumber ? .flag : .number(column.format)
        case .label: column.isFlag ? .flag : .text
        case .code: column.isFlag && column.distinct.count == 2 ? .flag : .text
        case .device, .severity, .signal: .text
        case .time, .attribute, .ignore: plainType(column)
        }
    }

    /// Without metrics a list with dates is one of events, whatever it looked like before.
    func finalShape(_ shape: FileShape) -> FileShape {
        if shape == .telemetry, columns(.metric).isEmpty, time.isCalendar { return .events }
        return shape
    }

    /// Takes each row for a thing of its own.
    mutating func makeRowsUnits() {
        if case .column(let index) = device {
            device = .eachRow(index)
        } else {
            device = .eachRow(nil)
        }
        notes.removeAll { $0 == .fileIsDevice }
        notes.append(.eachRowIsUnit)
    }

    mutating func noteFindings() {
        if case .fileName = device { notes.append(.fileIsDevice) }
        if case .rowNumber = time { notes.append(.noTime) }
        if let signals {
            notes.append(
                .signalsInRows(
                    column: table.columns[signals.column].name, signals: signals.signals.count))
        }
        for column in table.columns {
            let role = assignments[column.index]?.role
            guard role == .metric, case .number = assignments[column.index]?.type else { continue }
            if column.isAmbiguousNumber {
                notes.append(
                    .ambiguousDecimal(column: column.name, decimalComma: column.format.decimalComma)
                )
            }
            if isCounter(column) {
                let rate = UnitGrammar.ratePerHour(correction?.units[column.name] ?? column.unit)
                notes.append(.counter(column: column.name, rate: rate))
            }
            for sentinel in column.sentinels where signals == nil {
                notes.append(
                    .sentinel(column: column.name, value: sentinel.value, count: sentinel.count))
            }
        }
        noteTimes()
        if isNaive { notes.append(.naiveTimes) }
        if table.repeatedNames > 0 { notes.append(.repeatedNames(count: table.repeatedNames)) }
        if table.unnamedColumns > 0 { notes.append(.unnamedColumns(count: table.unnamedColumns)) }
        if table.raggedShare > 0 { notes.append(.raggedRows(share: table.raggedShare)) }
    }

    private var isNaive: Bool {
        guard case .column(let index) = time else { return time.isCalendar }
        return table.columns[index].time?.format.isNaive == true
    }
}

extension TimeOrigin {
    /// Whether the rows carry dates, not just a number.
    var isCalendar: Bool {
        switch self {
        case .column, .dateAndTime, .parts: true
        case .cycle, .rowNumber: false
        }
    }
}
