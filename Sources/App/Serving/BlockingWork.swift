import Dispatch

/// Runs work that blocks (disk, analysis) away from the threads that serve requests.
struct BlockingWork: Sendable {
    private let queue = DispatchQueue(label: "storage", qos: .userInitiated)

    /// The result of `work`, made on a queue of its own, one piece after the other.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
