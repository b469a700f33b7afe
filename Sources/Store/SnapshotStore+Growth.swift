import Synchronization
import Telemetry

extension SnapshotStore {
    /// Has the rows read that were appended to a set, behind what people wait for; a set that is not
    /// in memory is only listed. Blocks like `look()`.
    package func readAppended(to set: String) {
        look()
        let loaded = state.withLock { $0.entries[set]?.loaded?.dataset }
        guard let loaded, let now = try? folder.dataset(set), now != loaded else { return }
        load(set, isUrgent: false)
    }
}
