extension WorkStep: Codable {}

/// A data set that is not worked on any more, since the program crashed over it.
public struct SetAside: Sendable, Hashable {
    /// What was being done with the set when the program last crashed.
    public var step: WorkStep
    /// The time of that crash, in seconds since 1970.
    public var time: Double
    /// How often the program crashed while it worked on the set.
    public var count: Int
    /// Whether the system ended the program for lack of memory; else the program failed by itself.
    public var isOutOfMemory: Bool

    /// By default the cause was not memory.
    public init(step: WorkStep, time: Double, count: Int, isOutOfMemory: Bool = false) {
        self.step = step
        self.time = time
        self.count = count
        self.isOutOfMemory = isOutOfMemory
    }
}

/// Knows which data sets the program crashed over, and prevents repeated crashes.
///
/// All members may be used from any thread.
public protocol SetGuard: WorkJournal {
    /// Why a set must not be touched; `nil` where it may be, also where its files have changed
    /// since. Reads the files' attributes for a set that is set aside.
    func setAside(_ set: String) -> SetAside?
    /// Whether a step must run while no other set is worked on, because the program crashed during
    /// it: if it crashes again, the culprit is known.
    func mustRunAlone(_ step: WorkStep, of set: String) -> Bool
    /// Allows one more attempt with a set that is set aside. If the program crashes over it, it is
    /// set aside at once.
    func retry(_ set: String)
    /// Drops everything known of a deleted set.
    func forget(_ set: String)
    /// Names of all sets that are set aside, sorted.
    var setsAside: [String] { get }
}

/// A guard for programs that nobody restarts after a crash: it never sets anything aside.
public struct NoGuard: SetGuard {
    /// A guard without state.
    public init() {}
    /// Ignored; every entry is 0.
    public func begin(_ step: WorkStep, of set: String) -> Int { 0 }
    /// Ignored.
    public func end(_ entry: Int) {}
    /// Always `nil`.
    public func setAside(_ set: String) -> SetAside? { nil }
    /// Always false.
    public func mustRunAlone(_ step: WorkStep, of set: String) -> Bool { false }
    /// Does nothing, as no set is set aside.
    public func retry(_ set: String) {}
    /// Does nothing, as nothing is remembered.
    public func forget(_ set: String) {}
    /// Always empty.
    public var setsAside: [String] { [] }
}
