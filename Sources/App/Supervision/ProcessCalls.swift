import CSystem
import Models

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Calls of the system that take pointers, for the supervisor and its serving process.
enum ProcessCalls {
    /// Starts this program again; gives the child.
    ///
    /// - Parameter descriptors: inherited under consecutive numbers from
    ///   `CSYSTEM_PROCESS_FIRST_INHERITED` on.
    static func start(
        _ arguments: [String], inheriting descriptors: [Int32]
    ) throws(SystemFailure) -> pid_t {
        let copies = unsafe arguments.map { unsafe strdup($0) }
        defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
        var child: pid_t = 0
        let code = unsafe csystem_process_spawn_inheriting(
            InferenceConfiguration.currentExecutable, copies + [nil], descriptors,
            Int32(descriptors.count), &child)
        guard code == 0 else { throw SystemFailure(call: "spawn", errno: -code) }
        return child
    }

    /// The next child that has ended, whichever it is, and how; `nil` where none has. Each is
    /// reported once.
    static func nextEnd() -> (child: pid_t, end: ChildEnd)? {
        var (child, signal, status): (pid_t, Int32, Int32) = (0, 0, 0)
        guard unsafe csystem_process_reap_any(&child, &signal, &status) == 1 else { return nil }
        return (child, signal == 0 ? .exited(status) : .signal(signal))
    }

    /// A pipe that other programs do not inherit.
    static func pipe() throws(SystemFailure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        let code = unsafe csystem_process_pipe(&ends)
        guard code == 0 else { throw SystemFailure(call: "pipe", errno: -code) }
        return (ends[0], ends[1])
    }

    /// Writes one byte; ignored where nobody reads any more.
    static func writeByte(to descriptor: Int32) {
        var byte: UInt8 = 1
        _ = unsafe csystem_process_write_quietly(descriptor, &byte, 1)
    }

    /// A pipe that receives the number of each of the signals that arrives.
    static func pipe(of signals: [Int32]) throws(SystemFailure) -> Int32 {
        let descriptor = unsafe csystem_signal_pipe(signals, Int32(signals.count))
        guard descriptor >= 0 else { throw SystemFailure(call: "signals", errno: -descriptor) }
        return descriptor
    }

    /// Sets the name of this process in lists of processes.
    static func setName(_ name: String) { unsafe csystem_process_set_name(name) }

    /// Whether the environment asks for a backtrace when the program crashes.
    static var wantsBacktrace: Bool { unsafe getenv("SWIFT_BACKTRACE") != nil }
}
