import Analysis
import ClickHouse
import Dashboard
import Dispatch
import Foundation
import HTTP
import Learning
import Models
import Pipeline
import Store
import Telemetry
import Values
import Wording

/// `perfmon serve`: listens first, then loads, and looks for changed files every three seconds.
struct ServeCommand {
    let configuration: Configuration
    let log: Log
    /// What the supervisor handed over; nil in a process that none started.
    var inheritance: Inheritance?

    /// Serves until asked to stop; gives the exit status.
    func run() async -> Int32 {
        do {
            let site = try site(learner: learner)
            let handler = try handler(site)
            let server = Server(
                configuration: serverConfiguration(site), handler: shared(handler))
            let addresses = try server.start()
            // Installed before the address is printed: whoever reads it may ask the program to
            // stop.
            try Signals.onTermination { Task { await server.stop() } }
            inheritance?.lifeline.onStop { Task { await server.stop() } }
            begun(at: addresses)
            if let set = site.defaultSet() { _ = site.store.view(of: set) }
            let watcher = watch(site, PasswordWatch(configuration, handler, log))
            await server.waitUntilStopped()
            watcher.cancel()
            site.folder.database?.close()
            log.info("stopped")
            return 0
        } catch {
            Self.report(error)
            return 1
        }
    }

    /// Serves in a child process, which is started again when it dies.
    func supervise() -> Int32 {
        do {
            let arguments = CommandLine.arguments
            return try Supervisor(configuration, arguments: arguments, log: log).run()
        } catch {
            Self.report(error)
            return 1
        }
    }

    /// Says on stderr why the dashboard cannot start.
    static func report(_ error: any Error) {
        let sentence =
            switch error {
            case let error as UsageProblem: error.sentence
            case let error as SocketError: "\(error)"
            default: "The dashboard cannot start: \(error)"
            }
        print(sentence, to: &Output.standardError)
    }

    private func shared(_ handler: any RequestHandler) -> any RequestHandler {
        configuration.origins.isEmpty
            ? handler : SharedHandler(handler, origins: configuration.origins)
    }

    /// The routes, behind passwords where a file of them is given.
    func handler(_ site: Site) throws -> any RequestHandler {
        let router = Routes.router(site)
        guard let path = configuration.authFile else { return router }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw UsageProblem.passwordFileUnreadable(path: path)
        }
        return GuardedHandler(router, passwords: try PasswordFile(text: text, name: path))
    }

    /// Learns models in processes of their own; nil where that is switched off.
    private var learner: (any BackgroundLearner)? {
        guard configuration.learnsByItself else { return nil }
        return LearnProcess(data: configuration.data, options: configuration.loadOptions)
    }

    /// What the routes answer from; creates the folders of the data and clears what was left
    /// unfinished.
    ///
    /// - Parameters:
    ///   - journal: is told what is done to which set; nil for the supervisor's.
    ///   - models: the models that are run; nil for those of the data folder.
    ///   - learner: learns models of the sets that are read; nil where none are learned.
    func site(
        journal: (any WorkJournal)? = nil, models: ModelManager? = nil,
        learner: (any BackgroundLearner)? = nil
    ) throws -> Site {
        let root = URL(filePath: configuration.data, directoryHint: .isDirectory)
        let folder = DatasetFolder(root: root, database: ClickHouseTables())
        let manager = FileManager.default
        for path in ["raw", "incoming", "models"] {
            try manager.createDirectory(
                at: root.appending(path: path), withIntermediateDirectories: true)
        }
        try folder.recover()
        let rows = RowIntake(folder: folder)
        // Where that fails, as on a full disk, it is tried again before the next batch.
        do { try rows.log.recover() } catch { self.log.error("rows", [("error", "\(error)")]) }
        try folder.clearStages(at: LookActions.now)
        TemporaryReply.clearUnfinished(in: folder.incoming)
        MovingScratch.clearUnfinished(in: folder.incoming)
        OpenedFiles.clearUnfinished(in: folder.incoming)
        DrawingProcess.clearUnfinished(in: folder.incoming)
        ClickHouseTables.clearUnfinished(in: folder)
        let models = models ?? configuration.models
        models.clearUnfinished()
        let resources = Assets.folder(configured: configuration.resources)
        let assets = Assets(folder: resources)
        if !assets.missing.isEmpty {
            log.error("resources", [("missing", assets.missing.joined(separator: ","))])
        }
        let log = log
        let counters = counters
        let made = root.appending(path: "processed")
        let setGuard = setGuard(folder, processed: made)
        let journal = journal ?? setGuard
        let processed = ProcessedWriter(folder: made, journal: journal, log: log)
        let panels = ModelPanels(models, journal: journal)
        let predictions = PredictionDesk(panels, learner: learner, journal: journal)
        let store = SnapshotStore(
            folder: folder, options: configuration.loadOptions, salt: Configuration.version,
            groups: GroupFile(folder: made, log: log), journal: journal, setGuard: setGuard
        ) { event in
            Self.report(event, log)
            counters.count(event)
            if case .analysed(let set, let pipeline, _) = event {
                processed.schedule(set, pipeline.source)
                predictions.consider(set, pipeline)
            }
        }
        store.look()
        return Site(
            store: store, folder: folder, assets: assets, panels: panels,
            models: PanelDesk(panels, journal: journal), predictions: predictions,
            processed: processed,
            notes: NoteBook(folder: folder),
            cache: PageCache(stored: StoredPages(folder: made, log: log)),
            configuration: configuration, log: log, counters: counters, rows: rows)
    }

    /// Counts from nothing; restarts are known where a supervisor counts them.
    private var counters: ServingCounters {
        guard let journal = inheritance?.journal else { return ServingCounters() }
        return ServingCounters { max(0, journal.starts - 1) }
    }

    /// Sets aside the sets over which earlier serving processes died.
    private func setGuard(_ folder: DatasetFolder, processed: URL) -> any SetGuard {
        guard let journal = inheritance?.journal else { return NoGuard() }
        return StopGuard(journal: journal, folder: folder, processed: processed, log: log)
    }

    func serverConfiguration(_ site: Site) -> ServerConfiguration {
        var server = ServerConfiguration()
        server.address = configuration.bind
        server.port = configuration.port
        server.inheritedListeners = inheritance?.listeners ?? []
        server.uploadLimit = configuration.uploadLimit
        server.uploadDirectory = site.folder.incoming.path
        server.additionalHosts = Set(configuration.hosts)
        server.rejectionResponse = { Problems.response(to: $0, target: $1) }
        let (log, requests) = (log, site.counters.requests)
        let isLogged = log.level != .quiet
        server.onConnectionCount = { requests.set(connections: $0) }
        server.onRequestFinished = { summary in
            requests.count(summary)
            if isLogged { Self.report(summary, log) }
        }
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

    /// Prints the address once, and tells the supervisor that requests are answered.
    private func begun(at addresses: [Server.BoundAddress]) {
        let isFirst = inheritance?.journal.isAnnounced != true
        // Noted first: whoever reads the address may end this process.
        inheritance?.journal.isAnnounced = true
        inheritance?.journal.serves = true
        if isFirst { announce(addresses) }
    }

    /// Prints the address, the sign that the dashboard can be opened.
    private func announce(_ addresses: [Server.BoundAddress]) {
        guard let port = addresses.first?.port else { return }
        let host = configuration.bind.contains(":") ? "[\(configuration.bind)]" : configuration.bind
        let name =
            ["127.0.0.1", "::1", "localhost"].contains(configuration.bind) ? "localhost" : host
        print("Performance Analytics System: http://\(name):\(port)")
        Output.flush()
    }

    /// Looks for changed and grown files every three seconds; pages have them from the next
    /// refresh.
    private func watch(
        _ site: Site, _ passwords: PasswordWatch?
    ) -> any DispatchSourceTimer {
        let queue = DispatchQueue(label: "watch")
        let timer = DispatchSource.makeTimerSource(queue: queue)
        let containers = containers(site)
        queue.async {
            containers.takeIn()
            site.store.look()
        }
        let archive = RowArchive(site: site)
        timer.schedule(deadline: .now() + 3, repeating: 3)
        timer.setEventHandler {
            archive.moveIfDue()
            containers.takeIn()
            passwords?.check()
            site.store.checkForChanges()
            Task { await site.models.lookForFiles() }
        }
        timer.resume()
        return timer
    }

    private func containers(_ site: Site) -> FolderContainers {
        var containers = FolderContainers(folder: site.folder, options: site.reading)
        let log = log
        containers.report = { container, refusal in
            if let refusal {
                log.error("unpack", [("container", container), ("error", refusal)])
            } else {
                log.info("unpack", [("container", container)])
            }
        }
        return containers
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
