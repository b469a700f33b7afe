import CSystem

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a process ended.
enum ProcessEnd: Sendable, Hashable {
    case signal(Int32)
    case exited(Int32)
}

/// A started child process with pipes on its standard input, output and error. It is killed and
/// reaped at the end of this object's life, if not before.
final class WorkerProcess {
    /// How many bytes of the child's standard error are kept.
    static let logLimit = 4096

    let requests: Descriptor
    let responses: Descriptor
    let errors: Descriptor

    /// Memory that the child sees too; nil where the system has none that is safe.
    let shared: SharedMemory?
    private let child: pid_t
    private var end: ProcessEnd?

    /// The last bytes that the child wrote to its standard error.
    var log: [UInt8] = []

    /// Whether the child's standard error has no more to give.
    var isLogClosed = false

    /// Starts the program with these arguments (its own name is put before them).
    ///
    /// - Parameter sharedBytes: The size of the memory to share, 0 for none; the child learns the
    ///   size from a last argument.
    init(
        executable: String, arguments: [String], sharedBytes: Int = 0
    ) throws(SystemError) {
        let input = try Pipe()
        let output = try Pipe()
        let error = try Pipe()
        for descriptor in [input.write.number, output.read.number, error.read.number] {
            try WorkerProcess.check(csystem_process_set_nonblocking(descriptor))
        }
        shared = sharedBytes > 0 ? SharedMemory(bytes: sharedBytes) : nil
        child = try WorkerCalls.start(
            executable, [executable] + arguments + [String(shared?.count ?? 0)],
            input: input.read, output: output.write, error: error.write,
            shared: shared?.descriptor ?? -1)
        ModelProcesses.started()
        requests = input.takeWrite()
        responses = output.takeRead()
        errors = error.takeRead()
    }

    deinit {
        stop()
    }

    /// Kills the child if it still runs, reaps it, and returns how it ended: a child that had ended
    /// by itself keeps its own end.
    @discardableResult
    func stop() -> ProcessEnd {
        if let end { return end }
        kill(child, SIGKILL)
        let found = WorkerCalls.waitForEnd(of: child) ?? .signal(SIGKILL)
        end = found
        ModelProcesses.ended()
        return found
    }

    private static func check(_ result: Int32) throws(SystemError) {
        guard result >= 0 else { throw SystemError(errno: -result) }
    }
}
