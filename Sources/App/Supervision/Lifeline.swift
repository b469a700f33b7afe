/// A pipe from the supervisor to its serving processes.
///
/// A byte in it asks the process to stop. When the supervisor ends, in whatever way, the system
/// closes its end, and the serving process notices. (Signals would not do: terminals and most
/// service managers send theirs to both processes, and the second one of a kind ends a process at
/// once.)
struct Lifeline {
    /// For serving processes to inherit.
    let childEnd: Int32
    private let ownEnd: Int32

    /// The supervisor's end stays open until it ends.
    init() throws(SystemFailure) {
        (childEnd, ownEnd) = try ProcessCalls.pipe()
    }

    /// Asks the serving process to answer what it has begun, and stop.
    func askToStop() { ProcessCalls.writeByte(to: ownEnd) }
}
