import Dashboard
import Foundation
import HTTP
import Markup
import Reports
import Store
import Telemetry
import Values
import Wording

/// The page of files that wait to be taken in.
struct LookPages: Sendable {
    let site: Site

    /// How long files are read for one page.
    private static let patience = Duration.seconds(1)

    /// The page of a stage, with what has just happened to it.
    func page(
        of id: String, _ query: PageQuery, notices: [Notice] = [], status: HTTP.Status = .ok,
        for request: Request
    ) async -> Response {
        let site = site
        let now = LookActions.now
        guard let stage = try? site.folder.stage(id, at: now) else {
            return site.problem(.noSuchLook, .notFound, for: request)
        }
        let report = await site.work(of: LookActions.queue(stage.id)) { self.report(stage) }
        var input = site.input(query, request)
        input.look = report
        input.query.stage = stage.id
        if stage.mode != .new, input.datasets.contains(stage.dataset) {
            input.dataset = stage.dataset
        }
        // Nothing changes by itself here.
        input.refreshDefault = 0
        input.notices = notices + site.flashes.notices(request.query["flash"])
        let bytes = await site.store.compute(.page, of: nil) { [input] in
            PageRenderer.render(.importFiles, input)
        }
        var headers: HeaderFields = [
            "Cache-Control": "no-store", "Content-Language": input.language.rawValue,
        ]
        PageHandler.remember(query, in: &headers)
        return .html(bytes: bytes, status: status, headers: headers)
    }

    private func report(_ stage: Stage) -> LookReport {
        let looker = FileLooker(
            options: site.reading, isZoneStated: site.configuration.isTimeZoneStated,
            end: .now + Self.patience)
        let files = stage.files.enumerated().map { number, file in
            looker.look(at: site.folder.url(ofFile: number, of: stage), file)
        }
        return LookReport(
            id: stage.id, dataset: stage.dataset, mode: stage.mode,
            end: stage.created + Stage.lifetime, files: files)
    }
}
