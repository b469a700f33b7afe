internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// What every part of a page needs: the input, the words, the formats, the links.
struct PageContext {
    let page: Page
    let input: PageInput
    let phrases: any Phrases
    let format: Formatting
    /// Is told what the page says, where somebody asks for that.
    var recorder: OutlineRecorder?

    init(page: Page, input: PageInput, phrases: any Phrases, format: Formatting) {
        self.page = page
        self.input = input
        self.phrases = phrases
        self.format = format
    }

    init(page: Page, input: PageInput) {
        self.page = page
        self.input = input
        let language = input.language
        format = Formatting(input.snapshot?.context, language: language)
        phrases = language.phrases(format)
    }

    var query: PageQuery { input.query }
    var report: ReportContext? { input.snapshot?.context }

    func label(_ label: Label) -> String { phrases.label(label) }

    func markup(_ sentence: Sentence) -> Markup { sentence.markup(query) }

    /// A device as a link. The suffix is part of the link: text of the same colour beside it could
    /// not be told from it.
    func device(_ device: DeviceRef, suffix: String = "") -> Markup {
        let link = query.link(to: .diagnostics) { $0.focus = device.name }
        let name = phrases.device(device.name, atStart: true) + suffix
        return element("a", [.href(link)], text: name)
    }
}
