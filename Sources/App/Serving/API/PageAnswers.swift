import API
import Dashboard
import HTTP
import Pipeline
import Reports
import Store
import Wording

/// The content of a page for programs: what its address with `.json` gives.
struct PageAnswers: Sendable {
    let site: Site
    let page: Page

    init(_ site: Site, _ page: Page) {
        self.site = site
        self.page = page
    }

    func answer(_ query: APIQuery) async throws -> Response {
        let set = try query.page.set.map { try site.known($0) } ?? site.defaultSet()
        guard let set else {
            throw APIProblem(.notFound, "There is no data set yet.", at: "set")
        }
        let base = try await site.settled(set)
        try query.page.check(against: base.snapshot.context)
        await site.loadNotes(of: set)
        let view = site.store.view(of: set)
        let content = PageContent(site: site, page: page, query: query.page)
        let input = await content.input(query.request, set: set, view: view)
        let outline = PageRenderer.outline(page, input)
        let answer = PageAnswer(
            question: outline.question, answer: outline.answer.plain,
            state: .init(view.status), snapshot: input.snapshot, diagnosis: input.diagnostics,
            similar: input.similar, rows: input.rows, comparison: input.comparison,
            predictions: input.prediction,
            notes: input.notes,
            cards: outline.cards.map {
                PageAnswer.Card(
                    id: $0.id, title: $0.title, sentence: $0.finding.plain,
                    items: $0.items.map(\.sentence.plain), notes: $0.notes)
            })
        return query.json(
            Answers.page(page), answer, about: (input.snapshot ?? base.snapshot).context)
    }
}
