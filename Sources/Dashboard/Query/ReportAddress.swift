internal import Markup
import Wording

extension PageContext {
    /// Buttons that lead to the report on what the page shows, as a page and for paper.
    ///
    /// - Parameter device: of a report on one device; nil for the set.
    func reportButton(device: String? = nil) -> Markup {
        var query = query
        query.set = query.set ?? input.dataset
        query.refresh = nil
        query.theme = nil
        query.page = 1
        query.table = TableChoice()
        if let device { query.devices = [device] }
        let items = query.items(for: .overview)
        return Markup {
            element(
                "a", [.class("btn"), .href(URLReference("/report.html", query: items))],
                text: label(.report))
            element(
                "a", [.class("btn"), .href(URLReference("/report.pdf", query: items))],
                text: "PDF")
        }
    }
}
