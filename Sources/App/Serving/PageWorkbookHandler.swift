import Dashboard
import Exports
import HTTP
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// `GET /<page>.xlsx`: a whole page as a workbook, by the parameters of that page.
struct PageWorkbookHandler: Sendable {
    let site: Site
    let page: Page

    func reply(to request: Request) -> Reply {
        .later {
            let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
            return await site.answer(about: query, for: request) { set in
                await answer(query, set, to: request)
            }
        }
    }

    private func answer(_ query: PageQuery, _ set: String, to request: Request) async -> Response {
        let content = PageContent(site: site, page: page, query: query)
        let input = await content.input(request, set: set, view: site.store.view(of: set))
        guard let snapshot = input.snapshot else { return site.unavailable(set, for: request) }
        let phrases = input.language.phrases(
            Formatting(snapshot.context, language: input.language))
        let temporary = TemporaryReply(folder: site.folder.incoming)
        let name = "\(set)-\(page.rawValue).xlsx"
        do {
            return try await temporary.response(
                ending: ".xlsx", type: WorkbookExport.mediaType, headers: .attachment(name)
            ) { [page] url in
                try await site.store.perform(.export, of: set) {
                    let outline = PageRenderer.outline(page, input)
                    let book = PageWorkbook(outline, title: phrases.title(of: page))
                    let context = snapshot.context
                    try WorkbookExport(book.tables, axis: context.axis, zone: context.zone)
                        .write(to: url) { $0.notes(phrases) }
                }
            }
        } catch {
            site.log.error("workbook", [("page", page.rawValue), ("error", "\(error)")])
            return site.problem(.internalFailure, .internalServerError, for: request)
        }
    }
}
