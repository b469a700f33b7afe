import Values

/// How the numbers of a column count the time.
struct TimeCount: Sendable {
    /// Units per second.
    let perSecond: Double
    /// Seconds from the count's zero to 1970-01-01.
    let epoch: Double
    /// Whether they count in UTC; else on a wall clock.
    let isUTC: Bool
    /// The seconds since 1970 that are believed.
    let range: Range<Double>

    init(_ perSecond: Double, epoch: Double = 0, isUTC: Bool = true, range: Range<Double>? = nil) {
        self.perSecond = perSecond
        self.epoch = epoch
        self.isUTC = isUTC
        self.range = range ?? 0..<TimeCount.year2100
    }

    static let year2100 = 4_102_444_800.0
    private static let day = 1 / 86_400.0

    /// Seconds since 1970; `nil` where they are not believed. Days are rounded to milliseconds, as
    /// precise as programs write them.
    func seconds(of value: Double) -> Double? {
        var seconds = value / perSecond - epoch
        if perSecond == Self.day {
            seconds = ((value - epoch / 86_400) * 86_400_000).rounded() / 1_000
        }
        return range.contains(seconds) ? seconds : nil
    }

    /// How the numbers of a format count; `nil` for formats that are no numbers.
    init?(_ format: TimeFormat) {
        guard format.form == .elapsed else {
            self.init(format.form)
            return
        }
        let unit = format.unitSeconds ?? 1
        guard unit > 0 else { return nil }
        self.init(
            1 / unit, epoch: -(format.origin ?? 0), isUTC: format.hasZone,
            range: -TimeCount.year2100..<TimeCount.year2100)
    }

    /// `nil` for forms that are no numbers, and for `elapsed`, whose origin a format has.
    init?(_ form: TimeFormat.Form) {
        // 1970 is what a clock shows that was never set; beyond 2260 nanoseconds overflow.
        let unix = 31_536_000.0..<9_183_110_400
        switch form {
        case .epochSeconds: self.init(1, range: unix)
        case .epochMilliseconds: self.init(1e3, range: unix)
        case .epochMicroseconds: self.init(1e6, range: unix)
        case .epochNanoseconds: self.init(1e9, range: unix)
        case .excelSerial1900: self.init(Self.day, epoch: 25_569 * 86_400, isUTC: false)
        case .excelSerial1904: self.init(Self.day, epoch: 24_107 * 86_400, isUTC: false)
        case .macSeconds: self.init(1, epoch: 2_082_844_800)
        case .fileTime: self.init(1e7, epoch: 11_644_473_600)
        case .dotNetTicks: self.init(1e7, epoch: 62_135_596_800, isUTC: false)
        case .matlabDays: self.init(Self.day, epoch: 719_529 * 86_400, isUTC: false)
        case .julianDay: self.init(Self.day, epoch: 2_440_587.5 * 86_400)
        case .modifiedJulianDay: self.init(Self.day, epoch: 40_587 * 86_400)
        case .yearFirst, .dayFirst, .monthFirst, .compact, .timeOfDay, .monthName, .layout,
            .clockNumber, .clockNumberWithSeconds, .elapsed, .duration:
            return nil
        }
    }

    /// Whether they count days, with the time of day as a fraction.
    var isDays: Bool { perSecond == Self.day }
}

/// Finds the epoch and unit in which the numbers of a column count.
///
/// What decides: that nearly all give dates from 1970 to 2100, at best from 1990 to 2050; the
/// column's name (`filetime`, `mjd`); for days that their fractions are clock times. The present
/// date is never used, so the answer does not change.
struct CountInference {
    let form: TimeFormat.Form
    /// Another form that fits equally well; `nil` where the name decides.
    let alternative: TimeFormat.Form?

    /// `words` are those of the column's name, `unit` is the one in its header.
    init?(_ numbers: [WrittenNumber], words: Set<String>, unit: String?) {
        let candidates = Self.forms.compactMap { form -> (form: TimeFormat.Form, rank: Int)? in
            Self.rank(form, numbers, words, unit).map { (form, $0) }
        }
        guard let least = candidates.map(\.rank).min() else { return nil }
        let best = candidates.filter { $0.rank == least }
        guard let first = best.first else { return nil }
        form = first.form
        alternative = least < 0 ? nil : best.dropFirst().first?.form
    }

    /// The most frequent ones first, which wins ties.
    private static let forms: [TimeFormat.Form] = [
        .epochSeconds, .epochMilliseconds, .epochMicroseconds, .epochNanoseconds, .excelSerial1900,
        .fileTime, .dotNetTicks, .matlabDays, .julianDay, .macSeconds, .modifiedJulianDay,
        .excelSerial1904,
    ]

    /// Words in names that tell the form.
    private static let hints: [TimeFormat.Form: Set<String>] = [
        .excelSerial1900: ["excel", "ole", "oadate", "serial"], .excelSerial1904: ["1904"],
        .macSeconds: ["labview", "mac", "hfs"], .fileTime: ["filetime", "ntfs", "ldap", "wintime"],
        .dotNetTicks: ["ticks", "dotnet"], .matlabDays: ["matlab", "datenum"],
        .julianDay: ["jd", "julian"], .modifiedJulianDay: ["mjd"],
    ]

    /// −1 where the name tells the form, 0 where nearly all dates are usual ones, 1 where they are
    /// possible; `nil` where they are not.
    private static func rank(
        _ form: TimeFormat.Form, _ numbers: [WrittenNumber], _ words: Set<String>, _ unit: String?
    ) -> Int? {
        guard let count = TimeCount(form), !numbers.isEmpty else { return nil }
        let times = numbers.compactMap { count.seconds(of: $0.value) }
            .filter { $0 < TimeCount.year2100 }
        guard times.count * 50 >= numbers.count * 49 else { return nil }
        let isHinted = hints[form].map { !$0.isDisjoint(with: words) } ?? false
        if isHinted { return -1 }
        if form == .excelSerial1904 { return nil }
        if count.isDays {
            guard unit == nil || dayUnits.contains(unit ?? ""), isClock(numbers, words) else {
                return nil
            }
        }
        // From 1990 on, but nobody counted nanoseconds before 2001.
        let start = form == .epochNanoseconds ? 978_307_200.0 : 631_152_000
        let usual = times.count { $0 >= start && $0 < 2_524_608_000 }
        return usual * 50 >= times.count * 49 ? 0 : 1
    }

    private static let dayUnits: Set<String> = ["d", "day", "days", "Tage", "дн"]
    private static let dateWords: Set<String> = ["date", "datum", "дата", "day", "datetime"]

    /// Whether the fractions of days are clock times: whole minutes, seconds or milliseconds as far
    /// as the written digits tell, and mostly no round decimals, as other numbers have. Whole days
    /// are dates only under a name that says so.
    private static func isClock(_ numbers: [WrittenNumber], _ words: Set<String>) -> Bool {
        let fractions = numbers.filter { $0.value != $0.value.rounded() }
        guard fractions.count * 2 > numbers.count || numbers.count - fractions.count < 3 else {
            return fractions.isEmpty && !words.isDisjoint(with: dateWords)
        }
        let round = fractions.count { number in
            let thousands = number.value * 1_000
            return abs(thousands - thousands.rounded()) < 1e-6
        }
        guard !fractions.isEmpty, round * 2 < fractions.count else { return false }
        return [1_440.0, 86_400, 86_400_000].contains { units in
            fractions.count { $0.isMultiple(ofDayIn: units) } * 20 >= fractions.count * 19
        }
    }
}

/// A number, and how many decimals it was written with.
struct WrittenNumber {
    var value: Double
    var decimals: Int

    /// `nil` where the cell is no number with a decimal point or comma.
    init?(_ cell: [UInt8], _ parser: CountParser) {
        guard let value = parser.value(cell.span) else { return nil }
        self.value = value
        let sign = cell.lastIndex { $0 == 0x2E || $0 == 0x2C }
        decimals = sign.map { cell.count - $0 - 1 } ?? 0
    }

    /// Whether it is a whole number of units of which a day has `units`, as exactly as the decimals
    /// tell; `false` where they are too few to tell.
    func isMultiple(ofDayIn units: Double) -> Bool {
        var tolerance = 0.6
        for _ in 0..<min(decimals, 10) { tolerance /= 10 }
        guard 1 / units > 4 * tolerance else { return false }
        let count = value * units
        return abs(count - count.rounded()) <= max(tolerance, 1e-10) * units
    }
}

/// Reads plain numbers with a decimal point or a decimal comma.
struct CountParser: Sendable {
    private let point = NumberParser(NumberNotation(), missing: MissingMarkers([]))
    private let comma = NumberParser(
        NumberNotation(decimalComma: true), missing: MissingMarkers([]))

    /// The number in a cell; `nil` for other cells.
    func value(_ cell: Span<UInt8>) -> Double? {
        if case .value(let value) = point.parse(cell) { return value }
        if case .value(let value) = comma.parse(cell) { return value }
        return nil
    }
}
