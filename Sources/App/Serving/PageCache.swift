import Dashboard
import HTTP
import Store
import Synchronization
import Wording

/// All that is kept of pages: whole answers by their address, so that what refreshing browsers ask
/// for again and again is looked up without reading the address, looking at data or rendering;
/// rendered bytes by their entity tag, plain and compressed, for addresses that lead to the same
/// page; and on disk what the next start answers with.
final class PageCache: Sendable {
    /// A page as it was rendered, with the tag by which it is known.
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

    /// What a page was made of.
    struct Generation: Hashable {
        var set: SnapshotStore.Generation
        var notes: UInt64
        var models: UInt64
        var predictions: UInt64 = 0
    }

    /// An answer.
    struct Ready {
        var response: Response
        var notModified: Response
        /// The tag of the answer in its coding.
        var tag: EntityTag
        /// The data set that the address names; nil for the one that changed last.
        var set: String?
        /// The data set that is shown.
        var shown: String?
        var generation: Generation
    }

    /// What is kept of one page.
    private struct Entry {
        var forms: [ContentCoding: [UInt8]] = [:]
        /// They share the bytes of the forms.
        var answers: [Address: Ready] = [:]
        var lastUse: UInt64 = 0
        var byteCount: Int { forms.values.reduce(0) { $0 + $1.count } }
    }

    private struct State {
        /// By the tag of the page without a coding.
        var entries: [String: Entry] = [:]
        /// The tag of the page that was shown last at an address.
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

        /// Complexity: O(pages) for each that is let go.
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

    /// The pages of earlier runs.
    let stored: StoredPages
    private let state = Mutex(State())
    private let byteLimit: Int
    /// Addresses that lead to one page: who makes more of them is no person.
    private static let addressLimit = 32

    /// Keeps pages of so many bytes together in memory, those that were used last.
    init(stored: StoredPages, byteLimit: Int = 24 << 20) {
        self.stored = stored
        self.byteLimit = byteLimit
    }

    /// Bytes of all pages that are kept in memory.
    var byteCount: Int { state.withLock(\.byteCount) }

    /// The answer that was given at an address last.
    func ready(_ address: Address) -> Ready? {
        state.withLock { state -> Ready? in
            guard let tag = state.tags[address] else { return nil }
            state.touch(tag)
            return state.entries[tag]?.answers[address]
        }
    }

    /// The page of a tag.
    func page(_ tag: EntityTag) -> Page? { form(tag, .identity).map { Page(bytes: $0, tag: tag) } }

    /// A page in a coding, made where it is not there yet, or plain where it is better so.
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

    /// Keeps a page.
    func keep(_ page: Page) { keep(page.bytes, as: page.tag, .identity) }

    private func keep(_ bytes: [UInt8], as tag: EntityTag, _ coding: ContentCoding) {
        state.withLock { state in
            state.keep(bytes, tag.opaque, coding)
            state.touch(tag.opaque)
            state.dropOldest(within: byteLimit)
        }
    }

    /// Keeps the answer at an address, for as long as its page is kept.
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
