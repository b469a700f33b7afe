import CSystem

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a serving process gets from the supervisor that started it.
struct Inheritance: Sendable {
    /// The first argument of a serving process; the number of inherited sockets follows, then the
    /// arguments of the program.
    static let hiddenArgument = "--serving-process"

    /// Where it records its work, and finds what its predecessors died of.
    let journal: SharedJournal
    /// Descriptors of the sockets to serve on.
    let listeners: [Int32]
    /// Tells when to stop.
    let lifeline: LifelineWatch

    /// The words that start a serving process, for those of the program.
    static func arguments(for arguments: [String], listeners: Int) -> [String] {
        Array(arguments.prefix(1)) + [hiddenArgument, "\(listeners)"] + arguments.dropFirst()
    }

    /// The program's arguments, for the words of a serving process.
    static func configured(_ arguments: [String]) -> [String] { Array(arguments.dropFirst(3)) }

    /// Takes over what was inherited, and lets this process end at once when it crashes or its
    /// supervisor ends.
    ///
    /// - Parameter arguments: all words of the process.
    /// - Throws: ``SystemFailure`` where no supervisor started the program.
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
        // The handler of backtraces is left alone only where the environment asks for one.
        if !ProcessCalls.wantsBacktrace { SignalName.endAtFaults() }
    }
}
