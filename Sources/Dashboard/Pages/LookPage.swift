internal import Markup
import Reports
import Values
import Wording

/// What would be read of files that wait to be taken in, and the questions they leave open.
struct LookPage {
    let page: PageContext
    let look: LookReport

    var layout: Layout {
        let title = page.label(.lookQuestion)
        return Layout(
            page: page, question: Markup(title), answer: page.phrases.lookAnswer(look),
            content: element("div", [.class("cols")]) {
                plan
                for (number, file) in look.files.enumerated() {
                    LookCard(page: page, stage: look.id, number: number, file: file).markup
                }
            }, title: title)
    }

    private var plan: Markup {
        page.card("h-take", .whole, page.phrases.lookPlan(look)) {
            element("div", [.class("steps", "gapt")]) {
                if look.isUsable { form("/import/take", .takeIn, isPrimary: true) }
                form("/import/cancel", .cancel, isPrimary: false)
            }
        }
    }

    private func form(_ path: StaticString, _ label: Label, isPrimary: Bool) -> Markup {
        element("form", [.fixed("method", "post"), page.sending(to: path)]) {
            page.hidden("stage", look.id)
            page.button(page.label(label), isPrimary: isPrimary)
        }
    }
}
