internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Events of a kind by code: a Pareto chart of errors, a pie of few parts, else bars.
struct BreakdownCard {
    let page: PageContext
    let breakdown: CodeBreakdown
    let context: ReportContext

    /// Whether there is but one code, of which a drawing would show nothing.
    var isOneSentence: Bool { breakdown.items.count == 1 && breakdown.otherCodes == 0 }

    func sentence(_ id: StaticString, _ span: Span) -> Markup {
        page.card("\(id)", span, page.phrases.breakdown(breakdown, context)) { Markup() }
    }

    func markup(_ id: StaticString, _ span: Span) -> Markup {
        let words = page.phrases.breakdown(breakdown, context)
        let text = page.chartText(
            title: words.title, description: words.say.plain,
            valueTitle: page.phrases.percentOfAll(breakdown.kind))
        let table = table(words.title)
        switch breakdown.kind {
        case .error, .other:
            let chart = ParetoChart(
                text: text, parts: shares, cumulativeLabel: page.label(.cumulative).lowercased())
            return page.panel(id, span, words, chart, place: span.place, table: table)
        case .failure, .repair:
            if fitsPie {
                return page.panel(
                    id, span, words, PieChart(text: text, parts: shares), place: span.place,
                    table: table)
            }
            return page.panel(
                id, span, words, BarChart(text: text, bars: bars), place: span.place, table: table)
        }
    }

    /// A pie has few parts, each so large that its label has a side of its own.
    private var fitsPie: Bool {
        let total = Double(max(1, breakdown.total))
        return (2...PieChart.limit).contains(shares.count)
            && shares.allSatisfy { $0.value >= Self.leastSlice * total }
    }

    private static let leastSlice = 0.1

    private var shares: [Share] {
        var parts = breakdown.items.map { item in
            Share(
                label: page.phrases.code(item.code), value: Double(item.count),
                detail: page.phrases.countOf(breakdown.kind, item.count),
                tone: page.tone(item.code),
                title: title(page.phrases.code(item.code), item.count, item.share))
        }
        if breakdown.otherCount > 0 {
            let share = Double(breakdown.otherCount) / Double(max(1, breakdown.total))
            parts.append(
                Share(
                    label: page.phrases.otherCodes(), value: Double(breakdown.otherCount),
                    detail: page.phrases.countOf(breakdown.kind, breakdown.otherCount),
                    tone: .context,
                    title: title(page.phrases.otherCodes(), breakdown.otherCount, share)))
        }
        return parts
    }

    private func title(_ name: String, _ count: Int, _ share: Double) -> String {
        let percent = page.format.percent(share, decimals: 1)
        return "\(name): \(page.phrases.countOf(breakdown.kind, count)), \(percent)"
    }

    private var bars: [BarChart.Bar] {
        shares.map { share in
            let part = share.value / Double(max(1, breakdown.total))
            return BarChart.Bar(
                label: share.label, value: part * 100,
                valueText: page.format.percent(part, decimals: 1), detail: share.detail,
                tone: share.tone, title: share.title)
        }
    }

    private func table(_ caption: String) -> Table {
        var columns: [Table.Column] = [
            .init(title: page.label(.code)), .init(title: page.label(.count), isNumber: true),
            .init(title: page.label(.share), isNumber: true),
            .init(title: page.label(.cumulative), isNumber: true),
        ]
        let hasRecent = breakdown.items.contains { $0.recent != nil }
        if hasRecent, let span = context.recent {
            columns.append(.init(title: page.phrases.recentHead(span), isNumber: true))
            columns.append(.init(title: page.label(.before), isNumber: true))
        }
        var sum = 0.0
        let rows = breakdown.items.map { item -> [Table.Cell] in
            sum += item.share
            var cells: [Table.Cell] = [
                .init(page.phrases.code(item.code)), page.cells.count(item.count),
                page.cells.percent(item.share, decimals: 1),
                page.cells.percent(sum, decimals: 1),
            ]
            if hasRecent {
                cells.append(page.cells.card(item.recent?.current))
                cells.append(page.cells.card(item.recent?.previous))
            }
            return cells
        }
        return Table(caption: caption, columns: columns, rows: rows)
    }
}
