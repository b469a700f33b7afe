import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program started by the tests, whose standard output is read.
///
/// Started and awaited by system calls: Foundation's `Process` waits by a run loop that tests lack.
public final class ChildProgram: Sendable {
    /// Its number.
    public let identifier: Int32
    private let output: Int32

    /// The program could not be started or did not say in time what was waited for.
    public struct DidNotStart: Error {}

    /// Starts a command; its first word is the path of the program, its standard error goes to a
    /// file.
    public init(_ command: [String], errors: String = "/dev/null") throws {
        (identifier, output) = try Self.spawn(command, errors)
    }

    deinit { close(output) }

    /// What a line of its output tells, when one does within a minute; else it is killed.
    public func read<Value>(_ told: (String) -> Value?) throws -> Value {
        let end = ContinuousClock.now + .seconds(60)
        while let line = line(before: end) {
            if let value = told(line) { return value }
        }
        kill()
        wait()
        throw DidNotStart()
    }

    /// All lines of its output until it ends; those so far where it does not end in time, and then
    /// it is killed.
    public func lines(within limit: Duration) -> [String] {
        let end = ContinuousClock.now + limit
        var lines: [String] = []
        while let line = line(before: end) { lines.append(line) }
        kill()
        wait()
        return lines
    }

    /// No signal handler, no flush: as if its power were cut. Harmless until `wait` has returned.
    public func kill() { send(SIGKILL) }

    /// Sends a signal. Harmless until `wait` has returned.
    public func send(_ signal: Int32) { _ = Foundation.kill(identifier, signal) }

    /// Returns when the program is gone with all its threads and files: the exit status, or 128 and
    /// the number of the signal that ended it.
    @discardableResult
    public func wait() -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) == -1, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    /// The lines of its output that have not been read, once everybody who could write more is gone:
    /// the program and those it has started. `nil` where that takes more than 30 seconds.
    public func restOfOutput() -> [String]? {
        let end = ContinuousClock.now + .seconds(30)
        var lines: [String] = []
        while let line = line(before: end) { lines.append(line) }
        return ContinuousClock.now < end ? lines : nil
    }

    /// The output comes through the descriptor.
    private static func spawn(_ command: [String], _ errors: String) throws -> (pid_t, Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw DidNotStart() }
        defer { close(ends[1]) }
        // Other children must not hold the ends open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Glibc)
            var actions = unsafe posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        unsafe posix_spawn_file_actions_addopen(
            &actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let variables = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var identifier: pid_t = 0
        let result = unsafe withPointers(command) { arguments in
            unsafe withPointers(variables) { environment in
                unsafe posix_spawn(
                    &identifier, command[0], &actions, nil, arguments, environment)
            }
        }
        guard result == 0 else {
            close(ends[0])
            throw DidNotStart()
        }
        return (identifier, ends[0])
    }

    private static func withPointers<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe body(pointers)
    }

    /// The next line; `nil` where none comes in time.
    private func line(before end: ContinuousClock.Instant) -> String? {
        var bytes: [UInt8] = []
        while ContinuousClock.now < end {
            var event = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&event, 1, 1000) > 0 else { continue }
            var byte: UInt8 = 0
            guard unsafe Foundation.read(output, &byte, 1) == 1 else { return nil }
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }
}
