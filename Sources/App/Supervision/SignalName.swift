#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Names of signals, as logs tell them.
enum SignalName {
    /// What a process is ended by from outside without being asked.
    static let kill = SIGKILL

    /// Those that a process brings upon itself: traps, wild pointers, a failed check in C.
    static let ofFaults: Set<Int32> = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    /// Has a fault end this process at once. Swift may be set to write a backtrace first, which takes
    /// seconds in which nobody is answered.
    static func endAtFaults() {
        for number in ofFaults { _ = signal(number, SIG_DFL) }
    }

    /// `SIGILL`; the number where it is none of the usual ones.
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
