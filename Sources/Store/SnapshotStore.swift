package import Pipeline
package import Reports
import Synchronization
package import Telemetry
package import Values

/// Loads data sets, analyses them, and hands finished snapshots to any number of readers.
///
/// Work on a set waits only for work on the same set: see `WorkScheduler`. Readers get an immutable
/// value under a short lock and keep the old one until the new one is complete; no work runs on the
/// threads that serve requests.
package final class SnapshotStore: Sendable {
    /// The state of a data set.
    package enum Status: Sendable {
        case unknown
        /// The progress; `nil` before the first rows.
        case loading(LoadProgress?)
        case analysing
        case ready
        case failed(LoadError)
        /// It is not touched: see `SetGuard`.
        case setAside(SetAside)

        /// Whether its files are being read or analysed, or will be at once.
        package var isUnderWay: Bool {
            switch self {
            case .unknown, .loading, .analysing: true
            case .ready, .failed, .setAside: false
            }
        }
    }

    /// What readers see of a data set.
    package struct View: Sendable {
        package var status: Status
        /// The analysis of the whole set; the previous one while a new one is being made. `nil`
        /// before the first.
        package var analysed: AnalysedSnapshot?
        /// The files that were loaded, as they were then; `nil` before the first load.
        package var dataset: Dataset?
    }

    /// What happened to a set, for the log.
    package enum Event: Sendable {
        case loaded(set: String, files: Int, rows: Int, refused: Int, seconds: Double)
        case analysed(set: String, pipeline: AnalysisPipeline, seconds: Double)
        case failed(set: String, error: String)
    }

    let state = Mutex(StoreState())
    let folder: DatasetFolder
    let options: LoadOptions
    let salt: String
    let groups: (any GroupKeeper)?
    let journal: any WorkJournal
    let setGuard: any SetGuard
    let onEvent: @Sendable (Event) -> Void
    /// How long a database is left alone after it was asked for news.
    let databasePause: Duration

    /// Runs the work on all sets; changes of their files are to be submitted to it too.
    package let scheduler = WorkScheduler()

    /// A store over the folder of all data sets; nothing is loaded yet.
    ///
    /// - Parameters:
    ///   - salt: The program's version, part of every snapshot's version.
    ///   - groups: Remembers the groups of units, so that moves can be reported.
    ///   - journal: Records what is being done to which set.
    ///   - setGuard: Knows which sets must not be touched, or only while no other is.
    ///   - databasePause: How long a database is left alone after it was asked for news.
    ///   - onEvent: Called after each load and analysis, on the queue that did it.
    package init(
        folder: DatasetFolder, options: LoadOptions, salt: String,
        groups: (any GroupKeeper)? = nil, journal: any WorkJournal = NoJournal(),
        setGuard: any SetGuard = NoGuard(), databasePause: Duration = .seconds(30),
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.folder = folder
        self.options = options
        self.salt = salt
        self.groups = groups
        self.journal = journal
        self.setGuard = setGuard
        self.databasePause = databasePause
        self.onEvent = onEvent
    }

    // MARK: - The sets on disk

    /// Names of all data sets on disk as of the last `look()`.
    package func datasets() -> [String] { state.withLock(\.listing.names) }

    /// Names of all data sets that are set aside, as of the last `look()`.
    package func setsAside() -> [String] { state.withLock(\.listing.setsAside) }

    /// The data set whose files changed last, as of the last `look()`; `nil` without any.
    package func latestDataset() -> String? { state.withLock(\.listing.latest) }

    /// Lists the folder and keeps the result. Blocks while it reads file attributes.
    package func look() {
        let sets = (try? folder.datasets()) ?? []
        let latest = sets.max { Self.changed($0) < Self.changed($1) }
        let listing = StoreState.Listing(
            names: sets.map(\.name), latest: latest?.name, setsAside: setGuard.setsAside)
        state.withLock { $0.listing = listing }
    }

    private static func changed(_ set: Dataset) -> Int {
        set.files.map(\.signature.modified).max() ?? 0
    }

    /// Lists the folder and reloads the loaded sets whose files have changed. Blocks like `look()`.
    package func checkForChanges() {
        look()
        let loaded = state.withLock { state in
            state.entries.compactMap { name, entry in entry.loaded.map { (name, $0) } }
        }
        for (name, dataset) in loaded where dataset.dataset.source == nil {
            // A deleted set stays as it is until somebody asks for it.
            guard let now = try? folder.dataset(name), now != dataset.dataset else { continue }
            load(name, isUrgent: false)
        }
        checkDatabases()
        checkSetsAside()
    }

    /// Reloads the sets that were set aside and no longer have to be.
    private func checkSetsAside() {
        let aside = state.withLock { state in
            state.entries.compactMap { name, entry -> String? in
                if case .setAside = entry.status { return name }
                return nil
            }
        }
        for name in aside where setGuard.setAside(name) == nil { load(name, isUrgent: false) }
    }

    // MARK: - Readers

    /// A value that differs after every change that a page of the set could show; `nil` stands for
    /// the set whose files changed last.
    package func generation(of set: String?) -> Generation {
        state.withLock { state in
            let entry = (set ?? state.listing.latest).flatMap { state.entries[$0] }
            return Generation(set: entry?.generation ?? 0, listing: state.listingGeneration)
        }
    }

    /// A state of one set and of the list of sets, from which a page was made.
    package struct Generation: Sendable, Hashable {
        var set: UInt64
        var listing: UInt64
    }

    /// What is known of a set now; queues its load where nothing is.
    package func view(of set: String) -> View {
        let view = state.withLock { state -> View in
            state.touch(set)
            guard let entry = state.entries[set] else { return View(status: .unknown) }
            return View(
                status: entry.status, analysed: entry.base, dataset: entry.loaded?.dataset)
        }
        guard case .unknown = view.status else { return view }
        load(set, isUrgent: true)
        return View(status: .loading(nil))
    }

    /// Marks a set as recently used, so that it stays loaded.
    package func touch(_ set: String) {
        state.withLock { $0.touch(set) }
    }

    /// Reloads a set, from where its files grew or as a whole. Blocks like `look()`.
    package func reload(_ set: String) {
        look()
        load(set, isUrgent: true)
    }

    /// Tries a set again that is set aside. Blocks for a file besides.
    package func retry(_ set: String) {
        setGuard.retry(set)
        reload(set)
    }

    /// Drops everything about a deleted set. Blocks while it removes files.
    package func forget(_ set: String) {
        state.withLock { $0.remove(set) }
        groups?.forget(set)
        setGuard.forget(set)
        look()
    }

    /// The analysis of a choice, computed if it is not kept; `nil` where the set cannot be loaded.
    /// For the default choice the analysis of the whole set; `nil` until that is done, without
    /// waiting.
    ///
    /// - Throws: What the source throws.
    package func analysed(_ set: String, _ choice: Choice) async throws -> AnalysedSnapshot? {
        if choice == Choice() { return view(of: set).analysed }
        if let found = variant(set, choice) { return found }
        return try await withPipeline(of: set, .choice) { pipeline in
            if let found = self.variant(set, choice) { return found }
            let base = self.state.withLock { $0.entries[set]?.base }
            let regrouped = try base.flatMap { try pipeline.regrouped($0, choice) }
            let analysed = try regrouped ?? pipeline.run(choice)
            self.state.withLock { state in
                // A set that was reloaded meanwhile must not keep an analysis of the old files.
                guard state.entries[set]?.pipeline?.fingerprint == pipeline.fingerprint else {
                    return
                }
                state.variants.keep(analysed, for: choice, of: set)
            }
            return analysed
        }
    }

    private func variant(_ set: String, _ choice: Choice) -> AnalysedSnapshot? {
        state.withLock { $0.variants.find(choice, of: set) }
    }

    /// Runs work with a set's pipeline, after its first load if that is still to come; `nil` where
    /// it cannot be loaded. Throws what the work throws.
    ///
    /// A set that is being reloaded answers from the previous load.
    package func withPipeline<Value: Sendable>(
        of set: String, _ step: WorkStep,
        _ work: @escaping @Sendable (AnalysisPipeline) throws -> Value?
    ) async throws -> Value? {
        guard let pipeline = await pipeline(of: set) else { return nil }
        return try await perform(step, of: set) { try work(pipeline) }
    }

    /// Runs work on a set that a page waits for, on a queue of the scheduler. Throws what the work
    /// throws.
    package func perform<Value: Sendable>(
        _ step: WorkStep, of set: String, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let journal = journal
        let isAlone = setGuard.mustRunAlone(step, of: set)
        return try await scheduler.run(.page, of: set, isAlone: isAlone) {
            try journal.during(step, of: set, work)
        }
    }

    /// Runs work that takes only a moment and waits for nothing, such as rendering, right here,
    /// recorded in the journal; without a set it is not recorded.
    package func compute<Value: Sendable>(
        _ step: WorkStep, of set: String?, _ work: @Sendable () -> Value
    ) async -> Value {
        guard let set else { return work() }
        return journal.during(step, of: set, work)
    }

    /// The pipeline of a set, once it is loaded; `nil` where it cannot be loaded.
    package func pipeline(of set: String) async -> AnalysisPipeline? {
        if let known = state.withLock({ $0.entries[set]?.pipeline }) { return known }
        guard datasets().contains(set), view(of: set).status.isUnderWay else {
            return state.withLock { $0.entries[set]?.pipeline }
        }
        await settled(set)
        return state.withLock { $0.entries[set]?.pipeline }
    }

    /// Returns once the set is neither being read nor analysed.
    private func settled(_ set: String) async {
        await withCheckedContinuation { continuation in
            let isUnderWay = state.withLock { state in
                guard state.entries[set]?.status.isUnderWay == true else { return false }
                state.waiters[set, default: []].append(continuation)
                return true
            }
            if !isUnderWay { continuation.resume() }
        }
    }
}
