import Dashboard
import HTTP
import Models
import Pipeline
import Telemetry

/// Everything that the routes answer from.
struct Site: Sendable {
    let store: SnapshotStore
    let folder: DatasetFolder
    let assets: Assets
    let panels: ModelPanels
    let processed: ProcessedWriter
    let notes: NoteBook
    let stored: StoredPages
    let configuration: Configuration
    let log: Log
    let cache = PageCache()
    let ready = ReadyPages()
    let flashes = Flashes()
    let work = BlockingWork()

    /// The data set that is shown when the address names none: the one that changed last.
    func defaultSet() -> String? { store.latestDataset() }

    /// The program as every page sees it, without a data set.
    func input(_ query: PageQuery, _ request: Request) -> PageInput {
        PageInput(
            query: query, datasets: store.datasets(), programVersion: Configuration.version,
            resourceVersion: assets.version, refreshDefault: configuration.refresh,
            themeDefault: Self.theme(of: request), languageDefault: Self.language(of: request))
    }

    static func theme(of request: Request) -> Theme {
        request.cookie(named: "theme").flatMap(Theme.init) ?? .auto
    }

    /// The language where the address names none: the one chosen before, else the browser's.
    static func language(of request: Request) -> Language {
        request.cookie(named: "lang").flatMap(Language.init)
            ?? Language(accepting: request.headers["Accept-Language"] ?? "")
    }

    var reading: ReadOptions { configuration.readOptions }

    /// An error page with the program's frame.
    func problem(
        _ problem: RequestProblem, _ status: HTTP.Status, for request: Request
    ) -> Response {
        let asked = PageQuery(request.query.items.map { ($0.name, $0.value) })
        var query = PageQuery()
        query.theme = asked.theme
        query.language = asked.language
        let input = input(query, request)
        let bytes = Dashboard.renderProblem(problem, status: status.code, input)
        return .html(
            bytes: bytes, status: status,
            headers: ["Cache-Control": "no-store", "Content-Language": input.language.rawValue])
    }
}
