import CSystem
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The journal in memory that a serving process shares with its supervisor.
///
/// `begin` and `end` are some atomic operations and a copy of a name; they never wait.
@safe final class SharedJournal: WorkJournal {
    /// For serving processes to inherit; -1 in such a process itself.
    let descriptor: Int32
    // Threads and processes touch it with atomic operations only, in C.
    private nonisolated(unsafe) let memory: OpaquePointer

    /// Creates an empty one.
    init() throws(SystemFailure) {
        var memory: OpaquePointer?
        descriptor = unsafe csystem_journal_create(&memory)
        guard descriptor >= 0, let memory = unsafe memory else {
            throw SystemFailure(call: "journal", errno: -descriptor)
        }
        unsafe self.memory = memory
    }

    /// Maps the one behind an inherited descriptor.
    init(inherited descriptor: Int32) throws(SystemFailure) {
        var memory: OpaquePointer?
        let code = unsafe csystem_journal_map(descriptor, &memory)
        guard code == 0, let memory = unsafe memory else {
            throw SystemFailure(call: "inherited journal", errno: -code)
        }
        self.descriptor = -1
        unsafe self.memory = memory
    }

    deinit {
        unsafe csystem_journal_unmap(memory)
        if descriptor >= 0 { csystem_shared_close(descriptor) }
    }

    func begin(_ step: WorkStep, of set: String) -> Int {
        var set = set
        return set.withUTF8 {
            let count = $0.count
            return unsafe $0.withMemoryRebound(to: CChar.self) {
                Int(unsafe csystem_journal_begin(memory, step.rawValue, $0.baseAddress, count))
            }
        }
    }

    func end(_ entry: Int) {
        unsafe csystem_journal_end(memory, Int32(truncatingIfNeeded: entry))
    }

    /// The serving process started last answers requests.
    var serves: Bool {
        get { unsafe csystem_journal_mark_is_set(memory, CSYSTEM_JOURNAL_SERVES) != 0 }
        set { unsafe csystem_journal_set_mark(memory, CSYSTEM_JOURNAL_SERVES, newValue ? 1 : 0) }
    }

    /// How often a serving process was started.
    var starts: Int { Int(clamping: unsafe csystem_journal_start_count(memory)) }

    /// Counts a start of a serving process.
    func countStart() { unsafe csystem_journal_count_start(memory) }

    /// One of the serving processes has printed the address.
    var isAnnounced: Bool {
        get { unsafe csystem_journal_mark_is_set(memory, CSYSTEM_JOURNAL_IS_ANNOUNCED) != 0 }
        set {
            unsafe csystem_journal_set_mark(
                memory, CSYSTEM_JOURNAL_IS_ANNOUNCED, newValue ? 1 : 0)
        }
    }

    /// Records that the serving process died during all that is under way, and gives how many
    /// pieces of work that is. For the supervisor, while no serving process runs.
    func bury(signal: Int32, isOutOfMemory: Bool) -> Int {
        Int(unsafe csystem_journal_bury(memory, signal, isOutOfMemory ? 1 : 0))
    }

    // MARK: - Deaths

    /// The deaths that no process has judged yet, the oldest first.
    var deaths: [Death] {
        var deaths: [Death] = []
        let all = unsafe csystem_journal_taken_count(memory)..<deathCount
        for number in all {
            var record = csystem_journal_death()
            guard unsafe csystem_journal_read_death(memory, number, &record) == 0 else { continue }
            Self.add(record, to: &deaths)
        }
        return deaths
    }

    /// Marks the current `deaths` as judged.
    func takeDeaths() { unsafe csystem_journal_take_deaths(memory, deathCount) }

    private var deathCount: UInt64 { unsafe csystem_journal_death_count(memory) }

    private static func add(_ record: csystem_journal_death, to deaths: inout [Death]) {
        let name = unsafe withUnsafeBytes(of: record.set) {
            unsafe String(decoding: $0.prefix(Int(record.length)), as: UTF8.self)
        }
        if deaths.last?.time != record.time {
            deaths.append(
                Death(
                    time: record.time, signal: record.signal,
                    isOutOfMemory: record.out_of_memory != 0, work: [],
                    isComplete: record.unnoted == 0))
        }
        // The dying process may have written anything.
        guard let step = WorkStep(rawValue: record.step) else { return }
        let work = Death.Work(set: name, step: step, began: record.began)
        deaths[deaths.count - 1].work.append(work)
    }
}
