import Synchronization

/// A value that is computed when it is asked for first, and kept.
///
/// Who asks meanwhile waits; what failed is tried again by the next.
package final class Once<Value: Sendable>: Sendable {
    private let state = Mutex<Value?>(nil)

    /// Nothing computed yet.
    package init() {}

    /// The value.
    ///
    /// - Throws: What computing it throws.
    package func value(_ compute: () throws -> Value) rethrows -> Value {
        try state.withLock { kept in
            if let kept { return kept }
            let value = try compute()
            kept = value
            return value
        }
    }
}
