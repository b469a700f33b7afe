import Dashboard
import HTTP
import Learning
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// Makes the bytes of a page from a snapshot and what the page needs beside it.
struct PageContent: Sendable {
    let site: Site
    let page: Page
    let query: PageQuery

    /// The bytes of the page; `isWhole` is false while answers of models are still to come.
    func render(
        _ request: Request, set: String?, view: SnapshotStore.View?
    ) async -> (bytes: [UInt8], isWhole: Bool) {
        let input = await input(request, set: set, view: view)
        let isWhole = input.diagnostics?.model.isUnderWay != true && !input.prediction.isUnderWay
        return (await rendered(input), isWhole)
    }

    /// Everything that the page is made of.
    func input(
        _ request: Request, set: String?, view: SnapshotStore.View?
    ) async -> PageInput {
        var input = site.input(query, request)
        input.dataset = set
        input.notes = set.map(site.notes.notes) ?? []
        input.state = view.map { LoadState($0.status) } ?? .empty
        if page == .overview || page == .diagnostics {
            if let set, let base = view?.analysed {
                // A set that waited too long to be learned from was dropped; showing it asks again.
                site.predictions.consider(set, base.pipeline)
                input.prediction = site.predictions.state(of: set)
                input.modelVersions = site.predictions.versions(of: set)
            }
        }
        input.notices = site.flashes.notices(request.query["flash"])
        if let set, let base = view?.analysed {
            await fill(&input, set: set, base: base)
        }
        return input
    }

    private func rendered(_ input: PageInput) async -> [UInt8] {
        let page = page
        return await site.store.compute(.page, of: input.dataset) {
            ServingThread.mayBlock("rendering a page")
            return PageRenderer.render(page, input)
        }
    }

    /// Adds the snapshot of the choice, and what the page needs beside it.
    private func fill(_ input: inout PageInput, set: String, base: AnalysedSnapshot) async {
        let context = base.snapshot.context
        do {
            if page == .compare {
                input.snapshot = base.snapshot
                input.comparison = try await comparison(set, base)
                return
            }
            let choice = query.choice(for: page, in: context)
            let analysed = try await site.store.analysed(set, choice) ?? base
            input.snapshot = analysed.snapshot
            switch page {
            case .diagnostics:
                input.diagnostics = try await diagnosis(set, analysed, choice)
                input.similar = try await similar(set, base, to: input.diagnostics?.row.device)
            case .rows: input.rows = try await rows(set, context)
            default: break
            }
        } catch {
            input.snapshot = base.snapshot
            input.notices.append(.partFailed(page: page))
            site.log.error("page", [("page", page.rawValue), ("error", "\(error)")])
        }
    }

    /// The device's report, made while the models run on it; nil where there is no such device.
    private func diagnosis(
        _ set: String, _ analysed: AnalysedSnapshot, _ choice: Choice
    ) async throws -> DiagnosticReport? {
        let context = analysed.snapshot.context
        let length = query.window.flatMap { $0.length(on: context.axis) }
        guard let device = analysed.device(named: query.diagnosedDevice(in: context)) else {
            return nil
        }
        let question = PanelDesk.Question(device, beside: analysed, choice)
        async let panel = site.models.panel(question)
        var report = try await site.store.perform(.diagnose, of: set) {
            try analysed.pipeline.diagnose(device.name, length: length, in: analysed) { _ in
                ModelPanel(runtime: .starting, entries: [])
            }
        }
        report?.model = await panel
        return report
    }

    private func comparison(
        _ set: String, _ base: AnalysedSnapshot
    ) async throws -> ComparisonReport {
        let question = query.comparisonQuestion(in: base.snapshot.context)
        return try await site.store.perform(.diagnose, of: set) {
            try base.pipeline.compare(question)
        }
    }

    /// What is like the stretch that the address names; nil without one.
    private func similar(
        _ set: String, _ base: AnalysedSnapshot, to device: DeviceRef?
    ) async throws -> SimilarStretches? {
        guard let like = query.like, let device,
            let question = query.similarQuestion(
                device: device.name, like, in: base.snapshot.context)
        else { return nil }
        return try await site.store.perform(.diagnose, of: set) {
            try base.pipeline.similar(question, in: base)
        }
    }

    private func rows(_ set: String, _ context: ReportContext) async throws -> RowsReport? {
        let question = query.rowsQuestion(in: context)
        return try await site.store.withPipeline(of: set, .rows) { try $0.rows(question) }
    }
}
