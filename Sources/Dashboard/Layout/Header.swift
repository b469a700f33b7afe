internal import Markup
import Wording

/// Brand, tabs, refresh, theme, language and upload; below them the form of the filter.
struct Header {
    let page: PageContext
    /// Whether the page shown is that of its tab.
    let isOneOfPages: Bool

    var markup: Markup {
        element("header", [.class("top")]) {
            element("div", [.class("wrap")]) {
                element("div", [.class("bar")]) {
                    brand
                    tabs
                    refresh(isNarrow: false)
                    theme
                    languages
                    upload
                }
                FilterForm(page: page).markup
            }
        }
    }

    private var brand: Markup {
        element("a", [.class("brand"), .href(page.query.link(to: .overview))]) {
            Icon.brand.markup
            page.label(.program)
        }
    }

    private var tabs: Markup {
        element("nav", [.class("tabs"), .attribute("aria-label", page.label(.pages))]) {
            for tab in Page.tabs {
                let isCurrent = isOneOfPages && tab == page.page
                let current: [Attribute] = isCurrent ? [.fixed("aria-current", "page")] : []
                element(
                    "a", [.href(page.query.link(to: tab))] + current,
                    text: page.phrases.title(of: tab))
            }
        }
    }

    /// Stands in the bar; on narrow screens the filter's `refreshNarrow` is shown instead.
    private func refresh(isNarrow: Bool) -> Markup {
        page.select(
            "refresh", page.label(.refresh), FilterForm(page: page).refreshOptions, form: "f")
    }

    /// Links, so that the switch needs no script.
    private var theme: Markup {
        let current = page.query.theme ?? page.input.themeDefault
        return element(
            "div",
            [.class("seg"), .fixed("role", "group"), .attribute("aria-label", page.label(.theme))]
        ) {
            for theme in Theme.allCases {
                let link = page.query.link(to: page.page) {
                    $0 = page.query
                    $0.theme = theme
                }
                let mark: [Attribute] = theme == current ? [.fixed("aria-current", "true")] : []
                element("a", [.href(link)] + mark, text: page.phrases.themeOption(theme))
            }
        }
    }

    /// A link to the same page in each other language, named in that language.
    private var languages: Markup {
        Language.allCases.filter { $0 != page.phrases.language }.map { language in
            let link = page.query.link(to: page.page) {
                $0 = page.query
                $0.language = language
            }
            let code = language.rawValue
            return element(
                "a",
                [
                    .class("lang"), .href(link), .attribute("lang", code),
                    .attribute("hreflang", code),
                ], text: language.nativeName)
        }.joined()
    }

    private var upload: Markup {
        element("a", [.class("btn", "pri"), .href(page.query.link(to: .importFiles))]) {
            page.phrases.title(of: .importFiles)
        }
    }
}
