internal import Markup
import Reports
import Values
import Wording

/// What each reading follows: the day, the week, the year, other readings.
struct CyclesCard {
    let page: PageContext
    let report: TrendReport

    /// Companions that a line names; more would make it a paragraph.
    private static let mostOthers = 4

    func add(to grid: inout CardGrid) {
        if !report.cycles.isEmpty || report.pairs != nil { grid.half(card) }
    }

    private func card(_ span: Span) -> Markup {
        let cycles = report.cycles
        let words = page.phrases.cycles(report)
        return page.card("h-cycle", span, words) {
            if !cycles.isEmpty { page.table(table(cycles, words.title)) }
        }
    }

    private func table(_ cycles: [ReadingCycles], _ caption: String) -> Table {
        let hasDay = cycles.contains { $0.day != nil }
        let hasWeek = cycles.contains { $0.week != nil }
        let hasYear = cycles.contains { $0.year != nil }
        let hasOthers = cycles.contains { !$0.others.isEmpty }
        var columns = [Table.Column(title: page.label(.reading))]
        if hasDay { columns.append(.init(title: page.label(.dayCycle))) }
        if hasWeek { columns.append(.init(title: page.label(.weekCycle))) }
        if hasYear { columns.append(.init(title: page.label(.yearCycle))) }
        if hasOthers { columns.append(.init(title: page.label(.movesWith), isOptional: true)) }
        return Table(
            caption: caption, columns: columns,
            rows: cycles.map { line in
                var cells = [Table.Cell(line.metric.name)]
                if hasDay { cells.append(.init(whole(day(line.day)))) }
                if hasWeek { cells.append(.init(whole(week(line.week)))) }
                if hasYear { cells.append(.init(year(line.year))) }
                if hasOthers { cells.append(.init(others(line.others))) }
                return cells
            }, style: .dense)
    }

    /// On one line.
    private func whole(_ text: String) -> Markup { element("span", [.class("nw")], text: text) }

    private func day(_ day: ReadingCycles.Day?) -> String {
        day.map { "\(page.format.percent($0.strength)), \(page.format.clock(hour: $0.peak))" }
            ?? NumberFormat.missing
    }

    private func week(_ week: ReadingCycles.Week?) -> String {
        week.map {
            "\(page.format.percent($0.strength)), \(name(page.format.words.weekdays, $0.highest))"
        }
            ?? NumberFormat.missing
    }

    private func year(_ year: ReadingCycles.Year?) -> String {
        year.map { year in
            [year.highest, year.lowest].map { name(page.format.words.axisMonths, $0) }
                .joined(separator: ", ")
        } ?? NumberFormat.missing
    }

    private func name(_ names: [String], _ index: Int) -> String {
        names.indices.contains(index) ? names[index] : NumberFormat.missing
    }

    private func others(_ others: [ReadingCycles.Other]) -> String {
        guard !others.isEmpty else { return NumberFormat.missing }
        let named = others.prefix(Self.mostOthers).map {
            "\($0.metric.name) (\(page.format.fixed($0.r, 2)))"
        }
        let more = others.count - named.count
        return (named + (more > 0 ? ["+\(page.format.count(more))"] : [])).joined(separator: ", ")
    }
}
