import API
import Dashboard
import HTTP
import Learning
import Pipeline
import Reports
import Store
import Values
import Wording

/// Answers about one data set.
struct SetAnswers: Sendable {
    let site: Site
    let set: String
    /// The analysis of the whole set.
    let base: AnalysedSnapshot
    let query: APIQuery

    func answer(to operation: APIOperation) async throws -> Response {
        switch operation {
        case .overview: return try await document(Answers.overview, .overview) { $0.overview }
        case .clusters: return try await document(Answers.clusters, .clusters) { $0.clusters }
        case .trends: return try await document(Answers.trends, .trends) { $0.trends }
        case .parts: return try await document(Answers.parts, .trends) { $0.trends.partLives }
        case .files: return try await document(Answers.files, .importFiles) { $0.imports }
        case .devices:
            let analysed = try await chosen(.overview)
            return part(Answers.devices, analysed.deviceRows(), analysed)
        case .findings:
            let analysed = try await chosen(.trends)
            let findings = analysed.snapshot.overview.changes + analysed.snapshot.trends.findings
            return part(Answers.findings, findings.distinct, analysed)
        case .rates:
            let analysed = try await chosen(.trends)
            let trends = analysed.snapshot.trends
            return part(Answers.rates, trends.kinds.map(\.series) + trends.codes, analysed)
        case .forecasts:
            let analysed = try await chosen(.trends)
            return part(Answers.forecasts, analysed.snapshot.trends.kinds, analysed)
        case .issues:
            let issues = base.snapshot.imports.load.files.flatMap { file in
                file.issues.map { (file: file.name, issue: $0) }
            }
            return part(Answers.issues, issues, base)
        default: return try await stored(operation)
        }
    }

    /// What is not part of the snapshot.
    private func stored(_ operation: APIOperation) async throws -> Response {
        switch operation {
        case .device, .readings: return try await device(operation)
        case .similar: return try await similar()
        case .episodes: return try await episodes()
        case .rows: return try await rows()
        case .predictions:
            site.predictions.consider(set, base.pipeline)
            return query.json(
                Answers.predictions, Document(site.predictions.state(of: set), about: context),
                about: context)
        case .models:
            site.predictions.consider(set, base.pipeline)
            let versions = site.predictions.versions(of: set) ?? ModelVersions()
            return query.json(
                Answers.models, Document(versions, about: context), about: context)
        case .notes:
            await site.loadNotes(of: set)
            return part(Answers.notes, site.notes.notes(of: set), base)
        default: throw APIProblem(.notFound, "There is nothing at this address.")
        }
    }

    private var context: ReportContext { base.snapshot.context }

    /// The analysis of the filter and the choices of a page.
    ///
    /// - Throws: `APIProblem` where a period or a name does not fit the data.
    func chosen(_ page: Page) async throws -> AnalysedSnapshot {
        try query.page.check(against: context)
        let choice = query.page.choice(for: page, in: context)
        guard let analysed = try await site.store.analysed(set, choice) else {
            throw APIProblem(
                .serviceUnavailable, "The data set “\(set)” is being read again.", at: "set")
        }
        return analysed
    }

    private func document<Value>(
        _ shape: Shape<Document<Value>>, _ page: Page, _ value: (Snapshot) -> Value
    ) async throws -> Response {
        let snapshot = try await chosen(page).snapshot
        return query.json(
            shape, Document(value(snapshot), about: snapshot.context), about: snapshot.context)
    }

    func part<Item>(
        _ shape: Shape<Listing<Item>>, _ items: [Item], _ analysed: AnalysedSnapshot
    ) -> Response {
        query.json(
            shape, Listing(items, from: query.offset, limit: query.limit),
            about: analysed.snapshot.context)
    }
}

extension [Finding] {
    /// The findings by descending weight, each once.
    fileprivate var distinct: [Finding] {
        var seen: Set<Finding> = []
        return filter { seen.insert($0).inserted }.sorted { $0.weight > $1.weight }
    }
}
