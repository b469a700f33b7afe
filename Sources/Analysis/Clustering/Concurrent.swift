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

    /// Two results that do not need each other, computed at the same time.
    ///
    /// - Throws: What the first one throws, else what the second one does.
    public static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let results = Mutex<(Result<First, any Error>?, Result<Second, any Error>?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = Result(catching: first)
                results.withLock { $0.0 = result }
            } else {
                let result = Result(catching: second)
                results.withLock { $0.1 = result }
            }
        }
        let done = results.withLock { $0 }
        return (try done.0?.get() ?? first(), try done.1?.get() ?? second())
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
