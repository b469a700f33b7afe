import Dashboard
import HTTP
import Store
import Synchronization
import Wording

/// Everything that is kept of pages: whole answers by their address, so that what refreshing
/// browsers ask for is found without parsing, looking at data or rendering; rendered bytes by their
/// entity tag, plain and compressed, for other addresses of the same page; and on disk what the
/// next start answers with.
final class PageCache: Sendable {
    /// A rendered page and its tag.
    struct Page: Sendable, Equatable {
        var bytes: [UInt8]
        var tag: EntityTag
    }

    /// What an answer depends on beside the data.
    struct Address: Hashable {
        var target: String
        var theme: Theme
        var language: Language
        var coding: ContentCoding
    }

    /// The state of everything that a page is made of.
    struct Generation: Hashable {
        var set: SnapshotStore.Generation
        var notes: UInt64
        var models: UInt64
        var predictions: UInt64 = 0
    }

    /// An answer that can be sent again.
    struct Ready {
        var response: Response
        var notModified: Response
        /// The tag of the answer, in its coding.
        var tag: EntityTag
        /// The data set that the address names; nil for the one that changed last.
        var set: String?
        /// The data set that is shown, if there is any.
        var shown: String?
        var generation: Generation
    }

    /// What is kept of one page.
    private struct Entry {
        var forms: [ContentCoding: [UInt8]] = [:]
        /// They share the bytes of `forms`.
        var answers: [Address: Ready] = [:]
        var lastUse: UInt64 = 0
        var byteCount: Int { forms.values.reduce(0) { $0 + $1.count } }
    }

    private struct State {
        /// By the page's tag without a coding.
        var entries: [String: Entry] = [:]
        /// The tag of the page shown last at an address.
        var tags: [Address: String] = [:]
        private(set) var byteCount = 0
        private var clock: UInt64 = 0

        mutating func touch(_ tag: String) {
            clock += 1
            entries[tag]?.lastUse = clock
        }

        mutating func keep(_ bytes: [UInt8], _ tag: String, _ coding: ContentCoding) {
            byteCount -= entries[tag]?.byteCount ?? 0
            entries[tag, default: Entry()].forms[coding] = bytes
            byteCount += entries[tag]?.byteCount ?? 0
        }

        /// - Complexity: O(pages) for each that is dropped.
        mutating func dropOldest(within limit: Int) {
            while entries.count > 1, byteCount > limit,
                let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                byteCount -= oldest.value.byteCount
                for address in oldest.value.answers.keys { tags[address] = nil }
                entries[oldest.key] = nil
            }
        }
    }

    /// Pages of earlier runs.
    let stored: StoredPages
    private let state = Mutex(State())
    private let byteLimit: Int
    /// The most addresses of one page; no person makes more.
    private static let addressLimit = 32

    /// - Parameter byteLimit: of all pages in memory together; the least recently used are dropped.
    init(stored: StoredPages, byteLimit: Int = 24 << 20) {
        self.stored = stored
        self.byteLimit = byteLimit
    }

    /// Of all pages in memory together.
    var byteCount: Int { state.withLock(\.byteCount) }

    /// The answer given last at an address; it may be outdated.
    func ready(_ address: Address) -> Ready? {
        state.withLock { state -> Ready? in
            guard let tag = state.tags[address] else { return nil }
            state.touch(tag)
            return state.entries[tag]?.answers[address]
        }
    }

    /// The page with that tag, if it is in memory.
    func page(_ tag: EntityTag) -> Page? { form(tag, .identity).map { Page(bytes: $0, tag: tag) } }

    /// The page in a coding, made and kept if needed; plain where the coding does not make it
    /// shorter.
    func form(_ page: Page, _ coding: ContentCoding) -> (bytes: [UInt8], coding: ContentCoding) {
        if let bytes = form(page.tag, coding) { return (bytes, coding) }
        guard let bytes = coding.encoded(page.bytes) else { return (page.bytes, .identity) }
        keep(bytes, as: page.tag, coding)
        return (bytes, coding)
    }

    private func form(_ tag: EntityTag, _ coding: ContentCoding) -> [UInt8]? {
        state.withLock { state in
            state.touch(tag.opaque)
            return state.entries[tag.opaque]?.forms[coding]
        }
    }

    func keep(_ page: Page) { keep(page.bytes, as: page.tag, .identity) }

    private func keep(_ bytes: [UInt8], as tag: EntityTag, _ coding: ContentCoding) {
        state.withLock { state in
            state.keep(bytes, tag.opaque, coding)
            state.touch(tag.opaque)
            state.dropOldest(within: byteLimit)
        }
    }

    /// Keeps the answer at an address for as long as its page is kept.
    func keep(_ answer: Ready, at address: Address, as tag: EntityTag) {
        state.withLock { state in
            guard let answers = state.entries[tag.opaque]?.answers,
                answers.count < Self.addressLimit || answers[address] != nil
            else { return }
            if let before = state.tags[address] { state.entries[before]?.answers[address] = nil }
            state.entries[tag.opaque]?.answers[address] = answer
            state.tags[address] = tag.opaque
        }
    }
}
