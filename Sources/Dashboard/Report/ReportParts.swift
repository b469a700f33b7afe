internal import Charts
internal import Markup
import Reports
import Values
import Wording

extension ReportBuilder {
    /// The sections' contents; those of a device are taken from its own page.
    struct Parts {
        let builder: ReportBuilder
        let snapshot: Snapshot
        let overview: PageOutline
        /// In the order of the report's devices.
        let diagnoses: [(report: DiagnosticReport, outline: PageOutline)]

        /// Rows of a table in a report; the pages show all.
        static let rowLimit = 12

        init(_ builder: ReportBuilder, _ snapshot: Snapshot) {
            self.builder = builder
            self.snapshot = snapshot
            overview = builder.outline(.overview)
            diagnoses = builder.input.diagnoses.map {
                ($0, builder.outline(.diagnostics, $0))
            }
        }

        var page: PageContext { builder.page }
        var phrases: any Phrases { builder.page.phrases }
        var isOfDevice: Bool { builder.input.isOfDevice }
        /// The device that the report is about.
        var own: (report: DiagnosticReport, outline: PageOutline)? {
            isOfDevice ? diagnoses.first : nil
        }

        var answer: Sentence { own?.outline.answer ?? overview.answer }

        func blocks(_ section: ReportSection) -> [ReportDocument.Block] {
            switch section {
            case .state: state
            case .changed: changed
            case .devices: isOfDevice ? [] : devices
            case .signals: isOfDevice ? signals : []
            case .findings: findings
            case .rates: rates
            case .outlook: outlook
            case .open: open
            case .quality: quality
            case .method:
                [
                    .paragraph(
                        phrases.reportMethod(
                            snapshot.context, version: builder.input.page.programVersion))
                ]
            }
        }
    }
}

extension ReportBuilder.Parts {
    private var findings: [ReportDocument.Block] {
        let lists =
            own.map { [$0.outline.card("h-found"), $0.outline.card("h-causes")] }
            ?? [overview.card("h-new"), builder.outline(.trends).card("h-found")]
        var said: Set<String> = []
        let sentences = lists.compactMap(\.self).flatMap { card in
            card.items.isEmpty ? [card.finding] : card.items.map(\.sentence)
        }.filter { !$0.isEmpty && said.insert($0.plain).inserted }
        return sentences.isEmpty ? [] : [.list(Array(sentences.prefix(Self.rowLimit)))]
    }

    private var rates: [ReportDocument.Block] {
        if let own {
            return table(own.outline, "h-codes")
        }
        return ["h-lanes", "h-rate", "h-codes"].compactMap { overview.card($0) }
            .flatMap { chart($0) }
    }

    private var outlook: [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = []
        if let own {
            for id in ["h-fore", "h-life", "h-age"] {
                if let card = own.outline.card(id) { blocks += chart(card) }
            }
            return blocks
        }
        if let risk = overview.card("h-risk") {
            blocks.append(.paragraph(risk.finding))
            blocks += table(overview, "h-risk")
        }
        let trends = builder.outline(.trends)
        if let parts = trends.card("h-parts") {
            blocks.append(.paragraph(parts.finding))
            blocks += table(trends, "h-parts")
        }
        for (_, outline) in diagnoses.prefix(1) {
            if let card = outline.card("h-fore") { blocks += chart(card) }
        }
        return blocks
    }

    private var quality: [ReportDocument.Block] {
        let imports = builder.outline(.importFiles)
        var blocks: [ReportDocument.Block] = [
            .paragraph(phrases.reportQuality(snapshot.context))
        ]
        if let card = imports.card("h-note"), !card.items.isEmpty {
            blocks.append(.list(card.items.prefix(6).map(\.sentence)))
        }
        return blocks + table(imports, "h-rep")
    }
}

extension ReportBuilder.Parts {
    /// A card's chart with its words; nothing where the card has none.
    ///
    /// - Parameters:
    ///   - finding: instead of the card's.
    ///   - note: says how many of a chart's panels are drawn.
    func chart(
        _ card: PageOutline.Card, finding: Sentence? = nil,
        _ note: ((Int, Int) -> String)? = nil
    ) -> [ReportDocument.Block] {
        guard let drawn = card.charts.first.map({ readable($0, note) }) else { return [] }
        let data = card.tables.first { $0.isOfChart }?.table
        return [
            .chart(
                ReportDocument.Chart(
                    title: card.title, sub: card.sub, finding: finding ?? card.finding,
                    note: (card.notes + [drawn.note]).filter { !$0.isEmpty }
                        .joined(separator: " "), drawn: drawn,
                    data: data.flatMap { $0.rows.count <= Self.rowLimit ? brief($0) : nil }))
        ]
    }

    /// On paper a chart of many panels would be too small to read; the first are the gravest.
    private func readable(
        _ drawn: PageOutline.Drawn, _ note: ((Int, Int) -> String)?
    ) -> PageOutline.Drawn {
        guard var panels = drawn.chart as? SmallMultiples else { return drawn }
        let limit = isOfDevice ? 4 : 3
        let count = panels.panels.count
        guard count > limit else { return drawn }
        panels.panels = Array(panels.panels.prefix(limit))
        var shown = drawn
        shown.chart = panels
        shown.note =
            note?(limit, count)
            ?? Reduction(.rows, total: count, drawn: limit).map(phrases.reduction) ?? ""
        return shown
    }

    /// The first table of a card, in brief.
    func table(_ outline: PageOutline, _ id: String) -> [ReportDocument.Block] {
        guard let table = outline.card(id)?.tables.first(where: { !$0.isOfChart })?.table else {
            return []
        }
        let short = brief(table)
        guard !short.rows.isEmpty, !short.columns.isEmpty else { return [] }
        let count = table.total ?? table.rows.count
        let rest = phrases.tableShown(rows: short.rows.count, of: count)
        return [.table(short)] + (count > short.rows.count ? [.note(rest)] : [])
    }

    /// The first rows, with the columns that hold text.
    func brief(_ table: Table) -> Table {
        let rows = table.rows.prefix(Self.rowLimit)
        let columns = table.columns.indices.filter { place in
            rows.contains { row in
                row.indices.contains(place) && !row[place].text.isEmpty
            }
        }
        var short = table
        short.columns = columns.map { table.columns[$0] }
        short.rows = rows.map { row in
            columns.map { row.indices.contains($0) ? row[$0] : .init("") }
        }
        return short
    }
}
