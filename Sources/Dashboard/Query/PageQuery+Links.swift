package import Markup
import Reports
package import Wording

extension PageQuery {
    /// A canonical link to a page that keeps the filter; what belongs to a single page, such as the
    /// page of a table, is dropped.
    ///
    /// - Parameter change: changes the query after that.
    package func link(
        to page: Page, fragment: String? = nil,
        changing change: (inout PageQuery) -> Void = { _ in }
    ) -> URLReference {
        var query = kept(for: page)
        change(&query)
        return URLReference(page.path, query: query.items(for: page), fragment: fragment)
    }

    /// A link to a download of what the filter lets through. It has a name of its own since a page
    /// and a download may share theirs.
    package func link(
        downloading download: Download, as format: Download.Format = .csv,
        changing change: (inout PageQuery) -> Void = { _ in }
    ) -> URLReference {
        var query = self
        change(&query)
        query.theme = nil
        query.language = nil
        query.refresh = nil
        query.page = 1
        query.table = TableChoice()
        query.window = nil
        if download != .clusters { query.group = nil }
        let source: Page = download == .rows ? .rows : .overview
        let separator = query.csv == .comma ? [] : [("csv", query.csv.rawValue)]
        return URLReference(
            Download.folder, segments: [download.fileName(format)],
            query: query.items(for: source) + separator)
    }

    /// Names and values in a fixed order; defaults are left out, and what `page` does not use.
    package func items(for page: Page) -> [(String, String)] {
        var items = filterItems
        items += clusterItems
        if page == .clusters, let group { items.append(("group", group < 0 ? "none" : "\(group)")) }
        if page == .clusters, let across { items.append(("across", across)) }
        if page == .clusters, let up { items.append(("up", up)) }
        if page == .diagnostics || page == .rows, let focus { items.append(("focus", focus)) }
        if page == .diagnostics, let window { items.append(("window", window.text)) }
        if page == .diagnostics { items += similarItems + priceItems }
        if page == .importFiles || page == .rows, let file { items.append(("file", file)) }
        if page == .importFiles, let stage { items.append(("stage", stage)) }
        if page == .compare { items += comparisonItems }
        if page == .overview || page == .clusters { items += table.items }
        if page == .rows {
            if let since { items.append(("since", since.text)) }
            if let until { items.append(("until", until.text)) }
            if offset > 0 { items.append(("offset", "\(offset)")) }
        }
        if self.page > 1 { items.append(("page", "\(self.page)")) }
        return items
    }

    private var filterItems: [(String, String)] {
        var items: [(String, String)] = []
        if let set { items.append(("set", set)) }
        switch period {
        case .all: break
        case .last(let stretch): items.append(("period", stretch.text))
        case .between(let from, let to):
            if let from { items.append(("from", from.text)) }
            if let to { items.append(("to", to.text)) }
        }
        items += devices.map { ("device", $0) }
        items += codes.map { ("code", $0) }
        if let refresh { items.append(("refresh", refresh == 0 ? "off" : "\(refresh)")) }
        if let theme { items.append(("theme", theme.rawValue)) }
        if let language { items.append(("lang", language.rawValue)) }
        return items
    }

    private var clusterItems: [(String, String)] {
        let plain = ClusterChoice()
        var items: [(String, String)] = []
        if clusters.algorithm != plain.algorithm {
            items.append(("algorithm", clusters.algorithm.rawValue))
        }
        if let k = clusters.k { items.append(("k", "\(k)")) }
        if let eps = clusters.eps { items.append(("eps", "\(eps)")) }
        if let count = clusters.minSamples { items.append(("minSamples", "\(count)")) }
        if clusters.features != plain.features {
            items.append(("features", clusters.features.rawValue))
        }
        if clusters.scaling != plain.scaling {
            items.append(("scaling", clusters.scaling.rawValue))
        }
        if clusters.units != plain.units { items.append(("units", clusters.units.rawValue)) }
        return items
    }

    private func kept(for page: Page) -> PageQuery {
        var query = self
        query.page = 1
        query.offset = 0
        query.group = page == .clusters ? group : nil
        query.since = nil
        query.until = nil
        query.stage = nil
        query.like = nil
        query.table = TableChoice()
        return query
    }
}
