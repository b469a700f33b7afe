import API
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
            router.get("/\(page.rawValue).xlsx") {
                PageWorkbookHandler(site: site, page: page).reply(to: $0)
            }
        }
        // The first page has no name in its address; people type one.
        router.get("/overview") { request in
            let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
            return .now(.redirect(to: query.link(to: .overview).text))
        }
        router.post("/import", body: .multipart) { Upload(site: site).reply(to: $0) }
        router.post("/import/sample") { SampleAction(site: site).reply(to: $0) }
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
            for format in Download.Format.allCases {
                router.get(download.path(format)) {
                    DownloadHandler(site: site, download: download, format: format).reply(to: $0)
                }
            }
        }
        router.get("/export/:file") { SetExportHandler(site: site).reply(to: $0) }
        addFiles(to: &router, site)
        addAPI(to: &router, site)
        let probes = Probes(site: site)
        router.get(Probes.health) { probes.health($0) }
        router.get(Probes.readiness) { probes.readiness($0) }
        router.get(Probes.metrics) { probes.metrics($0) }
        for name in Assets.allowed.keys {
            router.get("/static/" + name) { .now(site.assets.response(to: $0)) }
        }
        router.notFound = { request in
            guard !request.path.hasPrefix("/api/") else {
                return .now(.problem(.notFound, "There is nothing at \(request.path)."))
            }
            return .now(site.problem(.noSuchPage(path: request.path), .notFound, for: request))
        }
        return router
    }

    /// Charts and reports, for those who are not at the screen.
    private static func addFiles(to router: inout Router, _ site: Site) {
        router.get("/chart/:page/:file") { ChartHandler(site: site).reply(to: $0) }
        for format in ReportFormat.allCases {
            router.get("/report." + format.rawValue) {
                ReportHandler(site: site, format: format).reply(to: $0)
            }
        }
    }

    /// What programs ask for, from the same table as the document that describes it.
    private static func addAPI(to router: inout Router, _ site: Site) {
        let rows = RowsHandler(site: site)
        for operation in APIOperation.allCases {
            let pattern = operation.path.replacing("{", with: ":").replacing("}", with: "")
            let body: BodyPolicy =
                switch operation {
                case .addFiles: .multipart
                case .addRows: .file
                default: .form
                }
            router.add(.init(operation.method), pattern, body: body) { request in
                if operation == .addRows { return rows.rows(request) }
                return operation.isWriting
                    ? APIActions(site: site, operation: operation).reply(to: request)
                    : APIHandler(site: site, operation: operation).reply(to: request)
            }
        }
        router.post("/api/v1/sets/:set/write", body: .file) { rows.write($0) }
        let document = OpenAPIDocument.content(version: Configuration.version)
        router.get("/api/v1/openapi.json") { request in
            .later { .json(document, for: request) }
        }
        let guide = APIGuide(resourceVersion: site.assets.version).bytes
        router.get("/api") { _ in .now(.html(bytes: guide, headers: ["Cache-Control": "no-cache"]))
        }
    }
}

extension HTTP.Method {
    fileprivate init(_ method: APIOperation.Method) {
        switch method {
        case .get: self = .get
        case .post: self = .post
        case .delete: self = .delete
        }
    }
}
