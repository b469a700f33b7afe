internal import Markup
import Reports
import Values
import Wording

/// What it means that a set is set aside, with the button that tries it again.
struct SetAsideCard {
    let page: PageContext
    let aside: SetAside

    var markup: Markup {
        let set = page.input.dataset
        return page.card("h-aside", .half, page.phrases.setAsideCard(aside, set: set)) {
            element(
                "form",
                [
                    .class("steps", "gapt"), .fixed("method", "post"),
                    page.sending(to: "/import/retry"),
                ]
            ) {
                page.hidden("set", set ?? "")
                page.button(page.label(.tryAgain), isPrimary: true)
            }
        }
    }
}

extension PageContext {
    /// Shown beside the filter while data sets are set aside; leads to the first of them.
    var setAsideMark: Markup {
        guard let first = input.setsAside.first else { return Markup() }
        var query = PageQuery()
        query.set = first
        query.language = self.query.language
        return element(
            "a",
            [
                .class("aside"), .href(query.link(to: .importFiles)),
                .attribute("title", input.setsAside.joined(separator: ", ")),
            ]
        ) {
            Icon.status(.warning).marked
            phrases.setAsideMark(input.setsAside.count)
        }
    }
}
