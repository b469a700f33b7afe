internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// The parts that are likeliest to fail next.
struct PartsAtRiskCard {
    let page: PageContext
    let lives: PartLives

    private static let limit = 12
    /// Rows behind a click; the download has all.
    private static let detailLimit = 40

    func card(_ span: Span) -> Markup {
        let shown = lives.risks.prefix(Self.limit)
        let words = page.phrases.partsAtRisk(lives)
        return page.card("h-parts", span, words) {
            page.table(
                PartRiskTable(page: page, horizon: lives.horizon).table(
                    shown, caption: words.title))
            if lives.risks.count > Self.limit { page.details(all(words.title)) }
            element("p", [.class("more", "row")]) {
                page.links(to: .parts)
            }
        }
    }

    private func all(_ caption: String) -> Table {
        var table = PartRiskTable(page: page, horizon: lives.horizon).table(
            lives.risks.prefix(Self.detailLimit), caption: caption, total: lives.risks.count)
        table.limit = Self.detailLimit
        return table
    }
}

/// Parts with their ages and the probability that they fail within the horizon.
struct PartRiskTable {
    let page: PageContext
    let horizon: Double
    /// False on the device's own page.
    var namesDevice = true

    func table(
        _ risks: some Collection<PartLives.Risk>, caption: String, total: Int? = nil
    ) -> Table {
        var columns: [Table.Column] = [
            .init(title: page.label(.code)), .init(title: page.label(.age), isNumber: true),
            .init(
                title: page.phrases.predictionColumn(.failure(within: horizon)), isNumber: true),
        ]
        if namesDevice { columns.insert(.init(title: page.label(.device)), at: 0) }
        return Table(caption: caption, columns: columns, rows: risks.map(row), total: total)
    }

    private func row(_ risk: PartLives.Risk) -> [Table.Cell] {
        var cells: [Table.Cell] = [
            .init(page.phrases.code(risk.code)), .init(age(risk)),
            .init(page.markup(page.phrases.limitedRisk(risk.probability))),
        ]
        if namesDevice { cells.insert(.init(page.device(risk.device)), at: 0) }
        return cells
    }

    private func age(_ risk: PartLives.Risk) -> Markup {
        Markup {
            page.format.length(risk.age)
            if risk.isPastLife {
                element(
                    "span", [.class("sub", "opt")], text: " " + page.label(.pastLife).lowercased())
            }
        }
    }
}
