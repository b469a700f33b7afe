import Dashboard
import Exports
import Foundation
import HTTP
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// Answers with a file of what a page shows, by the same filter.
struct DownloadHandler: Sendable {
    let site: Site
    let download: Download

    func reply(to request: Request) -> Reply {
        .later {
            let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
            await site.lookForSets()
            guard let set = query.set ?? site.defaultSet(), site.store.datasets().contains(set)
            else {
                return site.problem(.noSuchSet(query.set ?? ""), .notFound, for: request)
            }
            // Scripts ask right after a start; where reading takes longer they are told so.
            if site.store.view(of: set).analysed == nil {
                _ = await site.waitUntilReady(set, for: .seconds(30))
            }
            let view = site.store.view(of: set)
            guard let base = view.analysed else {
                // Waiting does not help a set that cannot be read.
                if case .failed(let error) = view.status {
                    return site.problem(.load(error), .unprocessableContent, for: request)
                }
                return site.unavailable(set, for: request)
            }
            do {
                if let file = try await allIssues(set, base) { return file }
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
        if download == .rows {
            var question = query.rowsQuestion(in: context)
            (question.offset, question.limit) = (0, 100_000)
            let report = try await site.store.withPipeline(of: set, .rows) { [question] in
                try $0.rows(question)
            }
            return report.map { RowsCSV($0.page) }
        }
        let choice = query.choice(
            for: download == .clusters ? .clusters : .overview, in: context)
        guard let snapshot = try await site.store.analysed(set, choice)?.snapshot else {
            return nil
        }
        switch download {
        case .devices: return DevicesCSV(snapshot.overview)
        case .clusters: return ClustersCSV(snapshot.clusters)
        case .parts: return PartsCSV(snapshot.trends.partLives)
        case .issues, .rows: return IssuesCSV(snapshot.imports.load)
        }
    }

    /// A file of all issues, where there are more than the report lists and the source can list
    /// all; nil otherwise.
    private func allIssues(_ set: String, _ base: AnalysedSnapshot) async throws -> Response? {
        let listed = IssuesCSV(base.snapshot.imports.load)
        guard download == .issues, !listed.isComplete,
            let source = try await site.store.withPipeline(of: set, .rows, { $0.source }),
            source.listsAllIssues
        else { return nil }
        let name = "\(Self.listMark)\(UUID().uuidString).csv"
        let url = site.folder.incoming.appending(path: name)
        // Once the file is open its name is not needed any more.
        defer { try? FileManager.default.removeItem(at: url) }
        try await site.store.perform(.export, of: set) { try IssuesCSV.write(source, to: url) }
        var headers = Self.headers(listed, set: set)
        headers.append("Content-Type", listed.mediaType)
        return Response(
            status: .ok, headers: headers, body: .file(try FileBody(path: url.path)))
    }

    private static let listMark = "issues-"

    /// Removes lists of a program that was killed while it wrote them.
    static func clearUnfinished(in incoming: URL) {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: incoming.path)) ?? []
        where name.hasPrefix(listMark) || name.hasPrefix("." + listMark) {
            try? manager.removeItem(at: incoming.appending(path: name))
        }
    }

    private static func answer(_ export: any Export, set: String) -> Response {
        .content(export.content(), type: export.mediaType, headers: headers(export, set: set))
    }

    private static func headers(_ export: any Export, set: String) -> HeaderFields {
        // A set's name may contain anything; the file's name is ASCII.
        let safe = String(
            set.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
            })
        return [
            "Content-Disposition": "attachment; filename=\"\(safe)-\(export.fileName)\"",
            "Cache-Control": "no-store",
        ]
    }
}
