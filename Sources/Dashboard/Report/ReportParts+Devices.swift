internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Devices with their readings, open episodes and notes.
extension ReportBuilder.Parts {
    /// The worst devices, and of the first of them the readings.
    var devices: [ReportDocument.Block] {
        var blocks = snapshot.context.deviceCount > 1 ? worst : []
        for (_, outline) in diagnoses {
            guard let card = outline.card("h-sig") else { continue }
            let note = { phrases.furthestDrawn($0, of: $1) }
            blocks += chart(card, finding: outline.answer + card.finding, note)
        }
        return blocks
    }

    /// Those that are not OK or are predicted to fail; the pages list all others behind them.
    private var worst: [ReportDocument.Block] {
        let bad = snapshot.overview.devices.filter { $0.status != .ok }.map(\.device)
        let grave = builder.input.page.prediction.prediction?.graveDevices ?? []
        let count = Set(bad + grave).count
        guard count > 0,
            var table = builder.outline(.overview, page: 2).card("h-worst")?.tables.first?.table
        else { return [] }
        table.rows = Array(table.rows.prefix(count))
        let short = brief(table)
        let rest = phrases.tableShown(rows: short.rows.count, of: count)
        return [.table(short)] + (count > short.rows.count ? [.note(rest)] : [])
    }

    var signals: [ReportDocument.Block] {
        guard let own else { return [] }
        let note = { phrases.furthestDrawn($0, of: $1) }
        let signals = own.outline.card("h-sig").map { chart($0, note) } ?? []
        let parts = own.outline.card("h-con").map { chart($0) } ?? []
        return signals + parts + table(own.outline, "h-exc")
    }

    /// Open episodes in words, and the notes of the period.
    var open: [ReportDocument.Block] {
        let episodes: [Episode]
        if let own {
            episodes = own.report.troubles.filter(\.isOpen)
        } else {
            var seen: Set<Episode> = []
            episodes = snapshot.overview.devices.compactMap(\.trouble)
                .filter { $0.isOpen && seen.insert($0).inserted }
        }
        let sentences = episodes.prefix(Self.rowLimit).map { phrases.episode($0) }
        let said: ReportDocument.Block =
            sentences.isEmpty
            ? .paragraph(phrases.reportNoOpenEpisodes()) : .list(Array(sentences))
        return [said] + notes
    }

    private var notes: [ReportDocument.Block] {
        let period = snapshot.context.period
        let device = own?.report.row.device.name
        let notes = builder.input.page.notes.filter {
            period.contains($0.time) && (device == nil || $0.device == device)
        }.sorted { $0.time > $1.time }
        guard !notes.isEmpty else { return [.paragraph(phrases.reportNoNotes())] }
        let shown = notes.prefix(Self.rowLimit)
        let table = Table(
            caption: page.label(.notesTitle),
            columns: [
                .init(title: page.label(.time)), .init(title: page.label(.device)),
                .init(title: page.label(.noteKind)), .init(title: page.label(.noteText)),
            ],
            rows: shown.map {
                [
                    page.cells.place($0.time), .init($0.device),
                    .init(phrases.noteKind($0.kind)), .init($0.text),
                ]
            })
        let rest = phrases.tableShown(rows: shown.count, of: notes.count)
        return [.table(table)] + (notes.count > shown.count ? [.note(rest)] : [])
    }
}
