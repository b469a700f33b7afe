import Pipeline
import Reports
import Telemetry

/// The contents of a store, under its lock.
struct StoreState {
    /// What is known of one data set.
    struct Entry {
        var status = SnapshotStore.Status.unknown
        /// Whether a load waits to begin.
        var isQueued = false
        var loaded: LoadedDataset?
        var pipeline: AnalysisPipeline?
        var base: AnalysedSnapshot?
        /// The value of `changes` at the last change of this set.
        var generation: UInt64 = 0

        /// Bytes freed when the set is dropped; estimated.
        var byteCount: Int { (loaded?.byteCount ?? 0) + (base?.byteCount ?? 0) }
    }

    /// The data sets on disk as of the last look.
    struct Listing: Hashable {
        var names: [String] = []
        /// The set whose files changed last.
        var latest: String?
        /// Sets that are set aside.
        var setsAside: [String] = []
    }

    private(set) var entries: [String: Entry] = [:]
    /// Analyses of other choices than the default, of all sets.
    var variants = VariantCache()
    var listing = Listing() { didSet { if listing != oldValue { bump() } } }
    /// Callers that wait for a set to be loaded, by set.
    var waiters: [String: [CheckedContinuation<Void, Never>]] = [:]
    /// Counts changes of sets and of the listing.
    private(set) var changes: UInt64 = 0
    /// The value of `changes` at the last change of the listing.
    private(set) var listingGeneration: UInt64 = 0
    /// When the database behind each set was last asked for news.
    var asked: [String: ContinuousClock.Instant] = [:]
    /// What the database behind each set said when the set was last read, also where that failed.
    var attempted: [String: Dataset] = [:]
    /// The value of `clock` when each set was last used.
    private var uses: [String: UInt64] = [:]
    private var clock: UInt64 = 0

    /// Data sets kept in memory at most.
    static let setLimit = 16

    /// Changes a set's entry and its generation; does nothing where it has none.
    mutating func change(_ set: String, _ body: (inout Entry) -> Void) {
        guard var entry = entries.removeValue(forKey: set) else { return }
        body(&entry)
        changes += 1
        entry.generation = changes
        entries[set] = entry
    }

    mutating func add(_ set: String) {
        if entries[set] == nil { entries[set] = Entry() }
    }

    private mutating func bump() {
        changes += 1
        listingGeneration = changes
    }

    mutating func touch(_ set: String) {
        clock += 1
        uses[set] = clock
    }

    mutating func remove(_ set: String) {
        entries[set] = nil
        uses[set] = nil
        asked[set] = nil
        attempted[set] = nil
        variants.remove(set)
    }

    /// Drops the least recently used sets while there are more than `setLimit` or they take more
    /// than `limit` bytes together; never the most recent one, nor one that is being read.
    mutating func dropOldest(within limit: Int) {
        var settled = entries.filter { $0.value.loaded != nil && !$0.value.status.isUnderWay }
            .map { (name: $0.key, use: uses[$0.key] ?? 0, bytes: $0.value.byteCount) }
            .sorted { $0.use > $1.use }
        var bytes = settled.reduce(0) { $0 + $1.bytes }
        while settled.count > 1, settled.count > Self.setLimit || bytes > limit,
            let oldest = settled.popLast()
        {
            bytes -= oldest.bytes
            remove(oldest.name)
        }
    }
}
