import API
import Dashboard
import HTTP
import Learning
import Pipeline
import Reports
import Store
import Values
import Wording

extension SetAnswers {
    /// The diagnosis of a device, or its readings alone.
    func device(_ operation: APIOperation) async throws -> Response {
        let name = query.request.parameters["device"] ?? ""
        let analysed = try await chosen(.diagnostics)
        guard let device = analysed.device(named: name), device.name == name else {
            throw APIProblem(
                .notFound, "There is no device “\(name)” in “\(set)”.", at: "device",
                expected: "a name that /devices of the set lists")
        }
        let context = analysed.snapshot.context
        let choice = query.page.choice(for: .diagnostics, in: context)
        let length = query.page.window.flatMap { $0.length(on: context.axis) }
        let question = PanelDesk.Question(device, beside: analysed, choice)
        async let panel =
            operation == .device
            ? site.models.panel(question) : ModelPanel(runtime: .starting, entries: [])
        var report = try await site.store.perform(.diagnose, of: set) {
            try analysed.pipeline.diagnose(device.name, length: length, in: analysed) { _ in
                ModelPanel(runtime: .starting, entries: [])
            }
        }
        report?.model = await panel
        guard let report else {
            throw APIProblem(.notFound, "No device passes the filter.", at: "device")
        }
        if operation == .readings {
            return query.json(
                Answers.readings, Document(report.signals, about: context), about: context)
        }
        return query.json(Answers.device, Document(report, about: context), about: context)
    }

    /// The episodes of the whole set that overlap the period and concern the devices asked for.
    func episodes() async throws -> Response {
        try query.page.check(against: base.snapshot.context)
        let choice = query.page.choice(for: .overview, in: base.snapshot.context)
        let found = try await site.store.withPipeline(of: set, .export) { try $0.episodes() }
        let names = Set(choice.devices)
        let episodes = (found ?? []).filter { episode in
            (choice.from.map { (episode.to ?? .infinity) >= $0 } ?? true)
                && (choice.to.map { episode.from <= $0 } ?? true)
                && (names.isEmpty || episode.devices.isEmpty
                    || episode.devices.contains { names.contains($0.name) })
        }
        let told = episodes.map { ToldEpisode($0) }
        let list = EpisodeList(Listing(told, from: query.offset, limit: query.limit))
        return query.json(Answers.episodes, list, about: base.snapshot.context)
    }

    /// Raw rows.
    func rows() async throws -> Response {
        let context = base.snapshot.context
        try query.page.check(against: context)
        var question = query.page.rowsQuestion(in: context)
        (question.offset, question.limit) = (query.offset, query.limit)
        if let file = query.page.file,
            !base.snapshot.imports.load.files.contains(where: { $0.name == file })
        {
            throw APIProblem(
                .notFound, "There is no file “\(file)” in “\(set)”.", at: "file",
                expected: "a name that /files of the set lists")
        }
        let report = try await site.store.withPipeline(of: set, .rows) { [question] in
            try $0.rows(question)
        }
        guard let report else {
            throw APIProblem(
                .serviceUnavailable, "The data set “\(set)” is being read again.", at: "set")
        }
        return query.json(Answers.rows, Document(report, about: context), about: context)
    }
}

extension PageQuery {
    /// Refuses a period or a name of a device or code that the data lack, where a page would show
    /// all and say so.
    func check(against context: ReportContext) throws(APIProblem) {
        if let problem = periodProblem(in: context) {
            throw APIProblem(
                .badRequest, PlainPhrases(context: context).period(problem, context), at: "from",
                expected: "a period within the data: see range in the context")
        }
        let isKnown = Set(context.deviceNames)
        let unknown = deviceNames(in: context).first { !isKnown.contains($0) }
        if let unknown, context.deviceNames.count == context.deviceCount {
            throw APIProblem(
                .notFound, "There is no device “\(unknown)”.", at: "device",
                expected: "a name that /devices of the set lists")
        }
        let codes = Set(context.codes.map(\.name))
        if let unknown = self.codes.first(where: { !codes.contains($0) }) {
            throw APIProblem(
                .notFound, "There is no code “\(unknown)”.", at: "code",
                expected: "a name that codes in the context lists")
        }
    }
}
