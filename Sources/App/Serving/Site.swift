import Dashboard
import HTTP
import Learning
import Models
import Reports
import Store
import Telemetry
import Wording

/// Everything that the routes answer from.
struct Site: Sendable {
    let store: SnapshotStore
    let folder: DatasetFolder
    let assets: Assets
    let panels: ModelPanels
    let models: PanelDesk
    let predictions: PredictionDesk
    let processed: ProcessedWriter
    let notes: NoteBook
    let cache: PageCache
    let configuration: Configuration
    let log: Log
    let counters: ServingCounters
    let rows: RowIntake
    let flashes = Flashes()
    /// One drawing at a time: each takes a core and some memory.
    let drawings = BlockingWork()

    /// The data set shown where an address names none: the one that changed last.
    func defaultSet() -> String? { store.latestDataset() }

    /// The program as every page sees it, without a data set.
    func input(_ query: PageQuery, _ request: Request) -> PageInput {
        var input = PageInput(
            query: query, datasets: store.datasets(), programVersion: Configuration.version,
            resourceVersion: assets.version, refreshDefault: configuration.refresh,
            themeDefault: Self.theme(of: request), languageDefault: Self.language(of: request))
        input.setsAside = store.setsAside()
        return input
    }

    static func theme(of request: Request) -> Theme {
        request.cookie(named: "theme").flatMap(Theme.init) ?? .auto
    }

    /// The language where an address names none: the one chosen before, else the browser's.
    static func language(of request: Request) -> Language {
        request.cookie(named: "lang").flatMap(Language.init)
            ?? Language(accepting: request.headers["Accept-Language"] ?? "")
    }

    var reading: ReadOptions { configuration.readOptions }

    /// An error page in the program's frame.
    func problem(
        _ problem: RequestProblem, _ status: HTTP.Status, for request: Request
    ) -> Response {
        let input = input(Self.manner(request), request)
        return Self.refusal(
            PageRenderer.renderProblem(problem, status: status.code, input), status, input)
    }

    /// Says why files were not taken and offers the form; `set` is where further ones would be
    /// added.
    func refusedUpload(
        _ outcome: UploadOutcome, _ status: HTTP.Status, set: String?, for request: Request
    ) -> Response {
        var input = input(Self.manner(request), request)
        input.dataset = set.flatMap { input.datasets.contains($0) ? $0 : nil }
        return Self.refusal(
            PageRenderer.renderRefusedUpload(outcome, status: status.code, input), status, input)
    }

    /// Of what an address asks for only the theme and the language.
    static func manner(_ request: Request) -> PageQuery {
        let asked = PageQuery(request.query.items.map { ($0.name, $0.value) })
        var query = PageQuery()
        query.theme = asked.theme
        query.language = asked.language
        return query
    }

    private static func refusal(
        _ bytes: [UInt8], _ status: HTTP.Status, _ input: PageInput
    ) -> Response {
        .html(
            bytes: bytes, status: status,
            headers: ["Cache-Control": "no-store", "Content-Language": input.language.rawValue])
    }
}
