import Charts
import Dashboard
import Foundation
import HTTP
import Printing
import Store
import Values
import Wording

/// `GET /chart/<page>/<name>.svg` and `.png`: a chart of a page as a file, by the parameters of
/// that page.
struct ChartHandler: Sendable {
    let site: Site

    func reply(to request: Request) -> Reply {
        let parts = request.parameters
        guard let address = ChartAddress(page: parts["page"] ?? "", file: parts["file"] ?? "")
        else {
            return .now(site.problem(.noSuchPage(path: request.path), .notFound, for: request))
        }
        let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
        return .later {
            await site.answer(about: query, for: request) { set in
                await answer(to: request, address, query, set)
            }
        }
    }

    private func answer(
        to request: Request, _ address: ChartAddress, _ query: PageQuery, _ set: String
    ) async -> Response {
        let content = PageContent(site: site, page: address.page, query: query)
        let input = await content.input(request, set: set, view: site.store.view(of: set))
        let width = request.query["width"].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
        let style = site.assets.chartStyle
        let chart = await site.store.compute(.page, of: set) {
            PageRenderer.chart(
                address.name, of: address.page, input, width: width,
                theme: ChartStyle.Theme(query.theme), style: style)
        }
        guard let chart else {
            return site.problem(.noSuchChart(address.name), .notFound, for: request)
        }
        return await answer(chart, address, to: request)
    }

    private func answer(
        _ chart: ChartFile, _ address: ChartAddress, to request: Request
    ) async -> Response {
        var fingerprint = Fingerprint(address.format.rawValue, Configuration.version)
        fingerprint.add(bytes: chart.bytes)
        let tag = EntityTag(fingerprint.text)
        if request.matches(etag: tag) {
            return Response(status: .notModified, headers: headers(tag, address))
        }
        switch address.format {
        case .svg:
            return .content(
                chart.bytes, type: "image/svg+xml; charset=utf-8", headers: headers(tag, address))
        case .png:
            do throws(DrawingProcess.Failure) {
                let bytes = try await image(chart, tag)
                return .content(bytes, type: "image/png", headers: headers(tag, address))
            } catch {
                return site.refusal(error, for: request)
            }
        }
    }

    /// Twice as large as the SVG, so that it is sharp on screens and paper.
    private func image(
        _ chart: ChartFile, _ tag: EntityTag
    ) async throws(DrawingProcess.Failure) -> [UInt8] {
        if let kept = site.cache.page(tag) { return kept.bytes }
        let job = DrawingJob.image(
            svg: String(decoding: chart.bytes, as: UTF8.self), width: chart.width,
            height: chart.height, scale: 2)
        let bytes = try await site.draw(job)
        site.cache.keep(PageCache.Page(bytes: bytes, tag: tag))
        return bytes
    }

    /// A wiki of another origin may show the picture. Its own policy lets its own style work and
    /// nothing else, should somebody open it as a page.
    private func headers(_ tag: EntityTag, _ address: ChartAddress) -> HeaderFields {
        [
            "ETag": tag.fieldValue, "Cache-Control": "no-cache",
            "Vary": "Accept-Language, Cookie",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "Content-Disposition":
                "inline; filename=\"\(address.page.rawValue)-\(address.name).\(address.format.rawValue)\"",
        ]
    }
}

extension ChartStyle.Theme {
    /// Light where nothing is said: most pages that embed a chart are.
    init(_ theme: Theme?) {
        switch theme {
        case .dark: self = .dark
        case .auto: self = .auto
        case .light, nil: self = .light
        }
    }
}
