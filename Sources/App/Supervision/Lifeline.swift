import CSystem

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
        var ends: [Int32] = [-1, -1]
        let code = unsafe csystem_process_pipe(&ends)
        guard code == 0 else { throw SystemFailure(call: "pipe", errno: -code) }
        (childEnd, ownEnd) = (ends[0], ends[1])
    }

    /// Wishes that the serving process stops when it has answered what it has begun.
    func askToStop() {
        var byte: UInt8 = 1
        _ = unsafe csystem_process_write_quietly(ownEnd, &byte, 1)
    }
}
