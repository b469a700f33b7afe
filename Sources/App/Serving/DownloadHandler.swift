import Dashboard
import Exports
import HTTP
import Pipeline

/// Answers with a file for what a page shows, for the same filter as the page.
struct DownloadHandler: Sendable {
    let site: Site
    let download: Download

    func reply(to request: Request) -> Reply {
        .later {
            let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
            guard let set = query.set ?? site.defaultSet(), site.store.datasets().contains(set)
            else {
                return site.problem(.noSuchSet(query.set ?? ""), .notFound, for: request)
            }
            guard let base = site.store.view(of: set).analysed else {
                return site.problem(.busy, .serviceUnavailable, for: request)
            }
            do {
                guard let export = try await export(query, set, base) else {
                    return site.problem(.busy, .serviceUnavailable, for: request)
                }
                return Self.answer(export, set: set)
            } catch {
                site.log.error("download", [("error", "\(error)")])
                return site.problem(.internalFailure, .internalServerError, for: request)
            }
        }
    }

    private func export(
        _ query: PageQuery, _ set: String, _ base: AnalysedSnapshot
    ) async throws -> (any Export)? {
        let context = base.snapshot.context
        var zone = ZoneOffsets.utc
        if case .time(let name, _) = context.axis { zone = ZoneOffsets(named: name) ?? .utc }
        if download == .rows {
            let wanted = query.rowsRequest(in: context, zone: zone)
            let report = try await site.store.withPipeline(of: set) { pipeline in
                try pipeline.rows(
                    Pipeline.RowsQuestion(
                        file: wanted.file, device: wanted.device, from: wanted.from,
                        to: wanted.to, codes: wanted.codes, offset: 0, limit: 100_000))
            }
            return report.map { RowsCSV($0.page) }
        }
        let choice = query.choice(
            for: download == .clusters ? .clusters : .overview, in: context, zone: zone)
        guard let snapshot = try await site.store.analysed(set, choice)?.snapshot else {
            return nil
        }
        switch download {
        case .devices: return DevicesCSV(snapshot.overview)
        case .clusters: return ClustersCSV(snapshot.clusters)
        case .issues, .rows: return IssuesCSV(snapshot.imports.load)
        }
    }

    private static func answer(_ export: any Export, set: String) -> Response {
        // The set's name may hold anything; the file's name is ASCII.
        let safe = String(
            set.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
            })
        return .content(
            export.content(), type: export.mediaType,
            headers: [
                "Content-Disposition": "attachment; filename=\"\(safe)-\(export.fileName)\"",
                "Cache-Control": "no-store",
            ])
    }
}
