package import Markup
import Reports
import Values
package import Wording

/// The address at which a chart of a page lies as a file: `/chart/overview/rate.svg?set=…`, with
/// all that the page's own address has.
package struct ChartAddress: Sendable, Equatable {
    /// What the file holds.
    package enum Format: String, Sendable, CaseIterable {
        case svg
        /// The same, twice as large.
        case png
    }

    package var page: Page
    /// As in `PageOutline.Drawn`.
    package var name: String
    package var format: Format

    package init(page: Page, name: String, format: Format) {
        (self.page, self.name, self.format) = (page, name, format)
    }

    /// Reads the two last segments of an address; nil where they name no chart.
    package init?(page: String, file: String) {
        let parts = file.split(separator: ".", omittingEmptySubsequences: false)
        guard let page = Page(rawValue: page), parts.count == 2, !parts[0].isEmpty,
            parts[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
            let format = Format(rawValue: String(parts[1]))
        else { return nil }
        self.init(page: page, name: String(parts[0]), format: format)
    }

    /// The address of this chart for a question.
    package func reference(_ query: PageQuery) -> URLReference {
        var query = query
        // They are of the page; who embeds a chart says what he wants.
        (query.theme, query.refresh, query.table) = (nil, nil, TableChoice())
        return URLReference(
            "/chart", segments: [page.rawValue, name + "." + format.rawValue],
            query: query.items(for: page))
    }
}

extension PageContext {
    /// Links to a chart of this page as files. The set and the device are named, so that the
    /// address stays that of this chart.
    func chartLinks(_ name: String) -> Markup {
        var query = query
        query.set = query.set ?? input.dataset ?? report?.dataset
        query.page = 1
        if page == .diagnostics, query.focus == nil {
            query.focus = input.diagnostics?.row.device.name
        }
        return element("p", [.class("note")]) {
            label(.chartFile)
            for format in ChartAddress.Format.allCases {
                " "
                element(
                    "a",
                    [
                        .href(
                            ChartAddress(page: page, name: name, format: format).reference(query))
                    ], text: format.rawValue.uppercased())
            }
        }
    }
}
