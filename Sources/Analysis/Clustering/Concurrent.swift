import Dispatch
import Synchronization

/// Work split into parts whose number never depends on the number of cores, so that results do not
/// either.
public enum Concurrent {
    /// The results of `body(0)`, `body(1)` ... in that order, computed on all cores.
    ///
    /// With `spread` false, as for work too small to share, everything runs here.
    public static func map<Result: Sendable>(
        _ count: Int, spread: Bool = true, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        guard spread, count > 1 else { return (0..<max(count, 0)).map(body) }
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Two results that do not need each other, computed at the same time; what they split further
    /// runs on all cores too.
    ///
    /// - Throws: What the first one throws, else what the second one does.
    public static func both<First: Sendable, Second: Sendable>(
        _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
    ) throws -> (First, Second) {
        // Not by `concurrentPerform`: parts of its parts get as many fewer cores.
        let other = SharedWork(second)
        DispatchQueue.global().async { other.begin() }
        let one = Result(catching: first)
        let two = other.finish()
        return (try one.get(), try two.get())
    }

    /// Changes each part in place, on all cores; the order of the parts stays.
    static func update<Part: Sendable>(
        _ parts: inout [Part], _ body: @Sendable (inout Part) -> Void
    ) {
        guard parts.count > 1 else {
            for index in parts.indices { body(&parts[index]) }
            return
        }
        // Each part is taken out while it changes, so that nothing is copied.
        let count = parts.count
        let shared = Mutex(parts.map(Optional.some))
        parts = []
        DispatchQueue.concurrentPerform(iterations: count) { index in
            guard var part = shared.withLock({ $0[index].take() }) else { return }
            body(&part)
            shared.withLock { $0[index] = part }
        }
        parts = shared.withLock { $0.compactMap(\.self) }
    }
}

/// Work that is done once, by whoever comes first.
private final class SharedWork<Value: Sendable>: Sendable {
    private let body: @Sendable () throws -> Value
    private let state = Mutex<(isBegun: Bool, result: Result<Value, any Error>?)>((false, nil))
    private let isDone = DispatchSemaphore(value: 0)

    init(_ body: @escaping @Sendable () throws -> Value) { self.body = body }

    /// Does the work, unless it has begun elsewhere.
    func begin() {
        let isFirst = state.withLock { state in
            defer { state.isBegun = true }
            return !state.isBegun
        }
        guard isFirst else { return }
        let result = Result(catching: body)
        state.withLock { $0.result = result }
        isDone.signal()
    }

    /// Begins the work where nobody has, and waits for its end: a queue without a free thread delays
    /// nothing.
    func finish() -> Result<Value, any Error> {
        begin()
        isDone.wait()
        return state.withLock { $0.result } ?? Result(catching: body)
    }
}
