import Values

extension RoleInference {
    /// Notes what a reader should know of the times: other readings, an assumed year, hours as
    /// columns, and columns that look like times and are not understood.
    mutating func noteTimes() {
        for column in table.columns where assignments[column.index]?.role == .time {
            guard case .time(let format)? = assignments[column.index]?.type else { continue }
            if let other = format.alternative { noteDoubt(column.name, format, other) }
            if let year = format.assumedYear {
                notes.append(.yearNotNamed(column: column.name, year: year))
            }
        }
        let clocks = columns(.metric).count { column in
            let name = Array(column.name.utf8)
            return name.contains(0x3A) && TimestampParser(.timeOfDay).parse(name.span) != nil
        }
        if clocks >= 4 { notes.append(.timesAsColumns(count: clocks)) }
        for column in table.columns where isUnreadTime(column) {
            notes.append(
                .timeNotUnderstood(column: column.name, example: column.distinct.first ?? ""))
        }
    }

    private mutating func noteDoubt(_ column: String, _ format: TimeFormat, _ other: String) {
        let isExchange = { (text: String) in text.hasPrefix("D") || text.hasPrefix("M") }
        if format.form == .dayFirst || format.form == .monthFirst, isExchange(other) {
            notes.append(.ambiguousDayMonth(column: column, dayFirst: format.form == .dayFirst))
        } else {
            notes.append(.ambiguousTime(column: column, pattern: format.pattern, other: other))
        }
    }

    /// Whether a column looks like times, but no form reads it.
    private func isUnreadTime(_ column: SampleColumn) -> Bool {
        guard column.time == nil, !column.isNumber, !column.isEmpty else { return false }
        let isNamed = column.words.mentions(Vocabulary.times)
        guard isNamed || !time.isCalendar else { return false }
        let cells = column.distinct.prefix(60).map { Array($0.utf8) }
        return TimeLikeness.share(of: cells, isNamed: false) >= 0.8
    }

    /// A column of hours and minutes in one number (`950`, `0950`, `2400`), to go with a date.
    func clockNumbers() -> SampleColumn? {
        free(.time).first { column in
            guard column.time == nil, column.format.isInteger, column.distinct.count > 1,
                column.words.mentions(Vocabulary.times)
                    || column.words.mentions(["hhmm", "hhmmss"])
            else { return false }
            let cells = column.cells.indices.filter { column.codes[$0] >= 0 }
                .map { column.cells[$0] }
            let isWritten = cells.contains { $0.count >= 3 }
            let hasSeconds = Self.hasSeconds(cells)
            return isWritten
                && cells.allSatisfy { ClockNumber.parse($0.span, hasSeconds: hasSeconds) != nil }
        }
    }

    /// A column of hours to go with a date: whole numbers 0 to 23, or 1 to 24 where the hour's end
    /// is meant.
    func hourNumbers(beside date: SampleColumn) -> SampleColumn? {
        free(.time).first { column in
            guard column.index != date.index, column.format.isInteger, column.numberShare > 0.98,
                column.words.mentions(Self.hours), column.distinct.count >= 8,
                column.numbers.allSatisfy({ $0.isNaN || (0...24).contains($0) })
            else { return false }
            return table.steps.allSatisfy { row, next in
                column.numbers[next] >= column.numbers[row] || date.codes[next] != date.codes[row]
            }
        }
    }

    private static let hours: Set<String> = [
        "hour", "hr", "hh", "he", "hours", "stunde", "std", "час", "heure", "hora", "ora",
        "godzina",
        "saat", "时", "時", "小时",
    ]

    /// Lets a date count for the rows below it, as in reports with merged cells: where it is given
    /// only once a day, and the clock goes back exactly where a new one comes.
    mutating func holdBelow(_ date: Int, _ clock: Int) {
        let (dates, clocks) = (table.columns[date], table.columns[clock])
        guard dates.filled * 2 < table.rowCount, clocks.filled * 20 >= table.rowCount * 19,
            dates.codes.first.map({ $0 >= 0 }) == true, let times = clocks.time?.values,
            case .time(var format)? = assignments[date]?.type
        else { return }
        let agrees = table.steps.allSatisfy { row, next in
            times[row].isNaN || times[next].isNaN
                || (times[next] < times[row]) == (dates.codes[next] >= 0)
        }
        guard agrees else { return }
        format.holdsBelow = true
        assign(date, .time, .time(format), .timePart, 0.95)
    }

    /// Whether some number has more digits than hours and minutes do.
    private static func hasSeconds(_ cells: [[UInt8]]) -> Bool { cells.contains { $0.count > 4 } }

    /// How a column is read that goes with a date, or is that date.
    func timePartType(_ column: SampleColumn) -> ColumnType {
        if let format = column.time?.format { return .time(format) }
        if column.numbers.allSatisfy({ $0.isNaN || $0 <= 24 }) {
            let hour = TimeLayout(parts: [TimeLayout.Part(.hour)])
            return .time(TimeFormat(form: .layout, pattern: "h", layout: hour))
        }
        return Self.hasSeconds(column.cells)
            ? .time(TimeFormat(form: .clockNumberWithSeconds, pattern: "hhmmss"))
            : .time(TimeFormat(form: .clockNumber, pattern: "hhmm"))
    }
}
