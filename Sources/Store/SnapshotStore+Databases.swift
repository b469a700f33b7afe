import Synchronization
import Telemetry
import Values

extension SnapshotStore {
    /// Asks the databases behind the sets in memory for news, each at most once in `databasePause`,
    /// on queues of the scheduler: one that does not answer keeps nobody waiting.
    func checkDatabases() {
        let now = ContinuousClock.now
        let due = state.withLock { state -> [String] in
            let names = state.entries.keys.filter { name in
                guard let entry = state.entries[name], !entry.status.isUnderWay else {
                    return false
                }
                return state.asked[name].map { now - $0 >= databasePause } ?? true
            }
            for name in names { state.asked[name] = now }
            return names
        }
        for name in due where (try? folder.dataset(name))?.source != nil {
            scheduler.submit(.storage, of: name, isUrgent: false) { self.checkDatabase(name) }
        }
    }

    /// Has a set read again whose tables have changed, or whose database answers again. Where it
    /// does not answer, what was read before stays, marked as old.
    private func checkDatabase(_ name: String) {
        let (known, status) = state.withLock { state in
            (state.entries[name]?.loaded?.dataset, state.entries[name]?.status)
        }
        guard let status, !status.isUnderWay else { return }
        do {
            let current = try folder.current(name)
            if case .ready = status, current == known { return }
            load(name, isUrgent: false)
        } catch {
            guard let error = error as? LoadError, known != nil else { return }
            if case .failed(error) = status { return }
            settle(name, .failed(error))
            onEvent(.failed(set: name, error: "\(error)"))
        }
    }
}
