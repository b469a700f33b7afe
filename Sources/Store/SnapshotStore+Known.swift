import Pipeline
import Reports
import Synchronization
import Telemetry
import Values

extension SnapshotStore {
    /// All sets on disk as of the last `look()` with what is known of them now. Unlike `view(of:)`
    /// this has nothing loaded and marks nothing as used.
    package func known() -> [(name: String, view: View)] {
        state.withLock { state in
            state.listing.names.map { name in
                guard let entry = state.entries[name] else {
                    return (name, View(status: .unknown))
                }
                return (
                    name,
                    View(
                        status: entry.status, analysed: entry.base,
                        dataset: entry.loaded?.dataset)
                )
            }
        }
    }

    /// Whether a set is being read or analysed, or waits for it. Unlike `view(of:)` this begins
    /// nothing.
    package func isUnderWay(_ set: String) -> Bool {
        state.withLock { $0.entries[set]?.status.isUnderWay ?? false }
    }

    /// The sets that are to be read for the first time before pages can show what is on disk: each
    /// that somebody asked for, and the one that changed last where nobody asked for any. One that
    /// cannot be read is not waited for.
    package func awaited() -> [String] {
        state.withLock { state in
            if state.entries.isEmpty { return state.listing.latest.map { [$0] } ?? [] }
            return state.entries.filter { $0.value.status.isUnderWay && $0.value.base == nil }
                .map(\.key).sorted()
        }
    }
}
