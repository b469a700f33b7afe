import Synchronization

/// A value that is computed on first use and kept.
///
/// Concurrent callers wait; after a failure the next caller computes again.
package final class Once<Value: Sendable>: Sendable {
    private let state = Mutex<Value?>(nil)

    package init() {}

    /// The value, from `compute` on first use.
    ///
    /// - Throws: What `compute` throws.
    package func value(_ compute: () throws -> Value) rethrows -> Value {
        try state.withLock { kept in
            if let kept { return kept }
            let value = try compute()
            kept = value
            return value
        }
    }
}
