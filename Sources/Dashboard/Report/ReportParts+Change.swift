internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// The state at the end of the period, and what became of it since the period before.
extension ReportBuilder.Parts {
    private var before: Snapshot? { builder.input.before }

    var state: [ReportDocument.Block] {
        if let own { return table(own.outline, "health") }
        return figures.rows.isEmpty ? [] : [.table(figures)]
    }

    /// The figures of the Overview, beside those of the period before.
    private var figures: Table {
        let heads = phrases.reportColumns()
        let earlier = before.map { snapshot -> [OverviewReport.KPI.Measure: String] in
            var input = builder.input.page
            input.snapshot = snapshot
            let figures = PageRenderer.outline(.overview, input).figures
            return Dictionary(
                zip(snapshot.overview.cards.map(\.measure), figures.map(Self.value)),
                uniquingKeysWith: { first, _ in first })
        }
        var columns: [Table.Column] = [
            .init(title: heads.figure), .init(title: heads.now, isNumber: true),
        ]
        if earlier != nil { columns.append(.init(title: heads.before, isNumber: true)) }
        // Events of the whole period are told with what changed.
        let shown = zip(snapshot.overview.cards, overview.figures).filter { kpi, _ in
            if case .events = kpi.measure { return earlier == nil }
            return true
        }
        let rows = shown.map { kpi, figure in
            [Table.Cell(figure.words.label), .init(Self.value(figure))]
                + (earlier.map { [.init($0[kpi.measure] ?? NumberFormat.missing)] } ?? [])
        }
        return Table(
            caption: phrases.reportSection(.state), columns: columns, rows: rows)
    }

    private static func value(_ figure: PageOutline.Figure) -> String {
        figure.words.small.isEmpty ? figure.value : figure.value + " " + figure.words.small
    }

    var changed: [ReportDocument.Block] {
        guard let before else {
            guard !isOfDevice else { return [] }
            let figures = zip(snapshot.overview.cards, overview.figures)
            let sentences = figures.filter { $0.0.previous != nil }.map { _, figure in
                "\(figure.words.label): \(figure.words.change)" as Sentence
            }
            guard !sentences.isEmpty else { return [] }
            let why: [ReportDocument.Block] =
                snapshot.context.isPeriodChosen
                ? [.paragraph(phrases.reportNothingBefore())] : []
            return why + [.list(sentences)]
        }
        if let own { return deviceChange(own.report.row, before) }
        let change = StatusChange(from: before.overview, to: snapshot.overview)
        let sentences =
            [phrases.reportStatus(change)] + phrases.reportDevices(change)
            + events(before).map(phrases.reportEvents)
        return [.list(sentences)] + codes(before)
    }

    private func deviceChange(
        _ row: OverviewReport.DeviceRow, _ before: Snapshot
    ) -> [ReportDocument.Block] {
        guard let old = before.overview.devices.first(where: { $0.device == row.device }) else {
            return []
        }
        var sentences = [phrases.reportHealth(now: row.health, before: old.health)]
        for trouble in [old.trouble].compactMap(\.self) where row.trouble == nil {
            sentences.append(phrases.episode(trouble))
        }
        return [.list(sentences)]
    }

    /// Events of each kind that either period has.
    private func events(_ before: Snapshot) -> [EventChange] {
        EventKind.allCases.compactMap { kind in
            func total(_ report: OverviewReport) -> Int? {
                report.breakdowns.first { $0.kind == kind }?.total
            }
            let (now, then) = (total(snapshot.overview), total(before.overview))
            guard now != nil || then != nil else { return nil }
            return EventChange(kind: kind, now: now ?? 0, before: then ?? 0)
        }
    }

    private static let codeLimit = 8

    /// What a code is known by in both periods.
    private static func key(_ code: CodeRef) -> [String] { [code.name, "\(code.kind)"] }

    /// The codes with most events, in both periods.
    private func codes(_ before: Snapshot) -> [ReportDocument.Block] {
        let heads = phrases.reportColumns()
        let old = Dictionary(
            before.overview.breakdowns.flatMap(\.items).map { (Self.key($0.code), $0.count) },
            uniquingKeysWith: { first, _ in first })
        let items = snapshot.overview.breakdowns.flatMap(\.items)
            .sorted { ($0.count, $1.code.name) > ($1.count, $0.code.name) }
            .prefix(Self.codeLimit)
        // A part that fails and is replaced often has one name for both.
        let names = Dictionary(items.map { ($0.code.name, 1) }, uniquingKeysWith: +)
        func name(_ code: CodeRef) -> String {
            let name = phrases.code(code)
            return names[code.name, default: 0] > 1
                ? "\(name) (\(phrases.eventNames(code.kind)))" : name
        }
        guard items.count > 1 else { return [] }
        return [
            .table(
                Table(
                    caption: page.label(.codes),
                    columns: [
                        .init(title: page.label(.code)),
                        .init(title: heads.now, isNumber: true),
                        .init(title: heads.before, isNumber: true),
                    ],
                    rows: items.map { item in
                        [
                            .init(name(item.code)), page.cells.count(item.count),
                            page.cells.count(old[Self.key(item.code)] ?? 0),
                        ]
                    }))
        ]
    }
}

extension StatusChange {
    /// Between the ends of two periods.
    init(from before: OverviewReport, to now: OverviewReport) {
        func bad(_ report: OverviewReport) -> [DeviceRef] {
            report.devices.filter { $0.status != .ok }.map(\.device)
        }
        let (old, current) = (bad(before), bad(now))
        let (oldNames, names) = (Set(old.map(\.name)), Set(current.map(\.name)))
        self.init(
            new: current.filter { !oldNames.contains($0.name) },
            recovered: old.filter { !names.contains($0.name) },
            lasting: current.filter { oldNames.contains($0.name) })
    }
}
