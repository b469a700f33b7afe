import Values

/// What the lines above a table, and the file's name, say of when its rows begin.
///
/// Loggers that write times of day or seconds from the start name the day once, up there.
struct StartFacts {
    /// Midnight, in seconds since 1970 on the wall clock, of the day said to be that of the start,
    /// else of the only one named, else of the one in the file name; `nil` where several are named.
    private(set) var day: Double?
    /// The start with its time of day; `nil` where only the day is known.
    private(set) var start: Double?
    /// The order in dates such as 03/13/2024; `nil` where no date above the rows settles it.
    private(set) var dayFirst: Bool?

    init() {}

    /// Reads the lines above the rows of a text that begins where the file does, then the file's
    /// name.
    init(_ text: PaddedBytes, _ dialect: CSVDialect, fileName: String) {
        let first = min(dialect.head.firstRow, 200)
        let lines = HeadLine.lines(of: text, dialect, first: first + 1)
            .filter { $0.number < first && $0.number != dialect.head.names }
        let dates = lines.flatMap(Self.dates)
        dayFirst = Self.order(dates.compactMap(\.dayFirst))
        let moments = dates.map { date in
            (date.words, date.seconds(dayFirst: dayFirst))
        }.filter { !$0.0.mentions(Self.others) }
        let said = moments.filter { $0.0.mentions(Self.starts) }.compactMap(\.1)
        let all = said.isEmpty ? moments.compactMap(\.1) : said
        let days = Set(all.map { ($0 / 86_400).rounded(.down) * 86_400 })
        if let only = days.first, days.count == 1 {
            day = only
            // A day alone does not say at what time it began.
            start = all.first { $0 != only }
        } else if days.isEmpty {
            day = Self.day(inName: fileName)
        }
    }

    private static let starts: Set<String> = [
        "start", "begin", "trigger", "started", "beginn", "startzeit", "starttime", "startdate",
        "test", "measurement", "recording", "messbeginn", "начало", "пуск", "inicio", "début",
    ]
    private static let others: Set<String> = [
        "export", "exported", "printed", "today", "calibration", "calibrated", "cal", "end", "stop",
        "endtime", "created", "due", "gedruckt", "erstellt", "ende", "konec", "firmware", "report",
    ]

    private static func order(_ orders: [Bool]) -> Bool? {
        guard let first = orders.first, orders.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The dates in a line, each with the words before it.
    private static func dates(_ line: HeadLine) -> [HeadDate] {
        let cells = line.cells.map { String(decoding: $0, as: UTF8.self) }
        let found = zip([""] + cells, cells).compactMap { HeadDate($1, words: $0) }
        // The file's delimiter may cut a date.
        guard found.isEmpty, cells.count > 1 else { return found }
        return HeadDate(cells.joined(separator: " "), words: "").map { [$0] } ?? []
    }

    /// The day in `log_20240313.csv` or `2024-03-13 press 7.csv`; `nil` where there are several.
    private static func day(inName name: String) -> Double? {
        let file =
            name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
        var days: Set<Double> = []
        let runs = file.split { !$0.isNumber && !"-_.".contains($0) }
        for run in runs {
            let parts = run.split { "-_.".contains($0) }.map(String.init)
            for (place, part) in parts.enumerated() {
                if part.count == 8,
                    let day = Self.day([
                        part.prefix(4), part.dropFirst(4).prefix(2), part.suffix(2),
                    ])
                {
                    days.insert(day)
                } else if part.count == 4, place + 2 < parts.count,
                    parts[place + 1].count == 2, parts[place + 2].count == 2,
                    let day = Self.day([part[...], parts[place + 1][...], parts[place + 2][...]])
                {
                    days.insert(day)
                }
            }
        }
        return days.count == 1 ? days.first : nil
    }

    private static func day(_ parts: [Substring]) -> Double? {
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, (1970...2100).contains(numbers[0]),
            let days = TimestampParser.days(year: numbers[0], month: numbers[1], day: numbers[2])
        else { return nil }
        return Double(days) * 86_400
    }
}

/// A date in a line above the rows.
struct HeadDate {
    /// The words before it, in its cell or the one before.
    let words: ColumnName
    /// Its order, where the numbers settle it (13 is no month); `nil` also where only one is
    /// possible.
    let dayFirst: Bool?
    private let dayReading: Double?
    private let monthReading: Double?

    /// Characters looked at in a line, and in a date with its time: a preamble may be one long
    /// line.
    private static let longest = (text: 512, date: 48)

    /// The first date with a year in a text, with its time of day; `nil` where there is no such
    /// date.
    init?(_ text: String, words before: String) {
        let signs = Array(text.trimmingSpaces().prefix(Self.longest.text))
        // Numbers first: a month's name mostly has the day before it.
        let starts = signs.indices.filter { place in
            let isInside = place > 0 && (signs[place - 1].isNumber || signs[place - 1].isLetter)
            return !isInside && (signs[place].isNumber || signs[place].isLetter)
        }
        for place in starts.filter({ signs[$0].isNumber }) + starts.filter({ signs[$0].isLetter }) {
            // `'24-03-13` leaves the century out.
            let isShort =
                place > 0 && signs[place - 1] == "'" && signs[place...].prefix(5).contains("-")
            let rest = (isShort ? "20" : "") + String(signs[place...].prefix(Self.longest.date))
            guard let read = Self.read(rest) else { continue }
            words = ColumnName(before + " " + String(signs[..<place]))
            (dayReading, monthReading) = read
            let isOpen = dayReading != nil && monthReading != nil
            dayFirst = isOpen ? nil : dayReading != nil
            return
        }
        return nil
    }

    /// Seconds since 1970 on the wall clock; `nil` where the order matters and is not known.
    func seconds(dayFirst order: Bool?) -> Double? {
        guard let dayReading, let monthReading, dayReading != monthReading else {
            return dayReading ?? monthReading
        }
        return order.map { $0 ? dayReading : monthReading }
    }

    /// The date a text begins with, read with the day first and with the month first. It may be
    /// followed by a time of day or anything else.
    private static func read(_ text: String) -> (day: Double?, month: Double?)? {
        let words = text.split(separator: " ").prefix(4)
        for count in stride(from: words.count, to: 0, by: -1) {
            let piece = words.prefix(count).joined(separator: " ")
            let bytes = Array(piece.utf8)
            let read = { (form: TimeFormat.Form) in TimestampParser(form).parse(bytes.span)?.seconds
            }
            if let seconds = read(.yearFirst) ?? read(.monthName) { return (seconds, seconds) }
            if !piece.contains(where: \.isNumber) { return nil }
            let (day, month) = (read(.dayFirst), read(.monthFirst))
            if day != nil || month != nil { return (day, month) }
            if let layout = LayoutInference([bytes], isNamed: false, dayFirst: nil),
                layout.best.layout.has(.year), layout.format.alternative == nil, bytes.count >= 8,
                layout.best.layout.assumedYear == nil, let seconds = layout.best.values.first
            {
                return (seconds, seconds)
            }
        }
        return nil
    }
}
