internal import Markup
import Reports
import Wording

/// The devices that need attention, the worst first: eight lines, or ten, beside the other cards of
/// the page, with devices of one common trouble on one line; from `page=2` on, and by columns, an
/// order or a search of one's own, the whole list device by device, fifty a page.
struct AttentionTable {
    let page: PageContext
    let report: OverviewReport
    let context: ReportContext
    static let shortList = 8
    /// Lines of the short list, which is as tall as a long card of changes beside it.
    private var shortCount: Int { Self.shortList + (report.changes.count > 7 ? 2 : 0) }
    static let pageSize = 50

    /// `page=1` is the short list, so the whole one begins on page 2.
    var isWhole: Bool { page.query.page > 1 || !page.query.table.isEmpty }

    var markup: Markup {
        let grave = atRisk
        let found = searched(lines(grave))
        let number = pageNumber(of: found.count)
        let rows = shown(found, number)
        let table = columns(for: rows)
        let words = cardWords(rows, grave, found.count, table)
        return page.card(
            "h-worst", isWhole ? .whole : .twoThirds, words,
            tools: isWhole ? table.search : Markup()
        ) {
            if isWhole { table.chooser }
            if !rows.isEmpty { page.table(table.table(rows, caption: words.title)) }
            statusAndRisk(rows)
            judgements
            links(shown: rows.count, of: found.count, number)
        }
    }

    private func cardWords(
        _ rows: [AttentionRow], _ atRisk: [OverviewReport.DeviceRow], _ found: Int,
        _ table: ColumnTable<AttentionRow>
    ) -> CardWords {
        // The span before stands in brackets behind counts.
        var told = context
        if !table.shown.contains(where: { DeviceColumns.counted.contains($0.key) }) {
            told.recent = nil
        }
        var words = page.phrases.attention(
            shown: rows.reduce(0) { $0 + $1.devices.count }, atRisk: atRisk.map(\.device),
            order: table.order, report, told)
        if isWhole {
            // What is said of the worst need not be true of those listed here.
            (words.title, words.say) = (page.phrases.allDevices(report.devices.count), "")
        }
        if let search = page.query.table.search {
            words.say = page.phrases.rowsFound(
                found, of: report.devices.count, search: search)
        }
        return words
    }

    private func columnsOf(_ rows: [AttentionRow]) -> DeviceColumns {
        DeviceColumns(
            page: page, report: report, context: context,
            parts: .init(rows, of: report.devices, page.input.prediction.prediction))
    }

    private func columns(for rows: [AttentionRow]) -> ColumnTable<AttentionRow> {
        ColumnTable(
            page: page, fragment: "h-worst", columns: columnsOf(rows).all,
            choice: page.query.table, firstPage: 2)
    }

    /// Why devices in trouble stand there with a low risk of failure.
    private func statusAndRisk(_ rows: [AttentionRow]) -> Markup? {
        guard let unlikely = page.input.prediction.prediction?.unlikely else { return nil }
        let low = rows.flatMap(\.devices).filter {
            $0.status != .ok && unlikely.contains($0.device)
        }
        guard !low.isEmpty else { return nil }
        return element("p", [.class("note")], text: page.phrases.statusAndRisk(low.count))
    }

    /// What earlier alarms were worth, by the notes on them.
    private var judgements: Markup? {
        let sentence = page.phrases.judgements(AlarmJudgements(page.input.notes))
        guard !sentence.isEmpty else { return nil }
        return element("p", [.class("note")]) { page.markup(sentence) }
    }

    /// Everything that may be shown, in the order of the page.
    private func lines(_ atRisk: [OverviewReport.DeviceRow]) -> [AttentionRow] {
        let named = Set(atRisk.map(\.device))
        let quiet = report.devices.filter { $0.status == .ok && !named.contains($0.device) }
        let devices = report.devices.filter { $0.status != .ok } + atRisk + quiet
        return isWhole ? AttentionRow.single(devices) : AttentionRow.grouped(devices)
    }

    /// The lines that a search finds, in the order of the address.
    private func searched(_ lines: [AttentionRow]) -> [AttentionRow] {
        let choice = page.query.table
        guard choice.sort != nil || choice.search != nil else { return lines }
        let columns = columnsOf(lines)
        return ColumnTable(
            page: page, fragment: "h-worst", columns: columns.all, choice: choice
        ).chosen(lines, text: columns.searched)
    }

    /// The page that is shown, from 2 on.
    private func pageNumber(of found: Int) -> Int {
        let pages = max(1, (found + Self.pageSize - 1) / Self.pageSize)
        return min(max(2, page.query.page), pages + 1)
    }

    private func start(of number: Int) -> Int { (number - 2) * Self.pageSize }

    private func shown(_ lines: [AttentionRow], _ number: Int) -> [AttentionRow] {
        isWhole
            ? Array(lines.dropFirst(start(of: number)).prefix(Self.pageSize))
            : Array(lines.prefix(shortCount))
    }

    /// Devices without a trouble that are predicted to fail or end soon, in the order of the
    /// prediction.
    private var atRisk: [OverviewReport.DeviceRow] {
        guard let grave = page.input.prediction.prediction?.graveDevices, !grave.isEmpty else {
            return []
        }
        let well = Dictionary(
            report.devices.lazy.filter { $0.status == .ok }.map { ($0.device, $0) },
            uniquingKeysWith: { first, _ in first })
        return grave.compactMap { well[$0] }
    }

    private func links(shown count: Int, of total: Int, _ number: Int) -> Markup {
        element("p", [.class("more", "row")]) {
            element("span") {
                if isWhole {
                    pages(count, total, number)
                } else if report.devices.count > 1 {
                    link(2, page.phrases.allDevices(report.headline.total))
                }
            }
            page.links(to: .devices)
        }
    }

    private func pages(_ count: Int, _ total: Int, _ number: Int) -> Markup {
        let first = start(of: number)
        return Markup {
            if count > 0 {
                page.phrases.pageOf((first + 1)...(first + count), total: total)
                " · "
            }
            if number > 2 {
                link(number - 1, page.label(.previous))
            } else {
                element(
                    "a", [.href(page.query.link(to: .overview, fragment: "h-worst"))],
                    text: page.label(.worstOnly))
            }
            if first + count < total {
                " · "
                link(number + 1, page.label(.next))
            }
        }
    }

    private func link(_ number: Int, _ text: String) -> Markup {
        let link = page.query.link(to: .overview, fragment: "h-worst") {
            $0.page = number
            $0.table = page.query.table
        }
        return element("a", [.href(link)], text: text)
    }
}
