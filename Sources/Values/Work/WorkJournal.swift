/// A step of work on a data set whose files anyone may have written.
///
/// The raw values stand in journals and on disk: a value is never reused for another step.
public enum WorkStep: UInt8, Sendable, Hashable, CaseIterable {
    /// Reading the files.
    case load = 1
    /// Analysing the whole set.
    case analyse = 2
    /// Analysing with another period, filter or way of clustering.
    case choice = 3
    /// Making the report of one device.
    case diagnose = 4
    /// Looking up raw rows.
    case rows = 5
    /// Rendering a page.
    case page = 6
    /// Writing a download, or files kept beside a set.
    case export = 7
    /// Training a model.
    case train = 8
}

/// Records what is being done at every moment, so that a process that dies leaves a trace.
///
/// A call costs next to nothing and cannot fail: entries without room are dropped.
public protocol WorkJournal: Sendable {
    /// Records the start of a step; the result is to be passed to `end`.
    func begin(_ step: WorkStep, of set: String) -> Int
    /// Records that the step of an entry has ended, well or badly.
    func end(_ entry: Int)
}

extension WorkJournal {
    /// Runs `work` with an entry in the journal, and returns its result.
    public func during<Value, Failure: Error>(
        _ step: WorkStep, of set: String, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let entry = begin(step, of: set)
        defer { end(entry) }
        return try work()
    }
}

/// A journal for programs that keep none.
public struct NoJournal: WorkJournal {
    /// A journal without state.
    public init() {}
    /// Ignored; each entry is 0.
    public func begin(_ step: WorkStep, of set: String) -> Int { 0 }
    /// Does nothing.
    public func end(_ entry: Int) {}
}
