import CSystem

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file descriptor, closed at the end of its life.
struct Descriptor: ~Copyable {
    let number: Int32

    deinit {
        close(number)
    }
}

/// How a process ended.
enum ProcessEnd: Sendable, Hashable {
    case signal(Int32)
    case exited(Int32)
}

/// A call of the system failed.
struct SystemError: Error, Sendable, Hashable {
    let errno: Int32
}

/// A started child process with pipes on its standard input, output and error. It is killed and
/// reaped at the end of this object's life, at the latest.
final class WorkerProcess {
    /// As much of the child's standard error as is kept.
    static let logLimit = 4096

    let requests: Descriptor
    let responses: Descriptor
    let errors: Descriptor

    /// Memory that the child sees too; nil where the system has none that is safe.
    let shared: SharedMemory?
    private let child: pid_t
    private var end: ProcessEnd?

    /// What the child wrote to its standard error: the last bytes of it.
    var log: [UInt8] = []

    /// Whether the child's standard error has no more to give.
    var isLogClosed = false

    /// Starts the program with these arguments (its own name is put before them).
    ///
    /// - Parameter sharedBytes: the size of the memory that is shared, if there is any; a last
    ///   argument tells the child.
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
        child = try WorkerProcess.spawn(
            executable, [executable] + arguments + [String(shared?.count ?? 0)],
            input: input.read, output: output.write, error: error.write,
            shared: shared?.descriptor ?? -1)
        requests = input.takeWrite()
        responses = output.takeRead()
        errors = error.takeRead()
    }

    deinit {
        stop()
    }

    /// Kills the child if it still runs, reaps it, and tells how it ended: a child that had ended
    /// by itself keeps its own end.
    @discardableResult
    func stop() -> ProcessEnd {
        if let end { return end }
        kill(child, SIGKILL)
        var signal: Int32 = 0
        var status: Int32 = 0
        let ended = unsafe csystem_process_reap(child, 1, &signal, &status)
        let found: ProcessEnd =
            ended == 1 && signal == 0 ? .exited(status) : .signal(ended == 1 ? signal : SIGKILL)
        end = found
        return found
    }

    private static func check(_ result: Int32) throws(SystemError) {
        guard result >= 0 else { throw SystemError(errno: -result) }
    }

    private static func spawn(
        _ path: String, _ arguments: [String], input: borrowing Descriptor,
        output: borrowing Descriptor, error: borrowing Descriptor, shared: Int32
    ) throws(SystemError) -> pid_t {
        var child: pid_t = 0
        let copies = unsafe arguments.map { unsafe strdup($0) }
        defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
        try check(
            unsafe csystem_process_spawn(
                path, copies + [nil], input.number, output.number, error.number, shared, &child))
        return child
    }
}

/// Both ends of a pipe.
private struct Pipe: ~Copyable {
    let read: Descriptor
    let write: Descriptor

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        let result = unsafe csystem_process_pipe(&ends)
        guard result >= 0 else { throw SystemError(errno: -result) }
        read = Descriptor(number: ends[0])
        write = Descriptor(number: ends[1])
    }

    consuming func takeRead() -> Descriptor { read }

    consuming func takeWrite() -> Descriptor { write }
}
