import Dispatch
import Synchronization

/// Works on several pieces at the same time and gives the results in the order of the pieces.
///
/// The pieces are made and the results taken on the calling thread; only the work runs elsewhere,
/// never on Swift's shared pool. At most `depth` pieces are under way, so that memory is bounded.
struct OrderedWorkers<Piece: Sendable, Result: Sendable> {
    private let queue: DispatchQueue
    private let depth: Int
    private let work: @Sendable (Piece) -> Result

    /// `workers` pieces are worked on at a time.
    init(workers: Int, work: @escaping @Sendable (Piece) -> Result) {
        queue =
            workers > 1
            ? DispatchQueue(label: "telemetry.parse", qos: .userInitiated, attributes: .concurrent)
            : DispatchQueue(label: "telemetry.parse", qos: .userInitiated)
        depth = workers + 1
        self.work = work
    }

    /// Takes pieces from `next` until there is none and hands each result to `take`, in order.
    func run(next: () throws -> Piece?, take: (Result) throws -> Void) throws {
        var underWay: [Slot] = []
        var isDone = false
        while true {
            while !isDone, underWay.count < depth {
                guard let piece = try next() else {
                    isDone = true
                    break
                }
                underWay.append(start(piece))
            }
            guard !underWay.isEmpty else { return }
            if let result = underWay.removeFirst().wait() { try take(result) }
        }
    }

    private func start(_ piece: Piece) -> Slot {
        let slot = Slot()
        let work = work
        queue.async { slot.finish(work(piece)) }
        return slot
    }

    /// A result that is still to come.
    private final class Slot: Sendable {
        private let result = Mutex<Result?>(nil)
        private let done = DispatchSemaphore(value: 0)

        func finish(_ value: Result) {
            result.withLock { $0 = value }
            done.signal()
        }

        func wait() -> Result? {
            done.wait()
            return result.withLock { $0.take() }
        }
    }
}

/// Values that are used again, by whichever thread needs one next.
final class Reused<Value: Sendable>: Sendable {
    private let free = Mutex<[Value]>([])

    func take() -> Value? { free.withLock { $0.popLast() } }

    func give(_ value: Value) { free.withLock { $0.append(value) } }
}
