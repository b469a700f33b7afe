import Dispatch
import Synchronization

/// Runs work on data sets in the order decided by `WorkOrder`: it waits only for work on the same
/// set.
///
/// Work runs on its own queues, never on Swift's shared pool, and may therefore block.
package final class WorkScheduler: Sendable {
    private struct State {
        var order = WorkOrder()
        var work: [Int: @Sendable () -> Void] = [:]
        var nextTicket = 0
        /// Idle queues, by kind.
        var queues: [WorkKind: [DispatchQueue]] = [:]
    }

    private let state: Mutex<State>

    package init() {
        var state = State()
        for kind in WorkKind.allCases {
            // A serial queue has its own thread; those of a concurrent queue may all be taken by
            // work that computes on every core.
            state.queues[kind] = (0..<kind.places).map { place in
                DispatchQueue(
                    label: "\(kind) \(place)", qos: kind == .load ? .utility : .userInitiated)
            }
        }
        self.state = Mutex(state)
    }

    /// Queues work on a set; returns at once.
    ///
    /// - Parameters:
    ///   - isUrgent: Somebody waits for it.
    ///   - isAlone: Nothing else may run beside it.
    package func submit(
        _ kind: WorkKind, of set: String, isUrgent: Bool = true, isAlone: Bool = false,
        _ work: @escaping @Sendable () -> Void
    ) {
        change { state in
            let ticket = state.nextTicket
            state.nextTicket += 1
            state.work[ticket] = work
            return state.order.add(
                WorkOrder.Piece(
                    ticket: ticket, set: set, kind: kind, isUrgent: isUrgent, isAlone: isAlone))
        }
    }

    /// Runs work that somebody waits for and returns its result.
    ///
    /// - Throws: What the work throws.
    package func run<Value: Sendable>(
        _ kind: WorkKind, of set: String, isAlone: Bool = false,
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            submit(kind, of: set, isAlone: isAlone) {
                continuation.resume(with: Result { try work() })
            }
        }
    }

    /// How many pieces of each kind wait and run now; kinds without any are left out.
    package var lengths: [WorkKind: (waiting: Int, running: Int)] {
        let order = state.withLock(\.order)
        var lengths: [WorkKind: (waiting: Int, running: Int)] = [:]
        for piece in order.waiting { lengths[piece.kind, default: (0, 0)].waiting += 1 }
        for piece in order.running { lengths[piece.kind, default: (0, 0)].running += 1 }
        return lengths
    }

    private typealias Start = (
        queue: DispatchQueue, piece: WorkOrder.Piece, work: @Sendable () -> Void
    )

    private func change(_ body: (inout State) -> [WorkOrder.Piece]) {
        let starts = state.withLock { state in
            body(&state).compactMap { piece -> Start? in
                guard let work = state.work.removeValue(forKey: piece.ticket),
                    let queue = state.queues[piece.kind]?.popLast()
                else { return nil }
                return (queue, piece, work)
            }
        }
        for (queue, piece, work) in starts {
            queue.async {
                work()
                self.change { state in
                    state.queues[piece.kind, default: []].append(queue)
                    return state.order.end(piece.ticket)
                }
            }
        }
    }
}
