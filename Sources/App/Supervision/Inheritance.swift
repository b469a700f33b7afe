import CSystem

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a serving process has from the supervisor that started it.
struct Inheritance: Sendable {
    /// The first argument that makes a start of the program a serving process; how many sockets
    /// it inherits follows, then what the program was started with.
    static let hiddenArgument = "--serving-process"

    /// Where it notes what it does, and finds what its predecessors died of.
    let journal: SharedJournal
    /// Descriptors of the sockets to serve on.
    let listeners: [Int32]
    /// Tells when to stop.
    let lifeline: LifelineWatch

    /// The words to start a serving process with.
    static func arguments(for arguments: [String], listeners: Int) -> [String] {
        Array(arguments.prefix(1)) + [hiddenArgument, "\(listeners)"] + arguments.dropFirst()
    }

    /// What remains of a serving process's words when those are taken away again.
    static func configured(_ arguments: [String]) -> [String] { Array(arguments.dropFirst(3)) }

    /// Takes over what was inherited, and lets this process end when it has to: at once when it
    /// crashes, and with its supervisor.
    ///
    /// - Parameter arguments: all words of the process.
    /// - Throws: ``SystemFailure`` where it was not a supervisor that started the program.
    init(_ arguments: [String]) throws(SystemFailure) {
        let count = arguments.dropFirst(2).first.flatMap { Int32($0) } ?? 0
        let first = Int32(CSYSTEM_PROCESS_FIRST_INHERITED)
        guard count > 0, first + 2 + count <= first + Int32(CSYSTEM_PROCESS_INHERITED_LIMIT) else {
            throw SystemFailure(call: "inherited listeners", errno: EINVAL)
        }
        for descriptor in first..<(first + 2 + count) {
            let code = csystem_process_adopt(descriptor)
            guard code == 0 else {
                throw SystemFailure(call: "inherited descriptors", errno: -code)
            }
        }
        journal = try SharedJournal(inherited: first)
        listeners = Array((first + 2)..<(first + 2 + count))
        lifeline = LifelineWatch(first + 1)
        ProcessCalls.setName("perfmon")
        // A backtrace is written only where the environment asks for one.
        if !ProcessCalls.wantsBacktrace { SignalName.endAtFaults() }
    }
}
