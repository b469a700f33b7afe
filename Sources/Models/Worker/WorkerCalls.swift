import CSystem

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The calls of the system that take pointers, as this process and its worker need them.
enum WorkerCalls {
    /// Starts a program with the three descriptors as its standard streams, and shared memory to
    /// inherit unless that is -1.
    static func start(
        _ path: String, _ arguments: [String], input: borrowing Descriptor,
        output: borrowing Descriptor, error: borrowing Descriptor, shared: Int32
    ) throws(SystemError) -> pid_t {
        var child: pid_t = 0
        let copies = unsafe arguments.map { unsafe strdup($0) }
        defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
        let code = unsafe csystem_process_spawn(
            path, copies + [nil], input.number, output.number, error.number, shared, &child)
        guard code >= 0 else { throw SystemError(errno: -code) }
        return child
    }

    /// Waits until a child has ended; `nil` where the system does not say how.
    static func waitForEnd(of child: pid_t) -> ProcessEnd? {
        var signal: Int32 = 0
        var status: Int32 = 0
        guard unsafe csystem_process_reap(child, 1, &signal, &status) == 1 else { return nil }
        return signal == 0 ? .exited(status) : .signal(signal)
    }

    /// A pipe that no other program inherits by itself.
    static func pipe() throws(SystemError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        let code = unsafe csystem_process_pipe(&ends)
        guard code >= 0 else { throw SystemError(errno: -code) }
        return (ends[0], ends[1])
    }

    /// How many of the descriptors are ready, or the system's negative error number.
    static func poll(_ waiting: inout [pollfd], milliseconds: Int32) -> Int {
        let count = unsafe systemPoll(&waiting, nfds_t(waiting.count), milliseconds)
        return Int(count < 0 ? -errno : count)
    }

    /// Fills bytes from the given place on; returns how many came, 0 at the end, or the system's
    /// negative error number.
    static func read(_ descriptor: Int32, into bytes: inout [UInt8], from filled: Int = 0) -> Int {
        let count = unsafe bytes.withUnsafeMutableBytes { memory in
            unsafe systemRead(
                descriptor, memory.baseAddress.map { unsafe $0 + filled }, memory.count - filled)
        }
        return count < 0 ? -Int(errno) : count
    }

    /// Writes the first bytes; returns how many went, or the system's negative error number. A
    /// reader that is gone is such an error, not a signal.
    static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
        unsafe bytes.withUnsafeBytes {
            unsafe csystem_process_write_quietly(descriptor, $0.baseAddress, $0.count)
        }
    }
}

// The system's functions, which the methods of the same name would hide.

private func systemPoll(
    _ entries: UnsafeMutablePointer<pollfd>, _ count: nfds_t, _ milliseconds: Int32
) -> Int32 {
    unsafe poll(entries, count, milliseconds)
}

private func systemRead(
    _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
    unsafe read(descriptor, bytes, count)
}

extension InferenceConfiguration {
    /// The path of the running program's file; on Linux one that stays right when the file is
    /// replaced.
    public static let currentExecutable: String = {
        #if canImport(Darwin)
            var size: UInt32 = 0
            unsafe _NSGetExecutablePath(nil, &size)
            var path = [CChar](repeating: 0, count: Int(size) + 1)
            guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return "" }
            return String(
                decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        #else
            return "/proc/self/exe"
        #endif
    }()
}
