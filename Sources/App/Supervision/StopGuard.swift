import Foundation
import Pipeline
import Synchronization
import Telemetry

/// Judges over which sets earlier serving processes died, and keeps this one from the same.
///
/// What is held against a set is kept on disk, also over a restart of the supervisor, until its
/// files, or the program, are others.
final class StopGuard: SetGuard {
    private struct State {
        var records: [String: StopRecord] = [:]
        /// Work that is under way while some set has something to prove.
        var open: [Int: Death.Work] = [:]
    }

    private let journal: SharedJournal
    private let folder: DatasetFolder
    private let file: StopFile
    private let log: Log
    private let clock: @Sendable () -> Int64
    private let state = Mutex(State())
    /// Whether some set has something to prove; otherwise only the journal has to be written.
    private let isWatching = Atomic(false)

    /// Reads what is held against each set of the folder, and judges the deaths in the journal.
    ///
    /// - Parameters:
    ///   - processed: holds a folder for each set.
    ///   - clock: tells the time in nanoseconds since 1970.
    init(
        journal: SharedJournal, folder: DatasetFolder, processed: URL, log: Log,
        clock: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1e9) }
    ) {
        self.journal = journal
        self.folder = folder
        file = StopFile(folder: processed, log: log)
        self.log = log
        self.clock = clock
        judge(journal.deaths)
    }

    // MARK: - Judging

    private func judge(_ deaths: [Death]) {
        var records: [String: StopRecord] = [:]
        var isKept = true
        for set in (try? folder.datasets()) ?? [] {
            let basis = Self.basis(set)
            let known = file.record(of: set.name)
            var record = known
            for death in deaths { add(death, to: &record, of: set.name, basis) }
            if record?.isOutdated(by: basis) == true { record = nil }
            records[set.name] = record
            if record != known { isKept = keep(record, of: set.name) && isKept }
        }
        // What could not be kept is judged again by the next process.
        if isKept { journal.takeDeaths() }
        state.withLock { $0.records = records }
        watch()
    }

    private func add(
        _ death: Death, to record: inout StopRecord?, of set: String, _ basis: String
    ) {
        guard let (stop, steps) = death.stop(of: set) else { return }
        var changed = record ?? StopRecord(basis: basis)
        changed.add(stop, during: steps)
        changed.basis = basis
        record = changed
        log.error(
            changed.isSetAside ? "set-aside" : "suspect",
            [
                ("set", set), ("step", "\(stop.step)"), ("signal", SignalName.text(stop.signal)),
                ("sets", "\(death.sets.count)"),
            ])
    }

    private func keep(_ record: StopRecord?, of set: String) -> Bool {
        if let record { return file.keep(record, of: set) }
        file.forget(set)
        return true
    }

    /// The state of a set's files and of the program.
    private static func basis(_ set: Dataset) -> String {
        var basis = Fingerprint(Fingerprint.program, Configuration.version)
        basis.add(set)
        return basis.text
    }

    private func watch() {
        let isNeeded = state.withLock { state in
            state.records.values.contains { !$0.unproven.isEmpty }
        }
        isWatching.store(isNeeded, ordering: .releasing)
    }

    // MARK: - SetGuard

    func setAside(_ set: String) -> SetAside? {
        guard let record = state.withLock({ $0.records[set] }) else { return nil }
        guard let basis = (try? folder.dataset(set)).map(Self.basis),
            !record.isOutdated(by: basis)
        else {
            forget(set)
            return nil
        }
        guard let aside = record.setAside, record.basis != basis,
            record.mayFollowChange(at: clock())
        else { return record.setAside }
        log.info("retry", [("set", set), ("stops", "\(aside.count)")])
        change(set) { $0.retry(changedTo: basis) }
        watch()
        return nil
    }

    func mustRunAlone(_ set: String) -> Bool {
        guard isWatching.load(ordering: .acquiring) else { return false }
        return state.withLock { $0.records[set]?.unproven.isEmpty == false }
    }

    func retry(_ set: String) {
        change(set) { $0.retry() }
        watch()
    }

    func forget(_ set: String) {
        state.withLock { $0.records[set] = nil }
        file.forget(set)
        watch()
    }

    var setsAside: [String] {
        state.withLock { state in
            state.records.filter { $0.value.isSetAside }.keys.sorted()
        }
    }

    /// Changes what is held against a set, where anything is, and keeps it.
    private func change(_ set: String, _ change: (inout StopRecord) -> Void) {
        let record = state.withLock { state -> StopRecord? in
            guard var record = state.records[set] else { return nil }
            change(&record)
            state.records[set] = record.isEmpty ? nil : record
            return record
        }
        if let record { file.keep(record, of: set) }
    }

    // MARK: - WorkJournal

    func begin(_ step: WorkStep, of set: String) -> Int {
        let entry = journal.begin(step, of: set)
        if entry >= 0, isWatching.load(ordering: .acquiring) {
            state.withLock { $0.open[entry] = Death.Work(set: set, step: step, began: 0) }
        }
        return entry
    }

    func end(_ entry: Int) {
        guard isWatching.load(ordering: .acquiring) else { return journal.end(entry) }
        let work = state.withLock { $0.open.removeValue(forKey: entry) }
        journal.end(entry)
        guard let work, isUnproven(work) else { return }
        change(work.set) { $0.finish(work.step) }
        watch()
    }

    private func isUnproven(_ work: Death.Work) -> Bool {
        state.withLock { $0.records[work.set]?.unproven.contains(work.step) == true }
    }
}
