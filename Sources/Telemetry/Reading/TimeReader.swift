import Values

/// Reads the time of each row of a chunk, by the schema's origin of times.
struct TimeReader {
    /// A time that is missing, unreadable or doubtful.
    struct Problem {
        var row: Int
        var column: Int?
        var value: String
        var reason: IssueReason
    }

    private let plan: ReadPlan
    private var clock: WallClock
    /// Rows without a usable time, each with why.
    private(set) var faults: [Problem] = []
    /// Rows whose time a change of clocks skips or repeats.
    private(set) var doubts: [Problem] = []

    init(plan: ReadPlan) {
        self.plan = plan
        clock = WallClock(plan.zone)
    }

    /// The times in file order: epoch seconds, or counts on an axis without dates; NaN for rows in
    /// `faults`.
    mutating func read(_ decoder: inout ColumnDecoder, ordinals: RowNumbers) -> [Double] {
        switch plan.schema.time {
        case .rowNumber: return ordinals.map(Double.init)
        case .cycle(let column):
            return elapsed(&decoder, column)
        case .column(let column): return timestamps(&decoder, column)
        case .dateAndTime(let date, let time): return dateAndTime(&decoder, date, time)
        case .parts(let columns): return parts(&decoder, columns)
        }
    }

    private func format(_ column: Int) -> TimeFormat? {
        if case .time(let format) = plan.schema.columns[column].type { return format }
        return nil
    }

    private mutating func numbers(_ decoder: inout ColumnDecoder, _ column: Int) -> [Double] {
        var format = NumberNotation()
        if case .number(let own) = plan.schema.columns[column].type { format = own }
        let parser = NumberParser(format, missing: plan.missing)
        var bad: [Int: [UInt8]] = [:]
        let values = decoder.numbers(column: column, decimalComma: format.decimalComma) {
            row, cell in
            if case .value(let value) = parser.parse(cell.span) { return value }
            bad[row] = cell
            return .nan
        }
        noteFaults(values, column: column, bad)
        return values
    }

    /// Notes each NaN as a fault; without an entry in `bad` the cell was empty.
    private mutating func noteFaults(_ values: [Double], column: Int, _ bad: [Int: [UInt8]]) {
        for row in values.indices where values[row].isNaN {
            let cell = bad[row] ?? []
            let isMissing = plan.missing.contains(cell.span)
            faults.append(
                Problem(
                    row: row, column: column,
                    value: String(decoding: cell.prefix(200), as: UTF8.self),
                    reason: isMissing ? .missingTime : .notATime))
        }
    }

    private mutating func timestamps(_ decoder: inout ColumnDecoder, _ column: Int) -> [Double] {
        guard let format = format(column) else { return numbers(&decoder, column) }
        var read = values(&decoder, column, format)
        noteFaults(read.values, column: column, read.bad)
        if format.isClock { Self.goOnFromDay(&read.values, origin: format.origin ?? 0) }
        return moments(read.values, absolute: read.absolute, column: column, decoder)
    }

    /// Times of a file without dates: its counter, times of day from the first day's midnight on,
    /// or seconds from the start, as written.
    private mutating func elapsed(_ decoder: inout ColumnDecoder, _ column: Int) -> [Double] {
        guard let format = format(column) else { return numbers(&decoder, column) }
        var read = values(&decoder, column, format)
        noteFaults(read.values, column: column, read.bad)
        if format.isClock { Self.goOnFromDay(&read.values, origin: 0) }
        return read.values
    }

    /// Turns times of day into times: one that falls by half a day or more is on the next day.
    private static func goOnFromDay(_ values: inout [Double], origin: Double) {
        var (day, last) = (origin, -Double.infinity)
        for row in values.indices where !values[row].isNaN {
            if values[row] <= last - 43_200 { day += 86_400 }
            last = values[row]
            values[row] += day
        }
    }

    /// Fills empty cells with the date of the last row above that has one.
    private static func holdBelow(_ values: inout [Double], _ bad: [Int: [UInt8]]) {
        var last = Double.nan
        for row in values.indices {
            if values[row].isNaN, bad[row]?.isEmpty ?? true { values[row] = last }
            last = values[row]
        }
    }

    /// Epoch seconds for the rows in `absolute`, else wall-clock seconds; NaN where a cell is no
    /// time, which is in `bad` unless it is empty.
    private func values(
        _ decoder: inout ColumnDecoder, _ column: Int, _ format: TimeFormat
    ) -> (values: [Double], absolute: AbsoluteRows, bad: [Int: [UInt8]]) {
        let parser = TimestampParser(format)
        var absolute: Set<Int> = []
        var naive: Set<Int> = []
        var bad: [Int: [UInt8]] = [:]
        // Few rows differ from the format's rule: only these are stored.
        let other = { (row: Int, cell: [UInt8]) -> Double in
            guard let time = parser.parse(cell.span) else {
                bad[row] = cell
                return .nan
            }
            if time.isAbsolute != format.hasZone {
                if time.isAbsolute { absolute.insert(row) } else { naive.insert(row) }
            }
            return time.seconds
        }
        if let count = TimeCount(format) {
            let values = counts(&decoder, column, count, into: &bad)
            return (values, count.isUTC ? .all : .some([]), bad)
        }
        guard format.form == .yearFirst else {
            let values = (0..<decoder.rowCount).map {
                other($0, decoder.cell(row: $0, column: column))
            }
            return (values, format.hasZone ? .allBut(naive) : .some(absolute), bad)
        }
        let values = decoder.times(column: column, hasZone: format.hasZone, other: other)
        return (values, format.hasZone ? .allBut(naive) : .some(absolute), bad)
    }

    /// Seconds since 1970 for numbers that count from some epoch.
    private func counts(
        _ decoder: inout ColumnDecoder, _ column: Int, _ count: TimeCount,
        into bad: inout [Int: [UInt8]]
    ) -> [Double] {
        let parser = CountParser()
        let raw = decoder.numbers(column: column, decimalComma: false) { _, cell in
            parser.value(cell.span) ?? .infinity
        }
        return raw.indices.map { row in
            if raw[row].isNaN { return .nan }
            if let seconds = count.seconds(of: raw[row]) { return seconds }
            bad[row] = decoder.cell(row: row, column: column)
            return .nan
        }
    }

    /// The rows whose times are epoch seconds already.
    private enum AbsoluteRows {
        case all
        case some(Set<Int>)
        case allBut(Set<Int>)

        func contains(_ row: Int) -> Bool {
            switch self {
            case .all: true
            case .some(let rows): !rows.isEmpty && rows.contains(row)
            case .allBut(let rows): rows.isEmpty || !rows.contains(row)
            }
        }
    }

    private mutating func moments(
        _ values: [Double], absolute: AbsoluteRows, column: Int?, _ decoder: ColumnDecoder
    ) -> [Double] {
        if case .all = absolute { return values }
        if case .some(let rows) = absolute, rows.isEmpty, plan.zone.changes.isEmpty,
            plan.zone.offsets == [0]
        {
            return values
        }
        var values = values
        for row in values.indices where !values[row].isNaN && !absolute.contains(row) {
            let moment = clock.moment(values[row])
            values[row] = moment.time
            if moment.isDoubtful {
                doubts.append(
                    Problem(
                        row: row, column: column,
                        value: column.map { decoder.text(row: row, column: $0) } ?? "",
                        reason: .clockChange))
            }
        }
        return values
    }

    private mutating func dateAndTime(
        _ decoder: inout ColumnDecoder, _ date: Int, _ time: Int
    ) -> [Double] {
        guard let dateFormat = format(date), let timeFormat = format(time) else {
            return timestamps(&decoder, date)
        }
        var days = values(&decoder, date, dateFormat)
        if dateFormat.holdsBelow == true { Self.holdBelow(&days.values, days.bad) }
        let clocks = values(&decoder, time, timeFormat)
        noteFaults(days.values, column: date, days.bad)
        let whole = days.values.filter { !$0.isNaN }.count
        if whole > 0 {
            for row in days.values.indices where !days.values[row].isNaN && clocks.values[row].isNaN
            {
                let cell = clocks.bad[row] ?? []
                faults.append(
                    Problem(
                        row: row, column: time, value: String(decoding: cell, as: UTF8.self),
                        reason: cell.isEmpty ? .missingTime : .notATime))
            }
        }
        let sums = zip(days.values, clocks.values).map { $0 + $1 }
        return moments(sums, absolute: .some([]), column: date, decoder)
    }

    private mutating func parts(_ decoder: inout ColumnDecoder, _ columns: [Int]) -> [Double] {
        let parser = NumberParser(NumberNotation(), missing: plan.missing)
        let parts = columns.map { column in
            decoder.numbers(column: column, decimalComma: false) { _, cell in
                if case .value(let value) = parser.parse(cell.span) { return value }
                return .nan
            }
        }
        var values = [Double](repeating: .nan, count: decoder.rowCount)
        var day = DayOfParts()
        for row in values.indices {
            var wall = day.seconds(year: parts[0][row], month: parts[1][row], day: parts[2][row])
            for (part, unit) in zip(parts.dropFirst(3), Self.units) {
                wall += (0...unit.most).contains(part[row]) ? part[row] * unit.seconds : .nan
            }
            values[row] = wall
            if wall.isNaN {
                let numbers = parts.map { $0[row] }
                faults.append(
                    Problem(
                        row: row, column: columns.first, value: Self.text(numbers),
                        reason: numbers.contains { $0.isNaN } ? .missingTime : .notATime))
            }
        }
        return moments(values, absolute: .some([]), column: columns.first, decoder)
    }

    /// Of hour, minute and second: how many seconds each is, and the greatest number allowed.
    private static let units: [(seconds: Double, most: Double)] = [(3_600, 24), (60, 59), (1, 60)]

    /// Midnight of year, month and day; computed only when one changes.
    private struct DayOfParts {
        private var parts = (year: Double.nan, month: Double.nan, day: Double.nan)
        private var last = Double.nan

        mutating func seconds(year: Double, month: Double, day: Double) -> Double {
            if (year, month, day) == parts { return last }
            parts = (year, month, day)
            guard let year = Int(exactly: year), let month = Int(exactly: month),
                let day = Int(exactly: day),
                let days = TimestampParser.days(year: year, month: month, day: day)
            else {
                last = .nan
                return last
            }
            last = Double(days) * 86_400
            return last
        }
    }

    private static func text(_ numbers: [Double]) -> String {
        numbers.map { $0.isNaN ? "" : "\($0)" }.joined(separator: " ")
    }
}
