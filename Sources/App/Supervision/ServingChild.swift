#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A serving process as its supervisor sees it.
struct ServingChild {
    let identifier: pid_t
    private let start = ContinuousClock.now

    init(_ arguments: [String], inheriting descriptors: [Int32]) throws(SystemFailure) {
        identifier = try ProcessCalls.start(arguments, inheriting: descriptors)
    }

    var age: Duration { ContinuousClock.now - start }

    /// How it ended; `nil` while it runs, and once that was given.
    ///
    /// Where the supervisor is the first process of a container, orphans of other processes become
    /// its children; they are reaped here too.
    func end() -> ChildEnd? {
        while let (child, end) = ProcessCalls.nextEnd() {
            if child == identifier { return end }
        }
        return nil
    }

    func send(_ signal: Int32) { _ = kill(identifier, signal) }
}
