import Dispatch
import Synchronization

/// Waits for something, no longer than a limit.
enum Timeout {
    private static let clock = DispatchQueue(label: "timeout")

    /// Calls `start`, and returns when `done` is called or the limit has passed; what was started
    /// goes on then.
    static func wait(
        _ limit: Duration, _ start: (_ done: @escaping @Sendable () -> Void) -> Void
    ) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let waiting = Once(continuation)
            clock.asyncAfter(deadline: .now() + limit / .seconds(1)) { waiting.end() }
            start { waiting.end() }
        }
    }

    /// Resumes its continuation at the first of several calls.
    private final class Once: Sendable {
        private let continuation: Mutex<CheckedContinuation<Void, Never>?>

        init(_ continuation: CheckedContinuation<Void, Never>) {
            self.continuation = Mutex(continuation)
        }

        func end() { continuation.withLock { $0.take() }?.resume() }
    }
}
