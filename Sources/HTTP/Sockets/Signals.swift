internal import CSystem
internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Requests by the system or the operator that the program end: SIGTERM and SIGINT.
package enum Signals {
    /// Never released: the signal handler writes to it as long as the program runs.
    private static let pipe = Mutex<WakeUpPipe?>(nil)

    /// Calls `action` once, on a thread of its own, when SIGTERM or SIGINT arrives. The same
    /// signal a second time ends the program at once. May be called once in a program.
    ///
    /// - Throws: ``SocketError/call(_:errno:)`` when the system refuses.
    package static func onTermination(
        _ action: @escaping @Sendable () -> Void
    ) throws(SocketError) {
        let pipe = try WakeUpPipe()
        let isFirst = Self.pipe.withLock { current in
            defer { current = current ?? pipe }
            return current == nil
        }
        precondition(isFirst, "termination is watched for only once")
        DispatchQueue(label: "Signals").async {
            pipe.waitForWakeUp()
            action()
        }
        for signal in [SIGTERM, SIGINT] {
            let result = csystem_signal_write_to(signal, pipe.writeEnd)
            if result < 0 { throw .call("sigaction", errno: -result) }
        }
    }
}
