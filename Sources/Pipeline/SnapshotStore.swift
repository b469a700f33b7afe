import Dispatch
import Synchronization
public import Telemetry

/// Loads data sets, analyses them one at a time on a queue of its own, and hands finished
/// snapshots to any number of readers.
///
/// Readers get an immutable value under a short lock and keep the old one until the new one is
/// whole; nothing here runs on the threads that serve requests.
public final class SnapshotStore: Sendable {
    /// Where a data set stands.
    public enum Status: Sendable {
        case unknown
        /// `nil` before the first rows.
        case loading(LoadProgress?)
        case analysing
        case ready
        case failed(LoadError)
    }

    /// What readers see of a data set.
    public struct View: Sendable {
        /// How the device stands.
        public var status: Status
        /// The analysis of the whole set; an older one while a new one is being made.
        public var analysed: AnalysedSnapshot?
        /// The files that the analysis was made of, as they stood when they were read.
        public var dataset: Dataset?
    }

    /// What happened, for the log.
    public enum Event: Sendable {
        case loaded(set: String, files: Int, rows: Int, refused: Int, seconds: Double)
        case analysed(set: String, source: any TelemetrySource, seconds: Double)
        case failed(set: String, error: String)
    }

    private struct Entry {
        var status = Status.unknown
        var loaded: LoadedDataset?
        var pipeline: Pipeline?
        var base: AnalysedSnapshot?
        var variants = VariantCache()
    }

    private struct State {
        var entries: [String: Entry] = [:] { didSet { generation += 1 } }
        /// The sets on disk; `nil` before the first look.
        var listing: Listing?
        /// When each set was looked at, by `clock`.
        var uses: [String: UInt64] = [:]
        var clock: UInt64 = 0
        /// Counts every change that a page could show.
        var generation: UInt64 = 0
    }

    /// The data sets on disk, as of the last look.
    private struct Listing: Hashable {
        var names: [String] = []
        /// The set whose files changed last.
        var latest: String?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "analysis", qos: .userInitiated)
    private let folder: DatasetFolder
    private let options: LoadOptions
    private let salt: String
    private let groups: (any GroupKeeper)?
    private let onEvent: @Sendable (Event) -> Void

    /// Data sets kept in memory at once, if their cells and events fit the budget of one together.
    public static let setLimit = 16

    /// Makes a store over a folder.
    ///
    /// - Parameters:
    ///   - salt: The program's version, which is part of every snapshot's version.
    ///   - groups: Remembers who was in which group, so that moves are known.
    ///   - onEvent: Told what was loaded and analysed, on the analysis queue.
    public init(
        folder: DatasetFolder, options: LoadOptions, salt: String,
        groups: (any GroupKeeper)? = nil,
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.folder = folder
        self.options = options
        self.salt = salt
        self.groups = groups
        self.onEvent = onEvent
    }

    /// Names of all data sets on disk, as of the last look: a second or three old at most.
    public func datasets() -> [String] { listing().names }

    /// The data set whose files changed last.
    public func latestDataset() -> String? { listing().latest }

    /// Goes up with every change that a page could show, so that equal numbers mean equal pages.
    public var generation: UInt64 { state.withLock(\.generation) }

    private func listing() -> Listing {
        state.withLock(\.listing) ?? look()
    }

    /// Looks at the folder and keeps what is there.
    @discardableResult private func look() -> Listing {
        let sets = (try? folder.datasets()) ?? []
        let latest = sets.max { Self.changed($0) < Self.changed($1) }
        let listing = Listing(names: sets.map(\.name), latest: latest?.name)
        state.withLock { state in
            guard state.listing != listing else { return }
            state.listing = listing
            state.generation += 1
        }
        return listing
    }

    private static func changed(_ set: Dataset) -> Int {
        set.files.map(\.signature.modified).max() ?? 0
    }

    /// What is known of a set now; asks for it to be loaded when it is not.
    public func view(of set: String) -> View {
        let (view, isNew) = state.withLock { state -> (View, Bool) in
            state.clock += 1
            state.uses[set] = state.clock
            var entry = state.entries[set] ?? Entry()
            guard case .unknown = entry.status else {
                let dataset = entry.loaded?.dataset
                let view = View(status: entry.status, analysed: entry.base, dataset: dataset)
                return (view, false)
            }
            entry.status = .loading(nil)
            state.entries[set] = entry
            return (View(status: entry.status), true)
        }
        if isNew { queue.async { self.loadNow(set) } }
        return view
    }

    /// Reads a set again, from where its files grew or as a whole.
    public func reload(_ set: String) {
        state.withLock { state in
            var entry = state.entries[set] ?? Entry()
            entry.status = .loading(nil)
            state.entries[set] = entry
        }
        look()
        queue.async { self.loadNow(set) }
    }

    /// Forgets a set that was deleted.
    public func forget(_ set: String) {
        state.withLock { $0.entries[set] = nil }
        groups?.forget(set)
        look()
    }

    /// Notes that a set is looked at, so that it stays loaded.
    public func touch(_ set: String) {
        state.withLock { state in
            state.clock += 1
            state.uses[set] = state.clock
        }
    }

    /// Looks whether files of loaded sets changed, and reads those again. Blocks for some `stat`s.
    public func checkForChanges() {
        look()
        let loaded = state.withLock { state in
            state.entries.compactMap { name, entry in entry.loaded.map { (name, $0) } }
        }
        for (name, dataset) in loaded {
            // A set that went away stays as it is until somebody asks for it.
            guard let now = try? folder.dataset(name), now != dataset.dataset else { continue }
            reload(name)
        }
    }

    /// The analysis of a choice; `nil` while the set is not loaded.
    ///
    /// - Throws: What the source throws.
    public func analysed(_ set: String, _ choice: Choice) async throws -> AnalysedSnapshot? {
        if choice == Choice() { return view(of: set).analysed }
        if let found = state.withLock({ $0.entries[set]?.variants.find(choice) }) { return found }
        return try await onQueue { store in
            if let found = store.state.withLock({ $0.entries[set]?.variants.find(choice) }) {
                return found
            }
            let (known, base) = store.state.withLock {
                ($0.entries[set]?.pipeline, $0.entries[set]?.base)
            }
            guard let pipeline = known else { return nil }
            let regrouped = try base.flatMap { try pipeline.regrouped($0, choice) }
            let analysed = try regrouped ?? pipeline.run(choice)
            store.state.withLock { state in
                // A set that was read again meanwhile must not keep what was made of the old one.
                guard state.entries[set]?.pipeline?.fingerprint == pipeline.fingerprint else {
                    return
                }
                state.entries[set]?.variants.keep(analysed, for: choice)
            }
            return analysed
        }
    }

    /// Runs work over a set's pipeline on the analysis queue, after its loading where that is still
    /// to come; `nil` where it cannot be loaded. Throws what the work throws.
    public func withPipeline<Value: Sendable>(
        of set: String, _ work: @escaping @Sendable (Pipeline) throws -> Value?
    ) async throws -> Value? {
        if datasets().contains(set) { _ = view(of: set) }
        return try await onQueue { store in
            guard let pipeline = store.state.withLock({ $0.entries[set]?.pipeline }) else {
                return nil
            }
            return try work(pipeline)
        }
    }

    private func onQueue<Value: Sendable>(
        _ work: @escaping @Sendable (SnapshotStore) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work(self) }) }
        }
    }

    // MARK: - On the queue

    private func loadNow(_ set: String) {
        let known = state.withLock { $0.entries[set]?.loaded }
        do {
            let dataset = try folder.dataset(set)
            let progress: @Sendable (LoadProgress) -> Void = { progress in
                self.state.withLock { $0.entries[set]?.status = .loading(progress) }
            }
            let loaded =
                try known?.reloaded(dataset, progress: progress)
                ?? DataLoader.load(dataset, options: options, progress: progress)
            if let known, known.version == loaded.version {
                state.withLock { state in
                    state.entries[set]?.loaded = loaded
                    state.entries[set]?.status = .ready
                }
                return
            }
            onEvent(.read(loaded, of: set))
            try analyseNow(set, loaded)
        } catch {
            let failure = error as? LoadError
            state.withLock {
                $0.entries[set]?.status = .failed(failure ?? .noFiles(dataset: set))
            }
            onEvent(.failed(set: set, error: "\(error)"))
        }
    }

    private func analyseNow(_ set: String, _ loaded: LoadedDataset) throws {
        state.withLock { $0.entries[set]?.status = .analysing }
        let pipeline = Pipeline(
            source: loaded.source, load: loaded.report, corrections: loaded.corrections,
            fingerprint: "\(String(loaded.version, radix: 16))-\(salt)")
        let clock = ContinuousClock()
        let start = clock.now
        var analysed = try pipeline.run(Choice())
        groups?.addMoves(set, String(loaded.version, radix: 16), to: &analysed.snapshot.clusters)
        state.withLock { [analysed] state in
            guard state.entries[set] != nil else { return }
            state.entries[set]?.loaded = loaded
            state.entries[set]?.pipeline = pipeline
            state.entries[set]?.base = analysed
            state.entries[set]?.variants = VariantCache()
            state.entries[set]?.status = .ready
            dropOldest(&state)
        }
        let elapsed = clock.now - start
        onEvent(.analysed(set: set, source: loaded.source, seconds: elapsed / .seconds(1)))
    }

    /// Lets go of the sets that were looked at longest ago, as long as there are too many.
    private func dropOldest(_ state: inout State) {
        var loaded = state.entries.compactMap { name, entry in
            entry.loaded.map { (name: name, use: state.uses[name] ?? 0, bytes: $0.byteCount) }
        }.sorted { $0.use > $1.use }
        var bytes = loaded.reduce(0) { $0 + $1.bytes }
        while loaded.count > 1, loaded.count > Self.setLimit || bytes > options.memory,
            let oldest = loaded.popLast()
        {
            bytes -= oldest.bytes
            state.entries[oldest.name] = nil
            state.uses[oldest.name] = nil
        }
    }
}
