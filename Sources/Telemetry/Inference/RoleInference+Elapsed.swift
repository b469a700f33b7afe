import Values

extension RoleInference {
    /// Times of day without a date, and times from a start: absolute where the preamble, the
    /// column's name or the file's name tell the start, else counted from the first row.
    mutating func findElapsedTime() {
        guard case .rowNumber = time else { return }
        if let since = countsSince() { return take(since.column, since.format) }
        let candidates = free(.time).filter { $0.filled * 10 >= table.rowCount * 9 }
        if let clock = candidates.first(where: { isClock($0) }), var format = clock.time?.format {
            format.origin = start.day
            return take(clock, format)
        }
        if let text = candidates.first(where: { isDuration($0) }) {
            return take(text, TimeFormat(form: .duration, pattern: "h:mm:ss", origin: start.start))
        }
        guard let origin = start.start,
            let count = candidates.first(where: { unitOfElapsed($0) != nil })
        else { return }
        take(
            count,
            TimeFormat(
                form: .elapsed, pattern: "elapsed", origin: origin,
                unitSeconds: unitOfElapsed(count)))
    }

    private mutating func take(_ column: SampleColumn, _ format: TimeFormat) {
        let isAbsolute = format.origin != nil
        time = isAbsolute ? .column(column.index) : .cycle(column.index)
        let reason: RoleReason =
            isAbsolute
            ? .timestamps(format: format.pattern, share: column.time?.share ?? 1) : .cycle
        assign(column.index, .time, .time(format), reason, 0.9)
        if let origin = format.origin, !format.hasZone {
            notes.append(.startTaken(column: column.name, start: origin))
        } else if !isAbsolute {
            notes.append(.cycleTime)
        }
    }

    /// Times of day that only go forward, midnight aside.
    private func isClock(_ column: SampleColumn) -> Bool {
        guard let time = column.time, time.format.isTimeOfDay, table.rowCount >= 3 else {
            return false
        }
        let isNamed = column.words.mentions(Vocabulary.times) || column.words.words.isEmpty
        if column.words.mentions(Self.fromStart) { return false }
        var (steps, falls) = (0, 0)
        for (row, next) in table.steps {
            guard !time.values[row].isNaN, !time.values[next].isNaN else { continue }
            steps += 1
            let step = time.values[next] - time.values[row]
            falls += step < 0 && step > -43_200 ? 1 : 0
        }
        return isNamed && falls * 50 <= steps
    }

    /// Whether cells like `49:40:00` or `0d 00:00:10` count from a start and never go back.
    private func isDuration(_ column: SampleColumn) -> Bool {
        let isNamed =
            column.words.mentions(Self.elapsed) || column.words.mentions(Self.fromStart)
            || column.words.words.isEmpty
        guard column.time == nil || column.time?.format.isTimeOfDay == true, !column.isNumber,
            table.rowCount >= 3, isNamed
        else { return false }
        let values = column.cells.map { ElapsedText.seconds($0.span) ?? .nan }
        guard values.count(where: { !$0.isNaN }) * 50 >= column.filled * 49 else { return false }
        return table.steps.allSatisfy { !(values[$1] < values[$0]) }
    }

    /// Seconds per unit of a column that counts the time from a start; `nil` where it does not.
    private func unitOfElapsed(_ column: SampleColumn) -> Double? {
        guard column.isNumber, column.time == nil, column.words.mentions(Self.elapsed),
            let first = column.numbers.first, first >= 0,
            table.steps.allSatisfy({ !(column.numbers[$1] < column.numbers[$0]) })
        else { return nil }
        guard let unit = column.unit else { return column.isInteger ? nil : 1 }
        return UnitGrammar.parse(unit).flatMap { $0.dimension == .time ? $0.factor : nil }
    }

    private static let fromStart: Set<String> = [
        "elapsed", "laufzeit", "relative", "testtime", "steptime", "duration",
    ]

    private static let elapsed: Set<String> = Vocabulary.times.union([
        "elapsed", "seconds", "zeit", "sec", "s", "laufzeit", "testtime", "секунды",
    ])

    /// `hours since 1900-01-01 00:00:0.0`, as NetCDF and the like name their times.
    private func countsSince() -> (column: SampleColumn, format: TimeFormat)? {
        for column in free(.time) where column.isNumber {
            let name = column.name.lowercased()
            guard let range = name.firstRange(of: " since ") else { continue }
            let before = String(
                name[..<range.lowerBound].reversed().prefix { $0.isLetter }.reversed())
            guard let unit = UnitGrammar.parse(before), unit.dimension == .time,
                let date = HeadDate(
                    name[range.upperBound...].filter { $0 != ")" && $0 != "]" }, words: ""),
                let origin = date.seconds(dayFirst: nil)
            else { continue }
            return (
                column,
                TimeFormat(
                    form: .elapsed, hasZone: true, pattern: before + " since", zoneName: "UTC",
                    origin: origin, unitSeconds: unit.factor)
            )
        }
        return nil
    }
}
