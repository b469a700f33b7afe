import Dispatch
import Synchronization

/// Waits no longer than a limit.
enum Timeout {
    private static let clock = DispatchQueue(label: "timeout")

    /// Starts something and returns when it calls `done`, or when the limit is over; what was
    /// started goes on then.
    static func wait(
        _ limit: Duration, _ start: (_ done: @escaping @Sendable () -> Void) -> Void
    ) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let waiting = Once(continuation)
            clock.asyncAfter(deadline: .now() + limit / .seconds(1)) { waiting.end() }
            start { waiting.end() }
        }
    }

    /// A continuation that may be resumed twice.
    private final class Once: Sendable {
        private let continuation: Mutex<CheckedContinuation<Void, Never>?>

        init(_ continuation: CheckedContinuation<Void, Never>) {
            self.continuation = Mutex(continuation)
        }

        func end() { continuation.withLock { $0.take() }?.resume() }
    }
}
