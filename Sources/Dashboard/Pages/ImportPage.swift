internal import Markup

/// What was read, what was refused, and how every column was understood.
struct ImportPage {
    let page: PageContext

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .importFiles)), answer: "",
            content: element("div", [.class("cols")]) {
                UploadCard(page: page, span: .third).markup
            })
    }
}
