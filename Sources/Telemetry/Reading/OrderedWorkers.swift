import Dispatch
import Foundation
import Synchronization

/// Works on several pieces at once and gives the results in the order of the pieces.
///
/// Pieces are made and results taken on the calling thread. The work has threads of its own: the
/// shared pools have one per core, and a caller that waits would block it. At most one piece more
/// than there are workers is in progress, which bounds memory.
package struct OrderedWorkers<Piece: Sendable, Result: Sendable> {
    private let workers: Int
    private let work: @Sendable (Piece) -> Result

    /// Works on up to `workers` pieces at a time.
    package init(workers: Int, work: @escaping @Sendable (Piece) -> Result) {
        self.workers = max(1, workers)
        self.work = work
    }

    /// Takes pieces from `next` until it gives `nil`, and hands each result to `take` in order.
    package func run(next: () throws -> Piece?, take: (Result) throws -> Void) throws {
        let tasks = TaskQueue()
        for _ in 0..<workers { Thread.detachNewThread { tasks.serve() } }
        defer { tasks.close(workers: workers) }
        var underWay: [Slot<Result>] = []
        var isDone = false
        while true {
            while !isDone, underWay.count <= workers {
                guard let piece = try next() else {
                    isDone = true
                    break
                }
                let slot = Slot<Result>()
                let work = work
                tasks.add { slot.finish(work(piece)) }
                underWay.append(slot)
            }
            guard !underWay.isEmpty else { return }
            if let result = underWay.removeFirst().wait() { try take(result) }
        }
    }
}

/// A result to wait for.
private final class Slot<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let done = DispatchSemaphore(value: 0)

    func finish(_ value: Value) {
        result.withLock { $0 = value }
        done.signal()
    }

    func wait() -> Value? {
        done.wait()
        return result.withLock { $0.take() }
    }
}

/// Tasks for several threads, first in, first out.
private final class TaskQueue: Sendable {
    private let tasks = Mutex<[@Sendable () -> Void]>([])
    private let count = DispatchSemaphore(value: 0)

    func add(_ task: @escaping @Sendable () -> Void) {
        tasks.withLock { $0.append(task) }
        count.signal()
    }

    /// Works until the queue is closed and empty.
    func serve() {
        while true {
            count.wait()
            guard let task = tasks.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
            task()
        }
    }

    /// Ends the threads once they have done what they have begun.
    func close(workers: Int) {
        tasks.withLock { $0.removeAll() }
        for _ in 0..<workers { count.signal() }
    }
}

/// A pool of values for whichever thread needs one next.
final class Reused<Value: Sendable>: Sendable {
    private let free = Mutex<[Value]>([])

    func take() -> Value? { free.withLock { $0.popLast() } }

    func give(_ value: Value) { free.withLock { $0.append(value) } }
}
