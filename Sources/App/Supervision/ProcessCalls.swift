import CSystem
import Models

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The calls of the system that take pointers, as the supervisor and its serving process need them.
enum ProcessCalls {
    /// Starts this program again; gives the child.
    ///
    /// - Parameter descriptors: what it inherits, from the first one on.
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

    /// The next child that has ended, whichever it is, and how; `nil` where none has. Tells of each
    /// once.
    static func nextEnd() -> (child: pid_t, end: ChildEnd)? {
        var (child, signal, status): (pid_t, Int32, Int32) = (0, 0, 0)
        guard unsafe csystem_process_reap_any(&child, &signal, &status) == 1 else { return nil }
        return (child, signal == 0 ? .exited(status) : .signal(signal))
    }

    /// A pipe that no other program inherits by itself.
    static func pipe() throws(SystemFailure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        let code = unsafe csystem_process_pipe(&ends)
        guard code == 0 else { throw SystemFailure(call: "pipe", errno: -code) }
        return (ends[0], ends[1])
    }

    /// Writes one byte; nothing happens where nobody reads any more.
    static func writeByte(to descriptor: Int32) {
        var byte: UInt8 = 1
        _ = unsafe csystem_process_write_quietly(descriptor, &byte, 1)
    }

    /// A pipe that gets the number of each of the signals that arrives.
    static func pipe(of signals: [Int32]) throws(SystemFailure) -> Int32 {
        let descriptor = unsafe csystem_signal_pipe(signals, Int32(signals.count))
        guard descriptor >= 0 else { throw SystemFailure(call: "signals", errno: -descriptor) }
        return descriptor
    }

    /// Gives this process the name that lists of processes show.
    static func setName(_ name: String) { unsafe csystem_process_set_name(name) }

    /// Whether the environment asks for a backtrace where the program crashes.
    static var wantsBacktrace: Bool { unsafe getenv("SWIFT_BACKTRACE") != nil }
}
