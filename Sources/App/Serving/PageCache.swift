import Synchronization

/// Rendered pages by their entity tag, so that a page without news is made once.
final class PageCache: Sendable {
    private struct Entry {
        var bytes: [UInt8]
        var lastUse: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var clock: UInt64 = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// Keeps the `limit` pages that were used last.
    init(limit: Int = 64) { self.limit = limit }

    func page(_ tag: String) -> [UInt8]? {
        state.withLock { state in
            guard state.entries[tag] != nil else { return nil }
            state.clock += 1
            state.entries[tag]?.lastUse = state.clock
            return state.entries[tag]?.bytes
        }
    }

    func keep(_ bytes: [UInt8], as tag: String) {
        state.withLock { state in
            state.clock += 1
            state.entries[tag] = Entry(bytes: bytes, lastUse: state.clock)
            guard state.entries.count > limit,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            else { return }
            state.entries[oldest.key] = nil
        }
    }
}
