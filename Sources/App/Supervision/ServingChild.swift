#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A serving process, from the side of the supervisor that started it.
struct ServingChild {
    let identifier: pid_t
    private let start = ContinuousClock.now

    /// Starts this program again, with the words it was started with and what it inherits.
    init(_ arguments: [String], inheriting descriptors: [Int32]) throws(SystemFailure) {
        identifier = try ProcessCalls.start(arguments, inheriting: descriptors)
    }

    /// How long it has lived.
    var age: Duration { ContinuousClock.now - start }

    /// How it ended; `nil` while it runs. Tells so once.
    ///
    /// Where the supervisor is the first process of a container, what other processes have left
    /// behind becomes its children too; they are laid to rest by the way.
    func end() -> ChildEnd? {
        while let (child, end) = ProcessCalls.nextEnd() {
            if child == identifier { return end }
        }
        return nil
    }

    func send(_ signal: Int32) { _ = kill(identifier, signal) }
}
