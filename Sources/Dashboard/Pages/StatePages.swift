internal import Markup
import Wording

/// A page without a report: nothing is loaded yet, loading goes on, or it failed.
struct StatePage {
    let page: PageContext

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: page.page)), answer: answer,
            content: content)
    }

    private var answer: Sentence {
        switch page.input.state {
        case .empty: page.phrases.noData()
        case .loading(let progress): page.phrases.loading(progress, set: page.input.dataset)
        case .analysing: page.phrases.analysing(set: page.input.dataset)
        case .failed(let error): page.phrases.failed(error, set: page.input.dataset)
        case .setAside(let aside): page.phrases.setAside(aside, set: page.input.dataset)
        case .ready: page.phrases.problem(.internalFailure, status: 500)
        }
    }

    private var content: Markup {
        if page.input.state.isUnderWay { return Markup() }
        return element("div", [.class("cols")]) {
            if case .setAside(let aside) = page.input.state {
                SetAsideCard(page: page, aside: aside).markup
            }
            UploadCard(page: page, span: .half).markup
            if case .empty = page.input.state { sample }
        }
    }

    /// For people who want to see the pages first.
    private var sample: Markup {
        let words = CardWords(title: page.label(.sampleTitle), say: page.phrases.sampleOffer())
        return page.card("h-sample", .half, words) {
            element(
                "form",
                [.fixed("method", "post"), page.sending(to: "/import/sample"), .class("gapt")]
            ) {
                page.button(page.label(.trySample))
            }
        }
    }
}

/// The status of a refused request and one sentence about it.
struct ProblemPage {
    let page: PageContext
    let problem: RequestProblem
    let status: Int
    /// Adds the form to send files, so that a refused upload can be corrected here.
    var offersUpload = false

    var layout: Layout {
        let title = page.phrases.statusTitle(status)
        return Layout(
            page: page, question: Markup(title),
            answer: page.phrases.problem(problem, status: status), content: content, title: title)
    }

    private var content: Markup {
        guard offersUpload else { return Markup() }
        return element("div", [.class("cols")]) { UploadCard(page: page, span: .half).markup }
    }
}

/// Asks before a data set is deleted.
struct DeletePage {
    let page: PageContext
    let set: String
    /// Then only the connection goes.
    let isInDatabase: Bool

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.label(.deleteAsk)),
            answer: isInDatabase
                ? page.phrases.disconnectAnswer(set) : page.phrases.deleteAnswer(set),
            content: form, title: page.label(.deleteAsk))
    }

    private var form: Markup {
        element(
            "form",
            [.class("steps"), .fixed("method", "post"), page.sending(to: "/import/delete")]
        ) {
            page.hidden("set", set)
            page.hidden("confirm", "yes")
            element("button", [.class("btn", "bad"), .fixed("type", "submit")]) {
                page.label(.deleteConfirm)
            }
            element("a", [.class("btn"), .href(page.query.link(to: .importFiles))]) {
                page.label(.cancel)
            }
        }
    }
}
