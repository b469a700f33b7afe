import Synchronization
import Telemetry
import Values

extension SnapshotStore {
    /// A set is read no more often than so many times as long as reading takes.
    private static let pausePerReading = 10.0

    /// Asks the databases behind the sets in memory for news, on queues of their own: one that does
    /// not answer keeps nobody waiting. Each is left alone for `databasePause` at least, and longer
    /// where reading its tables takes long, as they may change all the time.
    func checkDatabases() {
        let now = ContinuousClock.now
        let due = state.withLock { state -> [String] in
            let names = state.entries.keys.filter { name in
                guard let entry = state.entries[name], !entry.status.isUnderWay else {
                    return false
                }
                let reading = Duration.seconds(entry.loaded?.report.seconds ?? 0)
                let pause = max(databasePause, reading * Self.pausePerReading)
                return state.asked[name].map { now - $0 >= pause } ?? true
            }
            for name in names { state.asked[name] = now }
            return names
        }
        for name in due where (try? folder.dataset(name))?.source != nil {
            scheduler.submit(.news, of: name, isUrgent: false) { self.checkDatabase(name) }
        }
    }

    /// Has a set read again whose tables have changed, or whose database answers again. Where it
    /// does not answer, what was read before stays, marked as old.
    private func checkDatabase(_ name: String) {
        let (attempted, isRead, status) = state.withLock { state in
            (
                state.attempted[name], state.entries[name]?.loaded != nil,
                state.entries[name]?.status
            )
        }
        guard let status, !status.isUnderWay else { return }
        do {
            if try folder.current(name) == attempted, !status.mayPass { return }
            load(name, isUrgent: false)
        } catch {
            guard let error = error as? LoadError, isRead else { return }
            if case .failed(error) = status { return }
            settle(name, .failed(error))
            onEvent(.failed(set: name, error: "\(error)"))
        }
    }
}

extension SnapshotStore.Status {
    /// Whether reading the same tables again may end otherwise. A table that is too large, or that
    /// cannot be understood, stays so until it changes, and asking it costs its server much.
    fileprivate var mayPass: Bool {
        guard case .failed(.database(let fault)) = self else { return false }
        return switch fault {
        case .silent, .slow, .login, .rights, .memory, .shard, .ended, .garbled: true
        case .settings, .noTable, .tooLarge, .tooManyRows, .server: false
        }
    }
}
