import CSystem
import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The serving process's end of the lifeline, watched by a thread of its own.
///
/// When the supervisor is gone the process ends at once, as if both were one: whoever starts the
/// program again must find the port and the data free.
final class LifelineWatch: Sendable {
    private struct State {
        var isStopWished = false
        var action: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Starts watching.
    init(_ descriptor: Int32) {
        DispatchQueue(label: "supervisor", qos: .userInitiated).async {
            while csystem_process_wait_for_byte(descriptor) != 0 { self.wishStop() }
            _exit(1)
        }
    }

    /// Calls `action` once when the supervisor asks the process to stop; at once if it has already.
    func onStop(_ action: @escaping @Sendable () -> Void) {
        let isDue = state.withLock { state in
            if !state.isStopWished { state.action = action }
            return state.isStopWished
        }
        if isDue { action() }
    }

    private func wishStop() {
        let action = state.withLock { state in
            state.isStopWished = true
            defer { state.action = nil }
            return state.action
        }
        action?()
    }
}
