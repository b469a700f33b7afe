import CSystem
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The signals that the supervisor gets, one after the other.
struct SignalPipe {
    private let descriptor: Int32

    /// Keeps signals from now on until they are asked for, and ignores SIGPIPE, so that a log that
    /// nobody reads does not end the program. Once per program.
    init() throws(SystemFailure) {
        descriptor = try ProcessCalls.pipe(of: [SIGCHLD] + Self.ofStop)
        signal(SIGPIPE, SIG_IGN)
    }

    /// The signals that ask for an end.
    static let ofStop = [SIGTERM, SIGINT]

    /// The next signal within `limit`, nil where none comes; without a limit it waits for one.
    func next(within limit: Duration?) -> Int32? {
        let milliseconds = limit.map { max(0, Int32(clamping: $0 / .milliseconds(1) + 1)) }
        let number = csystem_signal_next(descriptor, milliseconds ?? -1)
        return number > 0 ? number : nil
    }
}
