internal import Markup
import Reports
import Wording

/// What can be done with the data set as a whole.
struct DatasetCard {
    let page: PageContext
    let report: ImportReport?

    private var set: String { page.input.dataset ?? page.report?.dataset ?? "" }

    var markup: Markup {
        let words =
            report.map { page.phrases.thisSet($0, page.report) }
            ?? CardWords(title: page.label(.thisSetTitle), sub: set)
        return page.card("h-del", .whole, words) {
            element("div", [.class("steps", "gapt")]) {
                if report != nil {
                    link(.csv, .devicesCSV)
                    link(.xlsx, .downloadExcel)
                }
                if report?.isInDatabase != true { export }
                if !isSetAside { form("/import/reload", .readAgain, isBad: false) }
                form("/import/delete", .delete, isBad: true)
            }
        }
    }

    private var export: Markup {
        element(
            "a", [.class("btn"), .href(URLReference(Download.folder, segments: [set + ".zip"]))],
            text: page.label(.exportSet))
    }

    private var isSetAside: Bool {
        if case .setAside = page.input.state { return true }
        return false
    }

    private func link(_ format: Download.Format, _ label: Label) -> Markup {
        element(
            "a", [.class("btn"), .href(page.query.link(downloading: .devices, as: format))],
            text: page.label(label))
    }

    private func form(_ path: StaticString, _ label: Label, isBad: Bool) -> Markup {
        element("form", [.fixed("method", "post"), page.sending(to: path)]) {
            page.hidden("set", set)
            element(
                "button", [isBad ? .class("btn", "bad") : .class("btn"), .fixed("type", "submit")],
                text: page.label(label))
        }
    }
}
