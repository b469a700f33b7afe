import Values

/// The end of a serving process, with the work on data sets that was under way.
struct Death: Sendable, Equatable {
    struct Work: Sendable, Equatable {
        var set: String
        var step: WorkStep
        /// In nanoseconds since 1970.
        var began: Int64
    }

    /// In nanoseconds since 1970; identifies the death.
    var time: Int64
    /// The number of the signal; 0 where the process exited by itself.
    var signal: Int32
    /// The system killed some process for want of memory during its life.
    var isOutOfMemory = false
    var work: [Work]
    /// False where the journal had no room for further work that was under way.
    var isComplete = true

    /// Whether the work is to blame. A kill from outside is its fault only where memory ran out; an
    /// exit is the program's own decision.
    var isFaultOfWork: Bool {
        SignalName.ofFaults.contains(signal) || signal == SignalName.kill && isOutOfMemory
    }

    /// The sets that were worked on, each once, sorted.
    var sets: [String] { Set(work.map(\.set)).sorted() }

    /// Whether it is known which set the process died of.
    var isCertain: Bool { isComplete && sets.count == 1 }

    /// What was being done with a set: the step that began last, as that is the least likely to
    /// have been under way by chance.
    func lastStep(of set: String) -> WorkStep? {
        work.filter { $0.set == set }.max { $0.began < $1.began }?.step
    }
}
