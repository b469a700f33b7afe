internal import Markup
import Reports
import Values
import Wording

extension PageContext {
    /// Links to this page as a workbook, and as JSON for programs: its own address with another
    /// ending.
    var fileLinks: Markup {
        var query = query
        query.set = query.set ?? input.dataset
        (query.theme, query.refresh) = (nil, nil)
        if page == .diagnostics, query.focus == nil {
            query.focus = input.diagnostics?.row.device.name
        }
        let items = query.items(for: page)
        return element("span") {
            label(.thisPage)
            for (ending, name) in [("xlsx", "Excel"), ("json", "JSON")] {
                let file = page.rawValue + "." + ending
                " "
                element(
                    "a", [.href(URLReference("/", segments: [file], query: items))], text: name)
            }
        }
    }
}
