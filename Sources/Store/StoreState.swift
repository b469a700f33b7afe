import Pipeline
import Reports
import Telemetry

/// What a store knows, under its lock.
struct StoreState {
    /// A data set.
    struct Entry {
        var status = SnapshotStore.Status.unknown
        /// A reading of its files waits to begin.
        var isQueued = false
        var loaded: LoadedDataset?
        var pipeline: AnalysisPipeline?
        var base: AnalysedSnapshot?
        /// Another one with every change that a page could show.
        var generation: UInt64 = 0

        /// Memory that goes with it when it is let go.
        var byteCount: Int { (loaded?.byteCount ?? 0) + (base?.byteCount ?? 0) }
    }

    /// The data sets on disk, as of the last look.
    struct Listing: Hashable {
        var names: [String] = []
        /// The set whose files changed last.
        var latest: String?
        /// Those that are set aside.
        var setsAside: [String] = []
    }

    private(set) var entries: [String: Entry] = [:]
    /// Analyses of other choices, of all sets.
    var variants = VariantCache()
    var listing = Listing() { didSet { if listing != oldValue { bump() } } }
    /// Who waits for a set to be read, by set.
    var waiters: [String: [CheckedContinuation<Void, Never>]] = [:]
    /// Counts every change of any set or of the listing.
    private(set) var changes: UInt64 = 0
    /// The count when the listing changed last.
    private(set) var listingGeneration: UInt64 = 0
    /// When each set was looked at, by `clock`.
    private var uses: [String: UInt64] = [:]
    private var clock: UInt64 = 0

    /// Data sets kept in memory at once.
    static let setLimit = 16

    /// Changes what is known of a set, if anything is.
    mutating func change(_ set: String, _ body: (inout Entry) -> Void) {
        guard var entry = entries.removeValue(forKey: set) else { return }
        body(&entry)
        changes += 1
        entry.generation = changes
        entries[set] = entry
    }

    /// Begins to know of a set.
    mutating func add(_ set: String) {
        if entries[set] == nil { entries[set] = Entry() }
    }

    private mutating func bump() {
        changes += 1
        listingGeneration = changes
    }

    /// Notes that a set is looked at.
    mutating func touch(_ set: String) {
        clock += 1
        uses[set] = clock
    }

    /// Lets go of all that is known of a set.
    mutating func remove(_ set: String) {
        entries[set] = nil
        uses[set] = nil
        variants.remove(set)
    }

    /// Lets go of the sets that were looked at longest ago, as long as there are too many or they
    /// take more bytes together; never of the last one, nor of one that is being read.
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
