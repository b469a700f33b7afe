internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// Events by weekday and hour.
struct WeekCard {
    let page: PageContext
    let report: TrendReport
    let context: ReportContext

    func add(to grid: inout CardGrid) {
        if let map = report.week {
            grid.half { card(map, $0) }
        } else if !report.missingData.events, case .time = context.axis {
            grid.missing { page.missingCard("h-hw", $0, title: page.phrases.weekTitle(), .weekMap) }
        }
    }

    private func card(_ map: TrendReport.WeekMap, _ span: Span) -> Markup {
        let words = page.phrases.week(map, context)
        let highest = map.counts.joined().max() ?? 0
        let rows = map.counts.prefix(7).enumerated().map { day, counts in
            HeatMap.Row(
                label: page.format.words.shortWeekdays[day],
                cells: counts.prefix(24).enumerated().map { hour, count in
                    HeatMap.Cell(
                        level: Self.level(count, highest),
                        title: page.phrases.weekCell(day, hour, count, map.kind))
                })
        }
        let chart = HeatMap(
            text: page.chartText(
                title: words.title, description: words.say.plain,
                valueTitle: page.phrases.hourAxis()),
            rows: rows, columns: .names((0..<24).map(page.format.clock(hour:))), shortage: .showsAll
        )
        return page.panel(
            "h-hw", span, words, chart, place: span.place, key: key(map, highest),
            table: table(map, words.title))
    }

    /// Steps by the square root, so that one busy hour does not make all others alike.
    private static func level(_ count: Int, _ highest: Int) -> Int {
        guard count > 0, highest > 0 else { return 0 }
        let share = (Double(count) / Double(highest)).squareRoot()
        return min(6, max(1, Int(clamping: (share * 6).rounded(.up))))
    }

    /// The counts that each step on the map stands for.
    private func key(_ map: TrendReport.WeekMap, _ highest: Int) -> [Key.Entry] {
        var ranges: [Int: ClosedRange<Int>] = [:]
        for count in map.counts.joined() {
            let level = Self.level(count, highest)
            let known = ranges[level] ?? count...count
            ranges[level] = min(known.lowerBound, count)...max(known.upperBound, count)
        }
        let steps = ranges.sorted { $0.key < $1.key }.map { level, range in
            Key.Entry.step(level, page.phrases.step(range.lowerBound, range.upperBound))
        }
        return steps + [.words(page.phrases.eventNames(map.kind))]
    }

    private func table(_ map: TrendReport.WeekMap, _ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [.init(title: page.label(.weekday))]
                + (0..<24).map { .init(title: page.format.clock(hour: $0), isNumber: true) },
            rows: map.counts.prefix(7).enumerated().map { day, counts in
                [.init(page.format.words.shortWeekdays[day])]
                    + counts.map { page.cells.count($0) }
            })
    }
}

/// Which codes are seen before failures.
struct PrecursorCard {
    let page: PageContext
    let report: TrendReport

    func add(to grid: inout CardGrid) {
        if let table = report.precursors, !table.rows.isEmpty {
            grid.half { card(table, $0) }
        } else if !report.missingData.events {
            let part: MissingPart = report.missingData.failures ? .failures : .precursors
            grid.missing { page.missingCard("h-pre", $0, title: page.label(.precursorTitle), part) }
        }
    }

    private func card(_ precursors: PrecursorTable, _ span: Span) -> Markup {
        let words = page.phrases.precursors(precursors)
        let failures = precursors.failures.prefix(6)
        let columns =
            [Table.Column(title: page.label(.code))]
            + failures.map { .init(title: page.phrases.code($0), isNumber: true) }
            + [
                .init(title: page.label(.followed), isNumber: true),
                .init(title: page.label(.byChance), isNumber: true, isOptional: true),
            ]
        let rows = precursors.rows.prefix(20).map { row -> [Table.Cell] in
            [.init(page.phrases.code(row.code))]
                + row.shares.prefix(failures.count).map { share in
                    page.cells.percent(share, tint: share > 0.5 ? "p2" : "p0")
                }
                + [
                    page.cells.percent(row.followed),
                    page.cells.percent(row.chance, decimals: row.chance < 0.1 ? 1 : 0),
                ]
        }
        return page.card("h-pre", span, words) {
            page.table(Table(caption: words.title, columns: columns, rows: rows, style: .tint))
        }
    }
}
