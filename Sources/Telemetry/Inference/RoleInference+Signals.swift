import Values

extension RoleInference {
    /// Like `findSignals`, but by the names of the columns only and before the device is looked
    /// for: signals recur as devices do.
    mutating func findNamedSignals() { findSignals(atLeast: 5) }

    /// Finds the columns of a long table, one with the signal and one with its value.
    ///
    /// Either the names of both say so, or the rows: a device has several at the same time that
    /// only the signal tells apart.
    mutating func findSignals() { findSignals(atLeast: 1) }

    private mutating func findSignals(atLeast least: Double) {
        guard signals == nil, let value = valueColumn() else { return }
        let ranked = free(.signal).map { ($0, signalRank($0, value)) }.filter { $0.1 >= least }
        guard let top = ranked.max(by: { ($0.1, $1.0.index) < ($1.1, $0.0.index) }) else { return }
        let most = top.0
        // Of columns that determine each other the first, unless one is named after signals.
        let best =
            top.1 >= 10
            ? most
            : ranked.map(\.0).first {
                table.determines([$0.index], [most.index])
                    && table.determines([most.index], [$0.index])
            } ?? most
        takeSignals(best, value)
    }

    private mutating func takeSignals(_ best: SampleColumn, _ value: SampleColumn) {
        let reason = RoleReason.signalNames(distinct: best.distinct.count)
        assign(best.index, .signal, .text, reason, 0.9)
        // The column holds signals of all kinds: a value far from the others need not be a
        // sentinel.
        var format = value.format
        format.sentinels = []
        assign(value.index, .metric, .number(format), .numbers(share: value.numberShare), 0.9)
        let units = unitColumn(of: best)
        if let units {
            assign(units.index, .ignore, .text, .repeatsColumn(best.name), 0.9)
        }
        signals = SignalNames(
            column: best.index,
            signals: best.distinct.enumerated().map { code, name in
                SignalNames.Signal(
                    name: name, unit: units.flatMap { Self.unit(of: code, best, $0) })
            })
        ignoreContext(beside: value)
    }

    /// Numbers that are the same for all signals of a moment (a position beside a car's readings),
    /// or that no signal sets apart, belong to the moment, not to the signals.
    private mutating func ignoreContext(beside value: SampleColumn) {
        guard let signals else { return }
        let spread = SignalSpread(of: table.columns[signals.column], table.rowCount)
        for column in free(.metric) where column.isNumber && forced(column) == nil {
            // Which device a row belongs to is looked for later.
            if isIdentifier(column) { continue }
            if column.numbers == value.numbers {
                assign(column.index, .ignore, plainType(column), .repeatsColumn(value.name), 0.9)
                continue
            }
            let isSettled = moment.map { table.determines($0, column.index) } ?? false
            if isSettled || spread.separation(column) * 2 < spread.separation(value) {
                assign(column.index, .ignore, plainType(column), .besideSignals, 0.8)
            }
        }
    }

    /// The columns that make up the moment of a row; `nil` without times.
    private var moment: [Int]? {
        switch time {
        case .column(let index), .cycle(let index): [index]
        case .dateAndTime(let date, let clock): [date, clock]
        case .parts(let columns): columns
        case .rowNumber: nil
        }
    }

    /// The signals of the column that a person chose, without units.
    mutating func takeCorrectedSignals() {
        guard let column = columns(.signal).first else {
            signals = nil
            return
        }
        guard signals?.column != column.index else { return }
        signals = SignalNames(
            column: column.index,
            signals: column.distinct.prefix(Self.signalLimit).map { .init(name: $0, unit: nil) })
    }

    /// A column with more different texts holds no names of signals.
    private static let signalLimit = 500

    /// The one column of values, by its name or as the only measurement; `nil` where there are
    /// several.
    func valueColumn() -> SampleColumn? {
        let numbers = free(.metric).filter { column in
            column.isNumber && !isIdentifier(column) && column.time == nil && !column.isFlag
        }
        let named = numbers.filter {
            $0.words.consists(of: Vocabulary.values, and: Vocabulary.identifying)
        }
        if named.count == 1 { return named.first }
        let mentioned = numbers.filter { $0.words.mentions(Vocabulary.values) }
        if mentioned.count == 1 { return mentioned.first }
        // Without a name: the one number that does not just count up.
        let measured = numbers.filter { column in
            !countsUp(column) && !column.words.mentions(Vocabulary.severities)
                && !(column.isInteger && column.distinct.count <= 30)
        }
        return measured.count == 1 ? measured.first : nil
    }

    /// Whether it hardly ever falls from row to row, and mostly rises.
    func countsUp(_ column: SampleColumn) -> Bool {
        var (rises, falls, steps) = (0, 0, 0)
        for (row, next) in table.steps {
            steps += 1
            let step = column.numbers[next] - column.numbers[row]
            rises += step > 0 ? 1 : 0
            falls += step < 0 ? 1 : 0
        }
        return steps >= 8 && falls * 100 <= steps && rises * 2 > steps
    }

    private func signalRank(_ column: SampleColumn, _ value: SampleColumn) -> Double {
        guard column.index != value.index else { return 0 }
        if forced(column) == .signal { return 100 }
        // A number that determines the unit stands for what is measured.
        let isCode = column.isInteger && (unitColumn(of: column)?.distinct.count ?? 0) > 1
        guard !column.isNumber || isCode, !column.isFlag, column.time == nil, !column.isFreeText,
            (2...Self.signalLimit).contains(column.distinct.count),
            column.distinct.count * 2 <= table.rowCount, !namesUnits(column)
        else { return 0 }
        if column.words.consists(of: Vocabulary.signals, and: Vocabulary.identifying) { return 10 }
        if !names(aDevice: column), let units = unitColumn(of: column), units.distinct.count > 1 {
            return 8
        }
        let known = column.distinct.count {
            ColumnName($0).words.contains { Vocabulary.quantities.contains($0) }
        }
        if known * 2 > column.distinct.count { return 5 }
        if !names(aDevice: column), forced(column) == nil,
            SignalSpread(of: column, table.rowCount).areOfOtherKind(value)
        {
            return 5
        }
        return device != .fileName && tellsApart(column) ? 2 : 0
    }

    /// Whether devices mostly have several rows at a time, hardly two of them with the same text.
    private func tellsApart(_ column: SampleColumn) -> Bool {
        guard case .column(let time) = time, case .column(let device) = device,
            column.index != device
        else { return false }
        var moments: Set<[Int]> = []
        var rows: Set<[Int]> = []
        for row in 0..<table.rowCount {
            let moment = [table.columns[time].codes[row], table.columns[device].codes[row]]
            moments.insert(moment)
            rows.insert(moment + [column.codes[row]])
        }
        return moments.count * 3 <= table.rowCount * 2 && rows.count * 50 >= table.rowCount * 49
    }

    private func unitColumn(of signal: SampleColumn) -> SampleColumn? {
        table.columns.first { column in
            assignments[column.index] == nil && forced(column) == nil && namesUnits(column)
                && table.determines([signal.index], column.index)
        }
    }

    private func namesUnits(_ column: SampleColumn) -> Bool {
        guard !column.isNumber, !column.isEmpty, column.distinct.count <= 60 else { return false }
        let name = column.words.joined
        if ["unit", "units", "einheit", "единица"].contains(name) || name.hasSuffix("uom") {
            return true
        }
        return column.distinct.allSatisfy { UnitGrammar.isUnit($0) }
    }

    private static func unit(
        of code: Int, _ signal: SampleColumn, _ units: SampleColumn
    ) -> String? {
        guard let row = signal.codes.firstIndex(of: code), units.codes[row] >= 0 else { return nil }
        return units.distinct[units.codes[row]]
    }
}
