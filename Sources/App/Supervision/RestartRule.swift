/// How a child process ended.
enum ChildEnd: Sendable, Equatable {
    case exited(Int32)
    case signal(Int32)
}

/// Decides whether a serving process that ended is started again, and when.
struct RestartRule: Sendable, Equatable {
    enum Verdict: Sendable, Equatable {
        case end(status: Int32)
        case restart(after: Duration)
    }

    /// The least time between two starts after a process that served: a page that crashes the
    /// program whenever it is asked for must not take the whole machine.
    static let shortestLife = Duration.milliseconds(300)
    /// The pauses where one process after the other dies without having served; the last one stays.
    static let pauses: [Duration] = [
        .zero, .milliseconds(500), .seconds(1), .seconds(2), .seconds(5),
    ]

    private var hasServed = false
    private var failures = 0

    /// The consequence of an end that nobody asked for.
    ///
    /// - Parameters:
    ///   - served: the process has answered requests.
    ///   - lived: the time since it was started.
    mutating func verdict(_ end: ChildEnd, served: Bool, lived: Duration) -> Verdict {
        if served { hasServed = true }
        switch end {
        case .exited(0): return .end(status: 0)
        // A wrong option, or a file that cannot be read, would end the next one too.
        case .exited(let status) where !hasServed: return .end(status: status)
        default: break
        }
        if served {
            failures = 0
            return .restart(after: max(.zero, Self.shortestLife - lived))
        }
        failures += 1
        return .restart(after: Self.pauses[min(failures, Self.pauses.count) - 1])
    }
}
