import Values

extension RoleInference {
    /// What a reader should know about the times: other readings, a year that was assumed, and
    /// columns that look like times and are not understood.
    mutating func noteTimes() {
        for column in table.columns where assignments[column.index]?.role == .time {
            guard case .time(let format)? = assignments[column.index]?.type else { continue }
            if let other = format.alternative { noteDoubt(column.name, format, other) }
            if let year = format.assumedYear {
                notes.append(.yearNotNamed(column: column.name, year: year))
            }
        }
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

    /// Looks like a time, and no form reads it.
    private func isUnreadTime(_ column: SampleColumn) -> Bool {
        guard column.time == nil, !column.isNumber, !column.isEmpty else { return false }
        let isNamed = column.words.mentions(Vocabulary.times)
        guard isNamed || !time.isCalendar else { return false }
        let cells = column.distinct.prefix(60).map { Array($0.utf8) }
        return TimeLikeness.share(of: cells, isNamed: false) >= 0.8
    }

    /// A column of hours and minutes as one number (`950`, `0950`, `2400`), for use beside a date.
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

    /// Some number of the column is too long for hour and minute.
    private static func hasSeconds(_ cells: [[UInt8]]) -> Bool { cells.contains { $0.count > 4 } }

    /// How a column is read that is a part of the time beside a date.
    func timePartType(_ column: SampleColumn) -> ColumnType {
        if let format = column.time?.format { return .time(format) }
        return Self.hasSeconds(column.cells)
            ? .time(TimeFormat(form: .clockNumberWithSeconds, pattern: "hhmmss"))
            : .time(TimeFormat(form: .clockNumber, pattern: "hhmm"))
    }
}
