import Containers
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
    let format: Download.Format

    func reply(to request: Request) -> Reply {
        .later {
            let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
            switch await site.analysed(query.set, for: request) {
            case .problem(let response): return response
            case .ready(let set, let base): return await reply(query, set, base, request)
            }
        }
    }

    private func reply(
        _ query: PageQuery, _ set: String, _ base: AnalysedSnapshot, _ request: Request
    ) async -> Response {
        do {
            guard let table = try await table(query, set, base) else {
                return site.problem(.busy, .serviceUnavailable, for: request)
            }
            let language = query.language ?? Site.language(of: request)
            return try await answer(table, set, base.snapshot.context, language, query.csv)
        } catch {
            site.log.error("download", [("error", "\(error)")])
            return site.problem(.internalFailure, .internalServerError, for: request)
        }
    }

    private func table(
        _ query: PageQuery, _ set: String, _ base: AnalysedSnapshot
    ) async throws -> (any TableExport)? {
        let context = base.snapshot.context
        switch download {
        case .rows:
            var question = query.rowsQuestion(in: context)
            (question.offset, question.limit) = (0, 100_000)
            let report = try await site.store.withPipeline(of: set, .rows) { [question] in
                try $0.rows(question)
            }
            return report.map { RowsExport($0.page) }
        case .issues: return try await issues(set, base.snapshot.imports.load)
        case .devices, .parts, .clusters: break
        }
        let choice = query.choice(
            for: download == .clusters ? .clusters : .overview, in: context)
        guard let snapshot = try await site.store.analysed(set, choice)?.snapshot else {
            return nil
        }
        switch download {
        case .clusters: return ClustersExport(snapshot.clusters)
        case .parts: return PartsExport(snapshot.trends.partLives)
        case .devices, .issues, .rows: return DevicesExport(snapshot.overview, snapshot.context)
        }
    }

    /// All issues, where there are more than the report lists and the source can list all.
    private func issues(_ set: String, _ report: LoadReport) async throws -> IssuesExport {
        guard !IssuesExport.isComplete(report),
            let source = try await site.store.withPipeline(of: set, .rows, { $0.source }),
            source.listsAllIssues
        else { return IssuesExport(report) }
        return IssuesExport(source)
    }

    // MARK: - The answer

    private func answer(
        _ table: any TableExport, _ set: String, _ context: ReportContext, _ language: Language,
        _ separator: Download.Separator
    ) async throws -> Response {
        let headers = HeaderFields.attachment("\(set)-\(table.name).\(format.rawValue)")
        let form: CSVForm = separator == .semicolon ? .semicolons : .commas
        let csv = CSVExport(table, form.dated(context.axis, context.zone))
        // Issues may be as many as there are rows.
        if format == .csv, download != .issues {
            return .content(try csv.content(), type: csv.mediaType, headers: headers)
        }
        let type = format == .csv ? csv.mediaType : WorkbookExport.mediaType
        let temporary = TemporaryReply(folder: site.folder.incoming)
        return try await temporary.response(
            ending: ".\(format.rawValue)", type: type, headers: headers
        ) { url in
            try await site.store.perform(.export, of: set) { [format] in
                if format == .csv { return try csv.write(to: url) }
                let phrases = language.phrases(Formatting(context, language: language))
                try WorkbookExport([table], axis: context.axis, zone: context.zone)
                    .write(to: url) { $0.notes(phrases) }
            }
        }
    }
}

extension WorkbookCuts {
    /// The name and the lines of a sheet that says what was left out.
    func notes(_ phrases: any Phrases) -> (name: String, lines: [String]) {
        var lines = wideSheets.sorted { $0.key < $1.key }.map { sheet, columns in
            phrases.columnsLeftOut(sheet: sheet, shown: WorkbookLimits.columns, of: columns)
        }
        if longTexts > 0 {
            lines.append(phrases.textsShortened(longTexts, limit: WorkbookLimits.text))
        }
        return (phrases.label(.leftOut), lines)
    }
}
