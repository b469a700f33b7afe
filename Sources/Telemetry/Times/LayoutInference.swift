import Values

/// Finds the layout of a column's times from its cells, not from a list of forms.
struct LayoutInference {
    let best: LayoutReading
    let format: TimeFormat
    /// The order of the date's parts: `YMD`, `DMY` and the like.
    let dateOrder: String

    /// The layout that fits best among those in which most cells are times; `nil` where no layout
    /// fits.
    ///
    /// `dayFirst`: what a person said about the order of day and month.
    init?(_ cells: [[UInt8]], isNamed: Bool, dayFirst: Bool?) {
        let filled = cells.filter { !$0.isEmpty }
        guard TimeLikeness.share(of: filled.prefix(60), isNamed: isNamed) >= 0.5,
            let column = LayoutColumn(filled)
        else { return nil }
        let drafts = LayoutSearch(column, isNamed: isNamed).found
        guard let chosen = Self.choose(drafts, cells, column, dayFirst: dayFirst) else {
            return nil
        }
        best = chosen.best
        dateOrder = Self.dateOrder(best.layout)
        let hasZone = best.absolute * 2 > best.count
        let other = chosen.rival.map { TimePattern.text($0.layout, example: column.example) }
        format = TimeFormat(
            form: .layout, hasZone: hasZone,
            pattern: TimePattern.text(best.layout, example: column.example), layout: best.layout,
            zoneName: best.layout.zoneIdentifier ?? ZoneCensus(filled).name,
            alternative: other ?? ZoneWords.doubt(column.zoneWords))
    }

    private static func choose(
        _ drafts: [LayoutDraft], _ cells: [[UInt8]], _ column: LayoutColumn, dayFirst: Bool?
    ) -> (best: LayoutReading, rival: LayoutReading?)? {
        // A few rows tell most layouts apart.
        let probe = Array(cells.lazy.filter { !$0.isEmpty }.prefix(60))
        let tried = drafts.map { (draft: $0, count: LayoutReading($0, probe).count) }
        guard let hits = tried.map(\.count).max(), hits > 0 else { return nil }
        let likely = tried.filter { $0.count * 10 >= hits * 9 }.map(\.draft)
        // Words that may be weekdays, but never those of the dates, are something else.
        let all = likely.map { LayoutReading($0, cells) }
        let agreeing = all.filter { $0.weekdays.wrong <= $0.weekdays.right }
        let readings = agreeing.isEmpty ? all : agreeing
        guard let most = readings.map(\.count).max(), most > 0 else { return nil }
        let full = readings.filter { $0.count * 50 >= most * 49 }
        guard let least = full.map(\.penalty).min() else { return nil }
        var rivals = full.filter { $0.penalty == least }
        if let dayFirst {
            let wanted = rivals.filter { isDayFirst($0.layout) == dayFirst }
            if !wanted.isEmpty { rivals = wanted }
        }
        let preferred = rivals.enumerated().sorted { one, other in
            let ranks = (rank(one.element, column), rank(other.element, column))
            return ranks.0 == ranks.1 ? one.offset < other.offset : ranks.0 < ranks.1
        }.map(\.element)
        guard var best = preferred.first else { return nil }
        for reading in preferred.dropFirst() where isBetter(reading, than: best) == true {
            best = reading
        }
        let open = preferred.first { other in
            !other.agrees(with: best) && isBetter(best, than: other) == nil && dayFirst == nil
        }
        return (best, open)
    }

    /// What the values tell; `nil` where they do not decide.
    private static func isBetter(_ one: LayoutReading, than other: LayoutReading) -> Bool? {
        let wrong = (one.weekdays.wrong, other.weekdays.wrong)
        if wrong.0 != wrong.1, one.weekdays.right + other.weekdays.right > 0 {
            return wrong.0 < wrong.1
        }
        return one.order.isBetter(than: other.order)
    }

    /// How unlikely an order is where the values do not decide; the lowest is taken.
    private static func rank(_ reading: LayoutReading, _ column: LayoutColumn) -> Int {
        let isSplit = reading.layout.parts.contains { $0.digits != nil }
        let usual = isSplit || reading.layout.has(.year) ? 0 : 2
        switch dateOrder(reading.layout) {
        case "YMD": return usual
        case "DMY", "DM": return DayOrder.usesDayFirst(column.example) ? 0 : 1
        case "MDY", "MD": return DayOrder.usesDayFirst(column.example) ? 1 : 0
        default: return 3
        }
    }

    private static func isDayFirst(_ layout: TimeLayout) -> Bool? {
        let fields = layout.parts.map(\.field)
        guard let day = fields.firstIndex(of: .day), let month = fields.firstIndex(of: .month)
        else { return nil }
        return day < month
    }

    private static func dateOrder(_ layout: TimeLayout) -> String {
        layout.parts.reduce(into: "") { order, part in
            switch part.field {
            case .year, .yearOfCentury: order += "Y"
            case .month, .monthName: order += "M"
            case .day: order += "D"
            default: break
            }
        }
    }
}

/// How people write day and month.
enum DayOrder {
    /// The order where the values do not decide: 3/1/2015 is American, 03/01/2015, 03.01.2015 and
    /// 03-01-2015 are not.
    static func usesDayFirst(_ example: [UInt8]) -> Bool {
        let isPadded = example.count > 2 && example[2] == 0x2F
        return !example.contains(0x2F) || isPadded
    }
}
