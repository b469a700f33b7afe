internal import Markup
import Reports
import Wording

/// What followed earlier episodes that were like the gravest one of a device.
struct AftermathCard {
    let page: PageContext
    let aftermath: Aftermath
    private static let limit = 6

    func markup(_ span: Span) -> Markup {
        let words = page.phrases.aftermath(aftermath)
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.device)), .init(title: page.label(.from)),
                .init(title: page.phrases.sequelTitle()),
            ],
            rows: aftermath.examples.prefix(Self.limit).map { example in
                [
                    .init(page.device(example.device)),
                    page.cells.shortMoment(example.from),
                    .init(page.phrases.sequel(example.sequel)),
                ]
            }, style: .dense)
        return page.card("h-last", span, words) { page.table(table) }
    }
}
