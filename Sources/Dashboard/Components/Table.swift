package import Markup
import Wording

/// A table; the first cell of a row is its heading.
package struct Table: Sendable {
    /// A column with its heading.
    package struct Column: Sendable {
        package var title: String
        /// Whether its cells are figures, which stand at the right.
        package var isNumber = false
        /// Left out on narrow screens.
        package var isOptional = false
        /// Sorts the table by the column; `nil` where it cannot be sorted.
        package var sorting: URLReference?
        /// Whether rows stand in the order of the column, and which way.
        package var order: Order?

        /// From the smallest value on, or from the largest.
        package enum Order: Sendable { case ascending, descending }
    }
    /// How dense it is, and whether cells are tinted.
    package enum Style: Sendable { case plain, mini, tint, raw, wrapping, dense }
    /// What a cell shows where that is more than a text.
    package enum Value: Sendable, Hashable {
        case number(Double)
        /// A part of a whole, 0 to 1.
        case share(Double)
        /// A time on the axis of the set.
        case moment(Double)
        /// A length of time in units of that axis.
        case length(Double)
    }
    /// A cell, which may hold links, drawings and forms beside its text.
    package struct Cell: Sendable {
        package var content: Markup
        /// Unrounded; nil for texts.
        package var value: Value?
        /// The class of its colour.
        package var tint: StaticString?

        init(_ text: String, value: Value? = nil, tint: StaticString? = nil) {
            content = Markup(text)
            self.value = value
            self.tint = tint
        }
        init(_ markup: Markup, value: Value? = nil, tint: StaticString? = nil) {
            content = markup
            self.value = value
            self.tint = tint
        }

        /// What can be read in it, without marks.
        package var text: String { content.plainText }
    }

    /// What the table shows, for screen readers.
    package var caption: String
    package var columns: [Column]
    package var rows: [[Cell]]
    package var style = Style.plain
    /// How many rows there are; nil where all are given.
    package var total: Int?
    /// The most rows shown behind a chart.
    package var limit = Table.detailLimit
    /// The usual `limit`; callers need not make more rows.
    static let detailLimit = 200

    /// The table in a region that scrolls sideways, so that the page never does.
    func markup(_ prefix: String) -> Markup {
        element(
            "div",
            [
                .class("scroll"), .fixed("tabindex", "0"), .fixed("role", "region"),
                .attribute("aria-label", prefix + ": " + caption),
            ]
        ) {
            element("table", tableAttributes) {
                element("thead") { element("tr") { columns.map(head) } }
                element("tbody") { body }
            }
        }
    }

    private var tableAttributes: [Attribute] {
        switch style {
        case .plain: []
        case .mini: [.class("mini")]
        case .tint: [.class("tint")]
        case .raw: [.class("raw")]
        case .wrapping: [.class("wrapth")]
        case .dense: [.class("dense")]
        }
    }

    private func head(_ column: Column) -> Markup {
        var attributes: [Attribute] = [.fixed("scope", "col")]
        attributes += Self.classes(column, tint: nil)
        if column.title.isEmpty { return element("td", Self.classes(column, tint: nil), text: "") }
        switch column.order {
        case .ascending: attributes.append(.fixed("aria-sort", "ascending"))
        case .descending: attributes.append(.fixed("aria-sort", "descending"))
        case nil: break
        }
        guard let link = column.sorting else {
            return element("th", attributes, text: column.title)
        }
        return element("th", attributes) {
            element("a", [.class("sort"), .href(link)], text: column.title)
        }
    }

    private var body: Markup {
        var markup = Markup()
        for row in rows {
            markup.appendElement("tr") { tr in
                for (index, cell) in row.enumerated() where columns.indices.contains(index) {
                    let column = columns[index]
                    let attributes = Self.classes(column, tint: cell.tint)
                    if index == 0 {
                        tr.appendElement("th", [.fixed("scope", "row")] + attributes) {
                            $0.append(cell.content)
                        }
                    } else {
                        tr.appendElement("td", attributes) { $0.append(cell.content) }
                    }
                }
            }
        }
        return markup
    }

    private static func classes(_ column: Column, tint: StaticString?) -> [Attribute] {
        var names: [StaticString] = []
        if let tint { names.append(tint) } else if column.isNumber { names.append("r") }
        if column.isOptional { names.append("opt") }
        return names.isEmpty ? [] : [.classes(names)]
    }
}

extension PageContext {
    func table(_ table: Table) -> Markup {
        recorder?.add(table, isOfChart: false)
        return table.markup(label(.tableOf))
    }

    /// The data of a chart as a table behind a click; long ones are cut, and say so. There are also
    /// links to the chart as a file.
    func details(_ table: Table, chart: String? = nil) -> Markup {
        recorder?.add(table, isOfChart: true)
        let limit = table.limit
        let total = table.total ?? table.rows.count
        var shown = table
        shown.style = table.style == .tint ? .tint : .mini
        shown.rows = Array(table.rows.prefix(limit))
        return element("details") {
            element("summary") {
                label(.dataAsTable)
                element("span", [.class("vh")], text: ": " + table.caption)
            }
            shown.markup(label(.tableOf))
            if total > limit {
                let text = phrases.tableShown(rows: limit, of: total)
                element("p", [.class("note")], text: text)
            }
            if let chart { chartLinks(chart) }
        }
    }

    /// Which part of a long table is shown, with links to the pages before and after. Pages count
    /// from 1.
    func pager(
        page: Int, size: Int, total: Int, fragment: String, trailing: Markup = Markup()
    )
        -> Markup
    {
        guard total > 0 else { return Markup() }
        let first = min((page - 1) * size, max(0, total - 1))
        let last = min(first + size, total)
        return element("p", [.class("more", "row")]) {
            element("span") {
                phrases.pageOf((first + 1)...max(first + 1, last), total: total)
                if page > 1 {
                    " · "
                    pageLink(page - 1, label(.previous), fragment)
                }
                if last < total {
                    " · "
                    pageLink(page + 1, label(.next), fragment)
                }
            }
            trailing
        }
    }

    private func pageLink(_ number: Int, _ text: String, _ fragment: String) -> Markup {
        let link = query.link(to: page, fragment: fragment) {
            $0.page = number
            $0.table = query.table
        }
        return element("a", [.href(link)], text: text)
    }
}
