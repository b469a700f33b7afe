import Pipeline
import Reports
import Synchronization
import Telemetry
import Values

extension SnapshotStore {
    /// Queues the loading of a set, unless it is queued already.
    func load(_ set: String, isUrgent: Bool) {
        let isNew = state.withLock { state in
            state.add(set)
            guard state.entries[set]?.isQueued == false else { return false }
            state.change(set) { entry in
                entry.isQueued = true
                entry.status = .loading(nil)
            }
            return true
        }
        guard isNew else { return }
        let isAlone = [.load, .analyse].contains { setGuard.mustRunAlone($0, of: set) }
        scheduler.submit(.load, of: set, isUrgent: isUrgent, isAlone: isAlone) {
            self.loadNow(set)
            FreeMemory.giveBack()
        }
    }

    private func loadNow(_ set: String) {
        let known = state.withLock { state in
            // From here on a change of the files queues another load.
            state.change(set) { $0.isQueued = false }
            return state.entries[set]?.loaded
        }
        if let aside = setGuard.setAside(set) { return settle(set, .setAside(aside)) }
        do {
            let loaded = try journal.during(.load, of: set) { try read(set, known) }
            if let known, known.version == loaded.version {
                settle(set, .ready) { $0.change(set) { $0.loaded = loaded } }
            } else {
                onEvent(.read(loaded, of: set))
                try journal.during(.analyse, of: set) { try analyse(set, loaded) }
            }
        } catch is CancellationError {
            settle(set, .unknown)
        } catch {
            settle(set, .failed(error as? LoadError ?? .noFiles(dataset: set)))
            onEvent(.failed(set: set, error: "\(error)"))
        }
    }

    private func read(_ set: String, _ known: LoadedDataset?) throws -> LoadedDataset {
        let dataset = try folder.current(set)
        if dataset.source != nil { state.withLock { $0.attempted[set] = dataset } }
        let progress: @Sendable (LoadProgress) throws -> Void = { progress in
            let isWanted = self.state.withLock { state in
                state.change(set) { $0.status = .loading(progress) }
                return state.entries[set] != nil
            }
            // Nobody waits for a set that was deleted, and a database need not go on for it.
            if !isWanted { throw CancellationError() }
        }
        return try known?.reloaded(dataset, database: folder.database, progress: progress)
            ?? folder.load(dataset, options: options, progress: progress)
    }

    private func analyse(_ set: String, _ loaded: LoadedDataset) throws {
        state.withLock { $0.change(set) { $0.status = .analysing } }
        let pipeline = AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: loaded.corrections,
            fingerprint: "\(String(loaded.version, radix: 16))-\(salt)")
        let clock = ContinuousClock()
        let start = clock.now
        var analysed = try pipeline.run(Choice())
        groups?.addMoves(set, String(loaded.version, radix: 16), to: &analysed.snapshot.clusters)
        settle(set, .ready) { [analysed] state in
            state.change(set) { entry in
                entry.loaded = loaded
                entry.pipeline = pipeline
                entry.base = analysed
            }
            state.variants.remove(set)
        }
        let elapsed = clock.now - start
        onEvent(.analysed(set: set, pipeline: pipeline, seconds: elapsed / .seconds(1)))
    }

    /// Records how a load ended, unless the set was deleted meanwhile or is queued again.
    func settle(
        _ set: String, _ status: Status, _ change: (inout StoreState) -> Void = { _ in }
    ) {
        let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            change(&state)
            state.change(set) { if !$0.isQueued { $0.status = status } }
            state.dropOldest(within: options.memory)
            // Whoever waits for a first load waits for the next one if that is queued already.
            let entry = state.entries[set]
            if entry?.isQueued == true, entry?.pipeline == nil { return [] }
            return state.waiters.removeValue(forKey: set) ?? []
        }
        for waiter in waiters { waiter.resume() }
    }
}

extension SnapshotStore.Event {
    fileprivate static func read(_ loaded: LoadedDataset, of set: String) -> Self {
        let files = loaded.report.files
        return .loaded(
            set: set, files: files.count, rows: files.reduce(0) { $0 + $1.rowsKept },
            refused: files.reduce(0) { $0 + $1.rowsRefused }, seconds: loaded.report.seconds)
    }
}
