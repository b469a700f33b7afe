import Dashboard
import HTTP
import Pipeline
import Printing
import Reports
import Store
import Values
import Wording

/// `GET /report.html`, `.md` and `.pdf`: a report on a set, or on one device of it, for reading away
/// from the screen.
struct ReportHandler: Sendable {
    let site: Site
    let format: ReportFormat

    func reply(to request: Request) -> Reply {
        .later {
            let items = request.query.items.map { ($0.name, $0.value) }
            let query = PageQuery(ReportPeriod.plain(items))
            return await site.answer(about: query, for: request) { set in
                await answer(query, set, to: request)
            }
        }
    }

    private func answer(_ query: PageQuery, _ set: String, to request: Request) async -> Response {
        guard let base = site.store.view(of: set).analysed else {
            return site.unavailable(set, for: request)
        }
        // A single device makes it a report on that device, seen beside the whole fleet.
        let choice = query.choice(for: .diagnostics, in: base.snapshot.context)
        do {
            guard let analysed = try await site.store.analysed(set, choice) else {
                return site.problem(.busy, .serviceUnavailable, for: request)
            }
            var input = ReportInput(page: site.input(query, request))
            let content = PageContent(site: site, page: .overview, query: query)
            input.page = await content.input(request, set: set, view: site.store.view(of: set))
            input.page.snapshot = analysed.snapshot
            input.page.notices = []
            if let earlier = choice.before(analysed.snapshot.context) {
                input.before = try await site.store.analysed(set, earlier)?.snapshot
            }
            let name = query.diagnosedDevice(in: analysed.snapshot.context)
            input.isOfDevice = name != nil
            if let name, analysed.device(named: name)?.name != name {
                return site.problem(.noSuchDevice(name), .notFound, for: request)
            }
            let names = name.map { [$0] } ?? ReportInput.worst(analysed.snapshot).map(\.name)
            input.diagnoses = try await diagnoses(names, set, analysed)
            return await written(input, set, for: request)
        } catch {
            site.log.error("report", [("error", "\(error)")])
            return site.problem(.internalFailure, .internalServerError, for: request)
        }
    }

    private func diagnoses(
        _ names: [String], _ set: String, _ analysed: AnalysedSnapshot
    ) async throws -> [DiagnosticReport] {
        try await site.store.perform(.diagnose, of: set) {
            try names.compactMap { name in
                try analysed.pipeline.diagnose(name, in: analysed) { _ in
                    ModelPanel(runtime: .starting, entries: [])
                }
            }
        }
    }

    private func written(
        _ input: ReportInput, _ set: String, for request: Request
    ) async -> Response {
        let writer = site.assets.reportWriter
        let format = format
        let written = await site.store.compute(.page, of: set) {
            ServingThread.mayBlock("writing a report")
            return ReportBuilder(input).map { writer.write($0.document, as: format) }
        }
        switch written {
        case nil: return site.problem(.busy, .serviceUnavailable, for: request)
        case .bytes(let bytes, let style):
            return response(bytes, style: style, input, to: request)
        case .job(let job):
            do throws(DrawingProcess.Failure) {
                return response(try await site.draw(job), style: nil, input, to: request)
            } catch {
                return site.refusal(error, for: request)
            }
        }
    }

    private func response(
        _ bytes: [UInt8], style: String?, _ input: ReportInput, to request: Request
    ) -> Response {
        var fingerprint = Fingerprint(format.rawValue)
        fingerprint.add(bytes: bytes)
        let tag = EntityTag(fingerprint.text)
        let styles = style.map { "style-src '\(ReportWriter.policyHash($0))'; " } ?? ""
        let headers: HeaderFields = [
            "ETag": tag.fieldValue, "Cache-Control": "no-cache",
            "Vary": "Accept-Language, Cookie",
            "Content-Language": input.page.language.rawValue,
            "Content-Security-Policy":
                "default-src 'none'; \(styles)base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Content-Disposition": "inline; filename=\"report.\(format.rawValue)\"",
        ]
        if request.matches(etag: tag) { return Response(status: .notModified, headers: headers) }
        return .content(bytes, type: format.mediaType, headers: headers)
    }
}
