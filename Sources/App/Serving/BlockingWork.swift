import Dispatch

/// Runs blocking work on a queue of its own, one piece after the other, away from the threads that
/// serve requests.
struct BlockingWork: Sendable {
    private let queue = DispatchQueue(label: "storage", qos: .userInitiated)

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
