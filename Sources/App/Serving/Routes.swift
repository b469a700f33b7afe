import Dashboard
import Exports
import HTTP
import Markup
import Wording

/// Every address that is answered.
enum Routes {
    static func router(_ site: Site) -> Router {
        var router = Router()
        for page in Page.allCases {
            router.get("\(page.path)") { PageHandler(site: site, page: page).reply(to: $0) }
        }
        // The first page has no name in its address; people type one.
        router.get("/overview") { request in
            let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
            return .now(.redirect(to: query.link(to: .overview).text))
        }
        router.post("/import", body: .multipart) { Upload(site: site).reply(to: $0) }
        router.post("/import/take") { LookActions(site: site).take($0) }
        router.post("/import/cancel") { LookActions(site: site).cancel($0) }
        router.post("/import/schema") { SetActions(site: site).saveSchema($0) }
        router.post("/import/answer") { QuestionActions(site: site).answer($0) }
        router.post("/import/reload") { SetActions(site: site).reload($0) }
        router.post("/import/retry") { SetActions(site: site).retry($0) }
        router.post("/import/delete") { SetActions(site: site).delete($0) }
        router.post("/models/train") { ModelActions(site: site).train($0) }
        router.post("/models/cancel") { ModelActions(site: site).cancel($0) }
        router.post("/models/upload", body: .multipart) {
            ModelActions(site: site).upload($0)
        }
        router.post("/models/rename") { ModelActions(site: site).rename($0) }
        router.post("/models/columns") { ModelActions(site: site).columns($0) }
        router.post("/models/predictor") { PredictorActions(site: site).change($0) }
        router.post("/models/delete") { ModelActions(site: site).delete($0) }
        router.post("/notes/add") { NoteActions(site: site).add($0) }
        router.post("/notes/delete") { NoteActions(site: site).delete($0) }
        for download in Download.allCases {
            router.get("\(download.path)") {
                DownloadHandler(site: site, download: download).reply(to: $0)
            }
        }
        router.get("/api/v1/sets/:set/episodes") {
            EpisodesHandler(site: site).reply(to: $0)
        }
        let rows = RowsHandler(site: site)
        router.post("/api/v1/sets/:set/rows", body: .file) { rows.rows($0) }
        router.post("/api/v1/sets/:set/write", body: .file) { rows.write($0) }
        let probes = Probes(site: site)
        router.get(Probes.health) { probes.health($0) }
        router.get(Probes.readiness) { probes.readiness($0) }
        router.get(Probes.metrics) { probes.metrics($0) }
        for name in Assets.allowed.keys {
            router.get("/static/" + name) { .now(site.assets.response(to: $0)) }
        }
        router.notFound = { request in
            .now(site.problem(.noSuchPage(path: request.path), .notFound, for: request))
        }
        return router
    }
}
