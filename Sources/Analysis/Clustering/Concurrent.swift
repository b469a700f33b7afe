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
}
