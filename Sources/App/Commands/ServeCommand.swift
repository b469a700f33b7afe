import Dashboard
import Dispatch
import Foundation
import HTTP
import Models
import Pipeline
import Telemetry
import Values

/// `perfmon serve`: listens first, loads then, and looks for changed files every few seconds.
struct ServeCommand {
    let configuration: Configuration
    let log: Log

    /// Returns when the server has been asked to stop.
    func run() async -> Int32 {
        do {
            let site = try site()
            let server = Server(
                configuration: serverConfiguration(site), handler: try handler(site))
            let addresses = try server.start()
            announce(addresses)
            if let set = site.defaultSet() { _ = site.store.view(of: set) }
            let watcher = watch(site.store)
            try Signals.onTermination { Task { await server.stop() } }
            await server.waitUntilStopped()
            watcher.cancel()
            log.info("stopped")
            return 0
        } catch let error as PasswordFile.Failure {
            print(error.sentence, to: &Output.standardError)
        } catch let error as SocketError {
            print("\(error)", to: &Output.standardError)
        } catch {
            print("The dashboard cannot start: \(error)", to: &Output.standardError)
        }
        return 1
    }

    /// The routes, behind a password where there is a file of them.
    func handler(_ site: Site) throws -> any RequestHandler {
        let router = Routes.router(site)
        guard let path = configuration.authFile else { return router }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw PasswordFile.Failure(sentence: "The password file \(path) cannot be read.")
        }
        return GuardedHandler(router, passwords: try PasswordFile(text: text, name: path))
    }

    func site() throws -> Site {
        let root = URL(filePath: configuration.data, directoryHint: .isDirectory)
        let folder = DatasetFolder(root: root)
        let manager = FileManager.default
        for path in ["raw", "incoming", "models"] {
            try manager.createDirectory(
                at: root.appending(path: path), withIntermediateDirectories: true)
        }
        try folder.recover()
        DownloadHandler.clearUnfinished(in: folder.incoming)
        let models = configuration.models
        models.clearUnfinished()
        let resources = Assets.folder(told: configuration.resources)
        let assets = Assets(folder: resources)
        if !assets.missing.isEmpty {
            log.error("resources", [("missing", assets.missing.joined(separator: ","))])
        }
        let log = log
        let made = root.appending(path: "processed")
        let processed = ProcessedWriter(folder: made, log: log)
        let store = SnapshotStore(
            folder: folder, options: configuration.loadOptions, salt: Configuration.version,
            groups: GroupFile(folder: made, log: log)
        ) { event in
            Self.report(event, log)
            if case .analysed(let set, let source, _) = event { processed.schedule(set, source) }
        }
        return Site(
            store: store, folder: folder, assets: assets,
            panels: ModelPanels(models), processed: processed,
            notes: NoteBook(folder: folder), stored: StoredPages(folder: made, log: log),
            configuration: configuration, log: log)
    }

    func serverConfiguration(_ site: Site) -> ServerConfiguration {
        var server = ServerConfiguration()
        server.address = configuration.bind
        server.port = configuration.port
        server.uploadLimit = configuration.uploadLimit
        server.uploadDirectory = site.folder.incoming.path
        server.additionalHosts = Set(configuration.hosts)
        server.rejectionResponse = { Problems.response(to: $0) }
        let log = log
        if log.level != .quiet { server.onRequestFinished = { Self.report($0, log) } }
        return server
    }

    private static func report(_ summary: RequestSummary, _ log: Log) {
        log.info(
            "request",
            [
                ("method", summary.method?.token ?? "-"), ("target", summary.target ?? "-"),
                ("status", summary.status.map { "\($0.code)" } ?? "-"),
                ("bytes", "\(summary.bytesSent)"), ("ms", milliseconds(summary.duration)),
                ("remote", summary.remoteAddress),
            ])
    }

    /// The printed address is the sign that the dashboard can be opened.
    private func announce(_ addresses: [Server.BoundAddress]) {
        guard let port = addresses.first?.port else { return }
        let host = configuration.bind.contains(":") ? "[\(configuration.bind)]" : configuration.bind
        let name =
            ["127.0.0.1", "::1", "localhost"].contains(configuration.bind) ? "localhost" : host
        print("Performance Analytics System: http://\(name):\(port)")
        Output.flush()
    }

    /// Files that change or grow appear at the next refresh.
    private func watch(_ store: SnapshotStore) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "watch"))
        timer.schedule(deadline: .now() + 3, repeating: 3)
        timer.setEventHandler { store.checkForChanges() }
        timer.resume()
        return timer
    }

    private static func report(_ event: SnapshotStore.Event, _ log: Log) {
        switch event {
        case .loaded(let set, let files, let rows, let refused, let seconds):
            log.info(
                "load",
                [
                    ("set", set), ("files", "\(files)"), ("rows", "\(rows)"),
                    ("refused", "\(refused)"), ("ms", milliseconds(.seconds(seconds))),
                ])
        case .analysed(let set, _, let seconds):
            log.info("analyse", [("set", set), ("ms", milliseconds(.seconds(seconds)))])
        case .failed(let set, let error):
            log.error("load", [("set", set), ("error", error)])
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = Int(clamping: (duration / .milliseconds(1) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
