/// A piece of work on a data set that runs over what strangers wrote in its files.
///
/// The raw values stand in journals and on disk: they are never given to another step.
public enum WorkStep: UInt8, Sendable, Hashable, CaseIterable {
    /// Reading the files.
    case load = 1
    /// Analysing the whole set.
    case analyse = 2
    /// Analysing another period, device, code or way of grouping.
    case choice = 3
    /// Making the report of one device.
    case diagnose = 4
    /// Looking up rows of the files.
    case rows = 5
    /// Rendering a page.
    case page = 6
    /// Writing a download or what is kept beside a set.
    case export = 7
    /// Learning a model.
    case train = 8
}

/// Knows what is being done at every moment, so that a process that dies leaves word of it.
///
/// A call costs next to nothing and cannot fail: entries that find no room are not written down.
public protocol WorkJournal: Sendable {
    /// Notes that a step of a set begins; the entry is to be given to `end`.
    func begin(_ step: WorkStep, of set: String) -> Int
    /// Notes that what `begin` gave this entry for is over, well or badly.
    func end(_ entry: Int)
}

extension WorkJournal {
    /// The result of `work`, which stands in the journal while it runs.
    public func during<Value, Failure: Error>(
        _ step: WorkStep, of set: String, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let entry = begin(step, of: set)
        defer { end(entry) }
        return try work()
    }
}

/// Where nobody reads a journal.
public struct NoJournal: WorkJournal {
    /// Makes one.
    public init() {}
    /// Writes nothing down.
    public func begin(_ step: WorkStep, of set: String) -> Int { 0 }
    /// Writes nothing down.
    public func end(_ entry: Int) {}
}
