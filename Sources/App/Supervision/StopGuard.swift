import Foundation
import Synchronization
import Telemetry
import Values

/// Judges over which sets earlier serving processes died, and keeps this one from dying the same
/// way.
///
/// Records are kept on disk, so that they outlive the supervisor too, until the set's files or the
/// program change.
final class StopGuard: SetGuard {
    private struct State {
        var records: [String: StopRecord] = [:]
        /// Work under way while any set has something to prove, by its entry in the journal.
        var open: [Int: Death.Work] = [:]
    }

    private let journal: SharedJournal
    private let folder: DatasetFolder
    private let file: SetFile<StopRecord>
    private let log: Log
    private let clock: @Sendable () -> Int64
    private let state = Mutex(State())
    /// Whether any set has something to prove; otherwise only the journal is written.
    private let isWatching = Atomic(false)

    /// Reads the records of the folder's sets, and judges the deaths in the journal.
    ///
    /// - Parameters:
    ///   - processed: the folder with a folder for each set.
    ///   - clock: gives nanoseconds since 1970.
    init(
        journal: SharedJournal, folder: DatasetFolder, processed: URL, log: Log,
        clock: @escaping @Sendable () -> Int64 = {
            Int64(clamping: Date().timeIntervalSince1970 * 1e9)
        }
    ) {
        self.journal = journal
        self.folder = folder
        file = SetFile("stops.json", folder: processed, log: log)
        self.log = log
        self.clock = clock
        judge(journal.deaths)
    }

    // MARK: - Judging

    private func judge(_ deaths: [Death]) {
        var bases: [String: String] = [:]
        for set in (try? folder.datasets()) ?? [] { bases[set.name] = Self.basis(set) }
        let known = bases.keys.reduce(into: [:]) { $0[$1] = file.value(of: $1) }
        var records = known
        for (set, basis) in bases {
            for death in deaths { add(death, to: &records[set], of: set, basis) }
            if records[set]?.isOutdated(by: basis) == true { records[set] = nil }
        }
        clearOthers(&records, deaths)
        records = records.filter { !$0.value.isEmpty }
        let isKept = bases.keys.reduce(true) { isKept, set in
            (records[set] == known[set] || keep(records[set], of: set)) && isKept
        }
        // What could not be kept is judged again by the next process.
        if isKept { journal.takeDeaths() }
        state.withLock { [records] in $0.records = records }
        watch()
    }

    private func add(
        _ death: Death, to record: inout StopRecord?, of set: String, _ basis: String
    ) {
        guard let stop = death.stop(of: set) else { return }
        var changed = record ?? StopRecord(basis: basis)
        changed.add(stop)
        changed.basis = basis
        record = changed
        log.error(
            changed.isSetAside ? "set-aside" : "suspect",
            [
                ("set", set), ("step", "\(stop.step)"), ("signal", SignalName.text(stop.signal)),
                ("sets", "\(death.sets.count)"),
            ])
    }

    /// Clears those who were suspects together with a set that is certainly to blame now.
    private func clearOthers(_ records: inout [String: StopRecord], _ deaths: [Death]) {
        let guilty = Set(deaths.filter { $0.isFaultOfWork && $0.isCertain }.flatMap(\.sets))
        let solved = guilty.reduce(into: Set<Int64>()) { times, set in
            for stop in records[set]?.stops ?? [] where !stop.isCertain { times.insert(stop.time) }
        }
        for set in records.keys where !guilty.contains(set) { records[set]?.clear(solved) }
    }

    /// Writes the record, or removes an empty one; false where that fails.
    @discardableResult
    private func keep(_ record: StopRecord?, of set: String) -> Bool {
        if let record, !record.isEmpty { return file.keep(record, of: set) }
        file.forget(set)
        return true
    }

    /// Identifies the state of a set's files and of the program.
    private static func basis(_ set: Dataset) -> String {
        var basis = Fingerprint(Fingerprint.program, Configuration.version)
        basis.add(set)
        return basis.text
    }

    private func watch() {
        let isNeeded = state.withLock { state in
            state.records.values.contains { record in
                WorkStep.allCases.contains(where: record.hasToProve)
            }
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

    func mustRunAlone(_ step: WorkStep, of set: String) -> Bool {
        guard isWatching.load(ordering: .acquiring) else { return false }
        return state.withLock { $0.records[set]?.hasToProve(step) == true }
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

    /// Changes the record of a set, if it has one, and keeps it.
    private func change(_ set: String, _ change: (inout StopRecord) -> Void) {
        let record = state.withLock { state -> StopRecord? in
            guard var record = state.records[set] else { return nil }
            change(&record)
            state.records[set] = record.isEmpty ? nil : record
            return record
        }
        if let record { keep(record, of: set) }
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
        guard let work, mustRunAlone(work.step, of: work.set) else { return }
        change(work.set) { $0.finish(work.step) }
        watch()
    }
}
