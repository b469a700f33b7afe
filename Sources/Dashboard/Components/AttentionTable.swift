internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// The devices that need attention, the worst first: eight lines beside the other cards of the page,
/// with devices of one common trouble on one line, or from `page=2` on the whole list device by
/// device, fifty a page.
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
            shown: rows.reduce(0) { $0 + $1.devices.count }, atRisk: atRisk.map(\.device), report,
            context)
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

    private func shown(_ atRisk: [OverviewReport.DeviceRow]) -> [AttentionRow] {
        let named = Set(atRisk.map(\.device))
        let quiet = report.devices.filter { $0.status == .ok && !named.contains($0.device) }
        let devices = report.devices.filter { $0.status != .ok } + atRisk + quiet
        guard isWhole else { return Array(AttentionRow.grouped(devices).prefix(Self.shortList)) }
        return AttentionRow.single(Array(devices.dropFirst(first).prefix(Self.pageSize)))
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

    private func table(_ rows: [AttentionRow]) -> Table {
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
                .init(title: page.label(.reading), isOptional: parts.hasTroubles))
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

        init(_ lines: [AttentionRow], _ prediction: FleetPrediction?) {
            let rows = lines.flatMap(\.devices)
            let devices = Set(rows.map(\.device))
            predictions = Dictionary(
                (prediction?.rows ?? []).lazy.filter { devices.contains($0.device) }
                    .map { ($0.device, $0) }, uniquingKeysWith: { first, _ in first })
            hasReadings = rows.contains { $0.furthest != nil }
            hasTroubles = rows.contains { $0.trouble != nil || $0.status != .ok }
            hasErrors = rows.contains { $0.errors != nil }
            hasFailures = rows.contains { $0.failures != nil }
        }
    }

    private func cells(_ line: AttentionRow, _ parts: Parts, id: String) -> [Table.Cell] {
        let row = line.worst
        var cells: [Table.Cell] = [.init(device(line)), .init(status(row))]
        cells += health(line, id: id)
        if let quantity = prediction?.quantity, !parts.predictions.isEmpty {
            let known = line.isShared ? nil : parts.predictions[row.device]
            let text = known.map { row in
                // The interval stands on the card of predictions.
                var short = row
                short.range = nil
                return page.phrases.predicted(short, quantity)
            }
            cells.append(.init(element("span", [.class("nw")], text: text ?? NumberFormat.missing)))
        }
        if parts.hasTroubles {
            let since = row.trouble.map { page.format.shortMoment($0.from) } ?? NumberFormat.missing
            cells.append(.init(trouble(row)))
            cells.append(
                .init(
                    element("span", [.class("nw")], text: since),
                    value: row.trouble.map { .moment($0.from) }))
        }
        if parts.hasReadings {
            cells.append(.init(furthest(line, isStacked: parts.hasTroubles)))
            cells.append(.init(spark(row, id: id)))
        }
        if parts.hasErrors { cells.append(pair(line.errors)) }
        if parts.hasFailures { cells.append(pair(line.failures)) }
        return cells
    }

    /// The open trouble, or what else makes the state.
    private func trouble(_ row: OverviewReport.DeviceRow) -> String {
        if let trouble = row.trouble { return page.phrases.subject(of: trouble) }
        return row.status == .ok ? NumberFormat.missing : page.phrases.trouble(row)
    }

    private func health(_ line: AttentionRow, id: String) -> [Table.Cell] {
        let (low, high) = line.health
        let lowest = page.format.card(low.rounded())
        let text =
            low.rounded() == high.rounded()
            ? lowest : page.phrases.fromTo(lowest, page.format.card(high.rounded()))
        let bar = BarInTable(
            text: page.chartText(
                title: page.label(.health), description: text + " " + page.label(.ofHundred)),
            share: (low / 100).present, tone: page.statusTone(line.worst.status))
        return [.init(text, value: .number(low)), .init(bar.draw(id: id + "h"))]
    }

    private func status(_ row: OverviewReport.DeviceRow) -> Markup {
        let isGrave = prediction?.isGrave(row.device) ?? false
        return row.status == .ok && isGrave ? page.atRisk() : page.status(row.status)
    }

    /// The devices of a line; several stand behind a click on how many they are.
    private func device(_ line: AttentionRow) -> Markup {
        guard line.isShared else { return device(line.worst.device) }
        let count = page.phrases.devices(line.devices.count)
        return element("details", [.class("some")]) {
            element("summary") {
                count
                if let group = line.worst.trouble?.group {
                    " "
                    element(
                        "span", [.class("sub", "under")], text: "\(group.attribute) \(group.value)")
                }
            }
            for (place, row) in line.devices.enumerated() {
                // Where there are no lines, in workbooks and to readers of the screen, a sign parts
                // the names.
                element("span", [.class("vh")], text: place == 0 ? ": " : ", ")
                element("span", [.class("member")]) { device(row.device) }
            }
        }
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

    /// The reading that the row is about, and what was expected: the trouble's own figures, whose
    /// name its column has, or the last value with its band. The expected stands below it where the
    /// column of problems takes the room and makes rows of two lines anyway.
    private func furthest(_ line: AttentionRow, isStacked: Bool) -> Markup {
        let row = line.worst
        guard let reading = row.furthest else { return Markup(NumberFormat.missing) }
        let said = levels(row, reading) ?? shown(reading)
        return element("span", [.class("nw")]) {
            said.name
            element("b", text: said.value)
            " "
            element(
                "span", [.classes(isStacked ? ["sub", "opt", "under"] : ["sub", "opt"])],
                text: said.expected)
        }
    }

    private typealias Said = (name: String, value: String, expected: String)

    private func levels(_ row: OverviewReport.DeviceRow, _ reading: Excursion) -> Said? {
        guard let trouble = row.trouble, case .levels(reading.metric, _, _) = trouble.figures
        else { return nil }
        return page.phrases.levels(of: trouble).map { ("", $0.now, $0.usual) }
    }

    private func shown(_ reading: Excursion) -> Said {
        let placed = page.format.placed(reading.value, low: reading.low, high: reading.high)
        let unit = reading.metric.unit.map { " " + $0 } ?? ""
        return (
            reading.metric.name + " ", placed.value,
            page.phrases.fromTo(placed.low, placed.high) + unit
        )
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
