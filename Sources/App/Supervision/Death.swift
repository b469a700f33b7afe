import Values

/// An end of a serving process, with the work on data sets that it was at.
struct Death: Sendable, Equatable {
    /// A piece of work that was under way.
    struct Work: Sendable, Equatable {
        var set: String
        var step: WorkStep
        /// When it began, in nanoseconds since 1970.
        var began: Int64
    }

    /// When it was, in nanoseconds since 1970; tells deaths apart.
    var time: Int64
    /// The number of the signal; 0 where the process ended by itself.
    var signal: Int32
    /// The system killed a process for want of memory at that time.
    var isOutOfMemory = false
    /// What was under way.
    var work: [Work]
    /// Nothing else was; otherwise the journal had no room for some.
    var isComplete = true

    /// Whether what was under way is to blame. Of those who are killed from outside only the ones
    /// that took too much memory are; an exit is the program's own decision.
    var isFaultOfWork: Bool {
        SignalName.ofFaults.contains(signal) || signal == SignalName.kill && isOutOfMemory
    }

    /// The sets that were worked on, each once, in order.
    var sets: [String] { Set(work.map(\.set)).sorted() }

    /// Whether it is known which set the process died of.
    var isCertain: Bool { isComplete && sets.count == 1 }

    /// What was being done with a set: the step that began last, since that is the one which is
    /// the least likely to have been under way by chance.
    func lastStep(of set: String) -> WorkStep? {
        work.filter { $0.set == set }.max { $0.began < $1.began }?.step
    }
}
