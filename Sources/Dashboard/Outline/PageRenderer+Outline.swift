internal import Markup
package import Wording

extension PageRenderer {
    /// What the page says that `render` makes of the same input, as values.
    ///
    /// - Complexity: that of `render`, which it does.
    package static func outline(_ page: Page, _ input: PageInput) -> PageOutline {
        let recorder = OutlineRecorder()
        var context = PageContext(page: page, input: input)
        context.recorder = recorder
        let layout = content(context)
        return PageOutline(
            page: page, question: layout.question.plainText, answer: layout.answer,
            figures: recorder.figures, cards: recorder.cards(orderedAs: layout.content))
    }
}
