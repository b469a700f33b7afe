internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// The devices that need attention, the worst first: eight beside the other cards of the page, or
/// from `page=2` on the whole list, fifty a page.
struct AttentionTable {
    let page: PageContext
    let report: OverviewReport
    let context: ReportContext
    static let shortList = 8
    static let pageSize = 50

    /// `page=1` is the short list, so the whole one begins on page 2.
    var isWhole: Bool { page.query.page > 1 }

    var markup: Markup {
        let atRisk = atRisk
        let rows = shown(atRisk)
        let words = page.phrases.attention(
            shown: rows.count, atRisk: atRisk.map(\.device), report, context)
        return page.card("h-worst", isWhole ? .whole : .twoThirds, words) {
            if !rows.isEmpty { page.table(table(rows)) }
            judgements
            links(rows.count)
        }
    }

    /// What earlier alarms were worth, by the notes on them.
    private var judgements: Markup? {
        let sentence = page.phrases.judgements(AlarmJudgements(page.input.notes))
        guard !sentence.isEmpty else { return nil }
        return element("p", [.class("note")]) { page.markup(sentence) }
    }

    private func shown(_ atRisk: [OverviewReport.DeviceRow]) -> [OverviewReport.DeviceRow] {
        let named = Set(atRisk.map(\.device))
        let quiet = report.devices.filter { $0.status == .ok && !named.contains($0.device) }
        let devices = report.devices.filter { $0.status != .ok } + atRisk + quiet
        guard isWhole else { return Array(devices.prefix(Self.shortList)) }
        return Array(devices.dropFirst(first).prefix(Self.pageSize))
    }

    /// Devices without a trouble that are predicted to fail or end soon, in the order of the
    /// prediction.
    private var atRisk: [OverviewReport.DeviceRow] {
        guard let grave = prediction?.graveDevices, !grave.isEmpty else { return [] }
        let well = Dictionary(
            report.devices.lazy.filter { $0.status == .ok }.map { ($0.device, $0) },
            uniquingKeysWith: { first, _ in first })
        return grave.compactMap { well[$0] }
    }

    private var first: Int { (page.query.page - 2) * Self.pageSize }

    private func links(_ count: Int) -> Markup {
        element("p", [.class("more", "row")]) {
            element("span") {
                if isWhole {
                    pages(count)
                } else if report.devices.count > Self.shortList {
                    link(2, page.phrases.allDevices(report.headline.total))
                }
            }
            page.links(to: .devices)
        }
    }

    private func pages(_ count: Int) -> Markup {
        Markup {
            if count > 0 {
                page.phrases.pageOf((first + 1)...(first + count), total: report.headline.total)
                " · "
            }
            link(page.query.page - 1, page.label(.previous))
            if first + count < report.devices.count {
                " · "
                link(page.query.page + 1, page.label(.next))
            }
        }
    }

    private func link(_ number: Int, _ text: String) -> Markup {
        let link = page.query.link(to: .overview, fragment: "h-worst") { $0.page = number }
        return element("a", [.href(link)], text: text)
    }

    private var prediction: FleetPrediction? { page.input.prediction.prediction }

    private func table(_ rows: [OverviewReport.DeviceRow]) -> Table {
        let parts = Parts(rows, prediction)
        var columns: [Table.Column] = [
            .init(title: page.label(.device)), .init(title: page.label(.status)),
            .init(title: page.label(.health), isNumber: true), .init(title: "", isOptional: true),
        ]
        if let quantity = prediction?.quantity, !parts.predictions.isEmpty {
            columns.append(
                .init(
                    title: page.phrases.predictionColumn(quantity), isNumber: true,
                    isOptional: true))
        }
        if parts.hasTroubles {
            columns.append(.init(title: page.label(.trouble)))
            columns.append(.init(title: page.label(.since), isOptional: true))
        }
        if parts.hasReadings {
            columns.append(
                .init(title: page.label(.furthestReading), isOptional: parts.hasTroubles))
            columns.append(.init(title: page.label(.spark), isOptional: true))
        }
        if parts.hasErrors {
            columns.append(.init(title: page.label(.errors), isNumber: true, isOptional: true))
        }
        if parts.hasFailures {
            columns.append(.init(title: page.label(.failures), isNumber: true, isOptional: true))
        }
        return Table(
            caption: page.label(.attentionTitle), columns: columns,
            rows: rows.enumerated().map { cells($1, parts, id: "w\($0)") })
    }

    /// The columns that have anything to show for the rows at hand.
    private struct Parts {
        let hasReadings: Bool
        let hasTroubles: Bool
        let hasErrors: Bool
        let hasFailures: Bool
        /// Predictions for the rows; empty where there is none for any of them.
        let predictions: [DeviceRef: FleetPrediction.Row]

        init(_ rows: [OverviewReport.DeviceRow], _ prediction: FleetPrediction?) {
            let devices = Set(rows.map(\.device))
            predictions = Dictionary(
                (prediction?.rows ?? []).lazy.filter { devices.contains($0.device) }
                    .map { ($0.device, $0) }, uniquingKeysWith: { first, _ in first })
            hasReadings = rows.contains { $0.furthest != nil }
            hasTroubles = rows.contains { $0.trouble != nil }
            hasErrors = rows.contains { $0.errors != nil }
            hasFailures = rows.contains { $0.failures != nil }
        }
    }

    private func cells(
        _ row: OverviewReport.DeviceRow, _ parts: Parts, id: String
    ) -> [Table.Cell] {
        let health = page.format.card(row.health.rounded())
        let bar = BarInTable(
            text: page.chartText(
                title: page.label(.health), description: health + " " + page.label(.ofHundred)),
            share: (row.health / 100).present, tone: page.statusTone(row.status))
        var cells: [Table.Cell] = [
            .init(device(row.device)), .init(status(row)),
            .init(health, value: .number(row.health)),
            .init(bar.draw(id: id + "h")),
        ]
        if let quantity = prediction?.quantity, !parts.predictions.isEmpty {
            let text = parts.predictions[row.device].map { row in
                // The interval stands on the card of predictions.
                var short = row
                short.range = nil
                return page.phrases.predicted(short, quantity)
            }
            cells.append(.init(element("span", [.class("nw")], text: text ?? NumberFormat.missing)))
        }
        if parts.hasTroubles {
            let since = row.trouble.map { page.format.shortMoment($0.from) } ?? NumberFormat.missing
            cells.append(.init(row.trouble.map(page.phrases.subject) ?? NumberFormat.missing))
            cells.append(
                .init(
                    element("span", [.class("nw")], text: since),
                    value: row.trouble.map { .moment($0.from) }))
        }
        if parts.hasReadings {
            cells.append(.init(furthest(row, isStacked: parts.hasTroubles)))
            cells.append(.init(spark(row, id: id)))
        }
        if parts.hasErrors { cells.append(pair(row.errors)) }
        if parts.hasFailures { cells.append(pair(row.failures)) }
        return cells
    }

    private func status(_ row: OverviewReport.DeviceRow) -> Markup {
        let isGrave = prediction?.isGrave(row.device) ?? false
        return row.status == .ok && isGrave ? page.atRisk() : page.status(row.status)
    }

    /// The device, with the kind of its latest note.
    private func device(_ device: DeviceRef) -> Markup {
        Markup {
            page.device(device)
            if let note = page.notes(of: device).first {
                element("span", [.class("sub", "noted")], text: page.phrases.noteKind(note.kind))
            }
        }
    }

    /// The reading farthest from its band; the band stands below it where the column of problems
    /// takes the room and makes rows of two lines anyway.
    private func furthest(_ row: OverviewReport.DeviceRow, isStacked: Bool) -> Markup {
        guard let reading = row.furthest else { return Markup(NumberFormat.missing) }
        let band = page.format.band(reading.low, reading.high)
        return element("span", [.class("nw")]) {
            reading.metric.name
            " "
            element("b", text: page.format.reading(reading.value))
            " "
            element(
                "span", [.classes(isStacked ? ["sub", "opt", "under"] : ["sub", "opt"])],
                text: page.phrases.fromTo(band.low, band.high))
        }
    }

    private func spark(_ row: OverviewReport.DeviceRow, id: String) -> Markup {
        guard let reading = row.furthest, row.spark.count > 1 else { return Markup() }
        let isKnown = reading.low.isFinite && reading.high.isFinite
        let band = isKnown ? ClosedRange(from: reading.low, to: reading.high) : nil
        let title = page.phrases.sparkOf(reading.metric, row.device)
        let line = Sparkline(
            text: page.chartText(title: title, description: page.phrases.distance(reading.z)),
            values: row.spark.map(\.present), band: band,
            endTone: row.trouble.map { $0.subjects.contains(.metric(reading.metric)) } ?? false
                ? .critical : .subject, size: .table)
        return line.draw(id: id + "s")
    }

    private func pair(_ figures: Compared?) -> Table.Cell {
        guard let figures else { return Table.Cell(NumberFormat.missing) }
        let text = Markup {
            page.format.card(figures.current)
            if let previous = figures.previous {
                " "
                element("span", [.class("sub")], text: "(" + page.format.card(previous) + ")")
            }
        }
        return Table.Cell(text, value: .number(figures.current))
    }
}
