internal import Charts
internal import Markup
internal import Pipeline

/// The devices that need attention, worst first, fifty on a page.
struct AttentionTable {
    let page: PageContext
    let report: OverviewReport
    let context: ReportContext
    /// Rows on the first screen; the pages after it are longer.
    static let firstPage = 8
    static let pageSize = 50

    var markup: Markup {
        let rows = shown
        let words = page.phrases.attention(shown: rows.count, report, context)
        return page.card("h-worst", .twoThirds, words) {
            if !rows.isEmpty { page.table(table(rows)) }
        }
    }

    private var shown: [OverviewReport.DeviceRow] {
        Array(report.devices.prefix(Self.firstPage))
    }

    private func table(_ rows: [OverviewReport.DeviceRow]) -> Table {
        var columns: [Table.Column] = [
            .init(title: page.label(.device)), .init(title: page.label(.status)),
            .init(title: page.label(.health), isNumber: true),
            .init(title: page.label(.furthestReading)),
            .init(title: page.label(.since), isOptional: true),
        ]
        let hasErrors = rows.contains { $0.errors != nil }
        let hasFailures = rows.contains { $0.failures != nil }
        if hasErrors {
            columns.append(.init(title: page.label(.errors), isNumber: true, isOptional: true))
        }
        if hasFailures {
            columns.append(.init(title: page.label(.failures), isNumber: true, isOptional: true))
        }
        return Table(
            caption: page.label(.attentionTitle), columns: columns,
            rows: rows.map { cells($0, hasErrors, hasFailures) })
    }

    private func cells(
        _ row: OverviewReport.DeviceRow, _ hasErrors: Bool, _ hasFailures: Bool
    ) -> [Table.Cell] {
        var cells: [Table.Cell] = [
            .init(page.device(row.device)), .init(page.status(row.status)),
            .init(page.format.card(row.health.rounded())), .init(furthest(row)),
            .init(row.since.map(page.format.shortMoment) ?? NumberFormat.missing),
        ]
        if hasErrors { cells.append(.init(pair(row.errors))) }
        if hasFailures { cells.append(.init(pair(row.failures))) }
        return cells
    }

    private func furthest(_ row: OverviewReport.DeviceRow) -> Markup {
        guard let reading = row.furthest else { return Markup(NumberFormat.missing) }
        let band = page.format.band(reading.low, reading.high)
        return element("span", [.class("nw")]) {
            reading.metric.name
            " "
            element("b", text: page.format.reading(reading.value))
            " "
            element("span", [.class("sub", "opt")], text: page.phrases.fromTo(band.low, band.high))
        }
    }

    private func pair(_ figures: Compared?) -> Markup {
        guard let figures else { return Markup(NumberFormat.missing) }
        return Markup {
            page.format.card(figures.current)
            if let previous = figures.previous {
                " "
                element("span", [.class("sub")], text: "(" + page.format.card(previous) + ")")
            }
        }
    }
}
