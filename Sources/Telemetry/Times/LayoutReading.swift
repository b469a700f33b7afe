import Values

/// The cells of a column read in one layout, with the evidence for it.
struct LayoutReading {
    let layout: TimeLayout
    let penalty: Int
    /// By row epoch seconds, wall-clock seconds or seconds since midnight; NaN where a cell is no
    /// time.
    private(set) var values: [Double] = []
    private(set) var count = 0
    private(set) var absolute = 0
    private(set) var hasClock = false
    /// Cells with the weekday of their date, and with another one.
    private(set) var weekdays = (right: 0, wrong: 0)

    /// Reads the cells; a year that they lack is chosen by `AssumedYears`.
    init(_ draft: LayoutDraft, _ cells: [[UInt8]]) {
        let plain = LayoutReading(draft.layout, penalty: draft.penalty, cells)
        let hasYear = draft.hasYear || !draft.layout.hasDate
        self =
            hasYear
            ? plain
            : AssumedYears.candidates(plain.layout, cells).lazy
                .map { LayoutReading($0, penalty: draft.penalty, cells) }
                .first { $0.weekdays.wrong == 0 && $0.count > 0 } ?? plain
    }

    private init(_ layout: TimeLayout, penalty: Int, _ cells: [[UInt8]]) {
        self.layout = layout
        self.penalty = penalty
        let parser = LayoutParser(layout)
        values.reserveCapacity(cells.count)
        for cell in cells {
            guard let fields = parser.fields(cell.span),
                let time = fields.time(hasDate: layout.hasDate, assumed: layout.assumedYear)
            else {
                values.append(.nan)
                continue
            }
            values.append(time.seconds)
            count += 1
            absolute += time.isAbsolute ? 1 : 0
            if time.seconds.truncatingRemainder(dividingBy: 86_400) != 0 { hasClock = true }
            if let named = fields.weekday, let days = fields.days(layout.assumedYear) {
                let isRight = CivilDate.weekday(daysSince1970: days) == named
                if isRight { weekdays.right += 1 } else { weekdays.wrong += 1 }
            }
        }
    }

    /// How the times follow each other.
    var order: TimeOrder { TimeOrder(values) }

    /// Whether both readings have the same times, also the same gaps.
    func agrees(with other: LayoutReading) -> Bool {
        zip(values, other.values).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    }
}

/// How well times follow each other in the order of the rows.
struct TimeOrder {
    /// Steps back.
    private(set) var backward = 0
    /// From the earliest to the latest, in seconds.
    private(set) var span = 0.0
    /// Share of the steps forward that have the most frequent length, 0…1; 0 without any.
    private(set) var regularity = 0.0

    init(_ values: [Double]) {
        let present = values.filter { !$0.isNaN }
        var lengths: [Double: Int] = [:]
        for (one, next) in zip(present, present.dropFirst()) {
            if next < one { backward += 1 }
            if next > one { lengths[next - one, default: 0] += 1 }
        }
        span = (present.max() ?? 0) - (present.min() ?? 0)
        let steps = lengths.values.reduce(0, +)
        if steps > 0 { regularity = Double(lengths.values.max() ?? 0) / Double(steps) }
    }

    /// `true` where this order speaks for its reading, `false` where the other does for its own,
    /// `nil` where neither is clearly better.
    func isBetter(than other: TimeOrder) -> Bool? {
        if backward != other.backward { return backward < other.backward }
        if span * 4 < other.span { return true }
        if other.span * 4 < span { return false }
        if abs(regularity - other.regularity) > 0.2 { return regularity > other.regularity }
        return nil
    }
}

/// The year of dates without one: always the same for the same file, whenever it is read.
///
/// Where the rows cross New Year (a step back of more than half a year), dates before the longest
/// gap in the calendar belong to the second year. The second year, or the only one, is 2000, which
/// has a 29 February; with weekdays, the first one from then on that they fit.
enum AssumedYears {
    static func candidates(_ layout: TimeLayout, _ cells: [[UInt8]]) -> [TimeLayout] {
        var layout = layout
        layout.assumedYear = TimeLayout.AssumedYear(year: 2000)
        let days = self.days(layout, cells)
        let crosses = zip(days, days.dropFirst()).contains { $0 - $1 > 182 }
        let first = crosses ? firstDay(days) : 0
        return (2000..<2028).map { year in
            layout.assumedYear = TimeLayout.AssumedYear(
                year: crosses ? year - 1 : year, firstDay: first)
            return layout
        }
    }

    /// Days since 1970 of the dates in the year 2000, for the rows that are dates.
    private static func days(_ layout: TimeLayout, _ cells: [[UInt8]]) -> [Int] {
        let parser = LayoutParser(layout)
        return cells.compactMap { parser.fields($0.span)?.days(layout.assumedYear) }
    }

    /// Month × 100 + day of the first day after the longest gap, which may cross New Year.
    private static func firstDay(_ days: [Int]) -> Int {
        let present = Set(days).sorted()
        guard let first = present.first, let last = present.last else { return 0 }
        var best = (gap: first + 366 - last, day: first)
        for (one, next) in zip(present, present.dropFirst()) where next - one > best.gap {
            best = (next - one, next)
        }
        let date = CivilDate(daysSince1970: best.day)
        return date.month * 100 + date.day
    }
}
