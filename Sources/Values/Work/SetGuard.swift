extension WorkStep: Codable {}

/// A data set that nothing is done with any more, since the program stopped over it.
public struct SetAside: Sendable, Hashable {
    /// What was being done with the set when the program stopped last.
    public var step: WorkStep
    /// When that was, in seconds since 1970.
    public var time: Double
    /// How often the program stopped while it worked on the set.
    public var count: Int
    /// Whether the system ended the program for want of memory; else it was a fault of its own.
    public var isOutOfMemory: Bool

    /// Makes one.
    public init(step: WorkStep, time: Double, count: Int, isOutOfMemory: Bool = false) {
        self.step = step
        self.time = time
        self.count = count
        self.isOutOfMemory = isOutOfMemory
    }
}

/// Knows which data sets the program stopped over, and keeps it from doing so again and again.
///
/// All of it may be asked from any thread.
public protocol SetGuard: WorkJournal {
    /// Why a set must not be touched; `nil` where it may be, also because its files have changed
    /// since. Looks at the files of a set that is set aside.
    func setAside(_ set: String) -> SetAside?
    /// Whether a step of a set is to be done while no other set is worked on: the program stopped
    /// in the midst of it. Should it stop again, it is known over which set.
    func mustRunAlone(_ step: WorkStep, of set: String) -> Bool
    /// Lets a set that is set aside be tried once more. Should the program stop over it, it is set
    /// aside at once.
    func retry(_ set: String)
    /// Forgets all about a set that was deleted.
    func forget(_ set: String)
    /// Names of all sets that are set aside, in order.
    var setsAside: [String] { get }
}

/// Where nobody starts the program again, nothing is known of its stops.
public struct NoGuard: SetGuard {
    /// Makes one.
    public init() {}
    /// Writes nothing down.
    public func begin(_ step: WorkStep, of set: String) -> Int { 0 }
    /// Writes nothing down.
    public func end(_ entry: Int) {}
    /// No set is.
    public func setAside(_ set: String) -> SetAside? { nil }
    /// No step has to.
    public func mustRunAlone(_ step: WorkStep, of set: String) -> Bool { false }
    /// There is nothing to try again.
    public func retry(_ set: String) {}
    /// There is nothing to forget.
    public func forget(_ set: String) {}
    /// There are none.
    public var setsAside: [String] { [] }
}
