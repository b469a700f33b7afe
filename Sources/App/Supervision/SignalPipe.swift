import CSystem
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system and the operator tell the supervisor, one after the other.
struct SignalPipe {
    private let descriptor: Int32

    /// Signals are kept from now on until they are asked for; a log that nobody reads any more
    /// does not end the program. Made once in a program.
    init() throws(SystemFailure) {
        descriptor = try ProcessCalls.pipe(of: [SIGCHLD] + Self.ofStop)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Those that ask for an end.
    static let ofStop = [SIGTERM, SIGINT]

    /// The next signal, if one comes within the time; `nil` waits for ever.
    func next(within limit: Duration?) -> Int32? {
        let milliseconds = limit.map { max(0, Int32(clamping: $0 / .milliseconds(1) + 1)) }
        let number = csystem_signal_next(descriptor, milliseconds ?? -1)
        return number > 0 ? number : nil
    }
}
