import Dashboard
import HTTP
import Synchronization

/// Whole answers by the address as it was sent: what refreshing browsers ask for again and again
/// is looked up without reading the address, looking at files or rendering.
final class ReadyPages: Sendable {
    /// What an answer depends on beside the data.
    struct Key: Hashable {
        var target: String
        var theme: Theme
        var language: Language
        var coding: ContentCoding
    }

    /// An answer with its tag.
    struct Ready {
        var response: Response
        var notModified: Response
        var tag: EntityTag
        /// The data set that is shown.
        var set: String?
    }

    private struct State {
        var generation: UInt64 = 0
        var pages: [Key: Ready] = [:]
    }

    private let state = Mutex(State())
    private let limit: Int

    /// Keeps at most `limit` answers; beyond, all are let go and made again from the cache.
    init(limit: Int = 256) { self.limit = limit }

    /// The answer, if it was made of data of this generation.
    func find(_ key: Key, generation: UInt64) -> Ready? {
        state.withLock { state in
            state.generation == generation ? state.pages[key] : nil
        }
    }

    func keep(_ ready: Ready, for key: Key, generation: UInt64) {
        state.withLock { state in
            if state.generation != generation || state.pages.count >= limit {
                state.pages.removeAll()
                state.generation = generation
            }
            state.pages[key] = ready
        }
    }
}
