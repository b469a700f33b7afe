import HTTP
import Synchronization

/// Rendered pages by their entity tag, so that a page without news is made once, and compressed
/// once where somebody takes it compressed.
final class PageCache: Sendable {
    private struct Entry {
        var forms: [ContentCoding: [UInt8]]
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

    /// The page in a coding, where it is there in it.
    func page(_ tag: String, _ coding: ContentCoding = .identity) -> [UInt8]? {
        state.withLock { state in
            guard let bytes = state.entries[tag]?.forms[coding] else { return nil }
            state.clock += 1
            state.entries[tag]?.lastUse = state.clock
            return bytes
        }
    }

    /// Keeps the page in a coding, beside what is kept of it in others.
    func keep(_ bytes: [UInt8], as tag: String, _ coding: ContentCoding = .identity) {
        state.withLock { state in
            state.clock += 1
            var entry = state.entries[tag] ?? Entry(forms: [:], lastUse: 0)
            entry.forms[coding] = bytes
            entry.lastUse = state.clock
            state.entries[tag] = entry
            guard state.entries.count > limit,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            else { return }
            state.entries[oldest.key] = nil
        }
    }
}
