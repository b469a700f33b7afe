/// A pipe from the supervisor to its serving processes.
///
/// A byte in it is the wish that the process stops. When the supervisor ends, however it does, the
/// system closes its end, and the serving process knows. (A signal would be the wrong way to tell:
/// a terminal and most service managers send theirs to both processes, and the second one of a kind
/// ends a process at once.)
struct Lifeline {
    /// To be handed to serving processes.
    let childEnd: Int32
    private let ownEnd: Int32

    /// The supervisor's end stays open as long as the program runs.
    init() throws(SystemFailure) {
        (childEnd, ownEnd) = try ProcessCalls.pipe()
    }

    /// Wishes that the serving process stops when it has answered what it has begun.
    func askToStop() { ProcessCalls.writeByte(to: ownEnd) }
}
