internal import Markup
internal import Pipeline

/// What every part of a page needs: the words, the formats, the links.
struct PageContext {
    let page: Page
    let input: PageInput
    let phrases: any Phrases
    let format: Formatting

    init(page: Page, input: PageInput) {
        self.page = page
        self.input = input
        format = Formatting(input.snapshot?.context, zone: input.zone)
        // The only language there is; a second one is chosen here by `query.language`.
        phrases = EnglishPhrases(format: format)
    }

    var query: PageQuery { input.query }
    var report: ReportContext? { input.snapshot?.context }

    func label(_ label: Label) -> String { phrases.label(label) }

    func markup(_ sentence: Sentence) -> Markup { sentence.markup(query) }

    func device(_ device: DeviceRef) -> Markup {
        let link = query.link(to: .diagnostics) { $0.focus = device.name }
        let name = phrases.device(device.name, atStart: true)
        return element("a", [.href(link)], text: name)
    }
}
