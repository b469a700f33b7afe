#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Names of signals for the log, and which of them are faults.
enum SignalName {
    /// Ends a process from outside without asking.
    static let kill = SIGKILL

    /// Signals that a process brings upon itself: traps, wild pointers, failed checks in C.
    static let ofFaults: Set<Int32> = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    /// Lets faults end this process at once. Swift may write a backtrace first, which takes seconds
    /// in which nobody is answered.
    static func endAtFaults() {
        for number in ofFaults { _ = signal(number, SIG_DFL) }
    }

    /// `SIGILL`, for example; the number where it is not a usual one.
    static func text(_ number: Int32) -> String {
        names[number] ?? "\(number)"
    }

    private static let names: [Int32: String] = [
        SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGILL: "SIGILL",
        SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE",
        SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV", SIGPIPE: "SIGPIPE", SIGTERM: "SIGTERM",
        SIGXCPU: "SIGXCPU", SIGXFSZ: "SIGXFSZ", SIGSYS: "SIGSYS",
    ]
}
