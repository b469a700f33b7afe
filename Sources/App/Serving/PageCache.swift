import Dashboard
import HTTP
import Store
import Synchronization

/// The pages that were shown last: whole answers by their address, so that what refreshing browsers
/// ask for again and again is looked up without reading the address, looking at data or rendering;
/// and rendered bytes by their entity tag, plain and compressed, for addresses that lead to the
/// same page.
final class PageCache: Sendable {
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

    private struct Entry {
        var forms: [ContentCoding: [UInt8]] = [:]
        var addresses: Set<Address> = []
        var lastUse: UInt64 = 0
        var byteCount: Int { forms.values.reduce(0) { $0 + $1.count } }
    }

    private struct State {
        /// By the tag of the page without a coding.
        var entries: [String: Entry] = [:]
        var ready: [Address: (answer: Ready, tag: String)] = [:]
        private(set) var byteCount = 0
        private var clock: UInt64 = 0

        mutating func touch(_ tag: String) {
            clock += 1
            entries[tag]?.lastUse = clock
        }

        mutating func change(_ tag: String, _ body: (inout Entry) -> Void) {
            byteCount -= entries[tag]?.byteCount ?? 0
            body(&entries[tag, default: Entry()])
            byteCount += entries[tag]?.byteCount ?? 0
        }

        /// Complexity: O(pages) for each that is let go.
        mutating func dropOldest(within limit: Int) {
            while entries.count > 1, byteCount > limit,
                let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                byteCount -= oldest.value.byteCount
                for address in oldest.value.addresses { ready[address] = nil }
                entries[oldest.key] = nil
            }
        }
    }

    private let state = Mutex(State())
    private let byteLimit: Int
    /// Addresses that lead to one page: who makes more of them is no person.
    private static let addressLimit = 32

    /// Keeps pages of so many bytes together, those that were used last.
    init(byteLimit: Int = 24 << 20) { self.byteLimit = byteLimit }

    /// Bytes of all pages that are kept.
    var byteCount: Int { state.withLock(\.byteCount) }

    /// The answer that was given at an address last.
    func ready(_ address: Address) -> Ready? {
        state.withLock { state -> Ready? in
            guard let found = state.ready[address] else { return nil }
            state.touch(found.tag)
            return found.answer
        }
    }

    /// The page in a coding, where it is there in it.
    func page(_ tag: EntityTag, _ coding: ContentCoding = .identity) -> [UInt8]? {
        state.withLock { state in
            state.touch(tag.opaque)
            return state.entries[tag.opaque]?.forms[coding]
        }
    }

    /// Keeps the page in a coding, beside what is kept of it in others.
    func keep(_ bytes: [UInt8], as tag: EntityTag, _ coding: ContentCoding = .identity) {
        state.withLock { state in
            state.change(tag.opaque) { $0.forms[coding] = bytes }
            state.touch(tag.opaque)
            state.dropOldest(within: byteLimit)
        }
    }

    /// Keeps the answer at an address, for as long as its page is kept.
    func keep(_ answer: Ready, at address: Address, as tag: EntityTag) {
        state.withLock { state in
            guard let entry = state.entries[tag.opaque],
                entry.addresses.count < Self.addressLimit || entry.addresses.contains(address)
            else { return }
            if let before = state.ready[address], before.tag != tag.opaque {
                state.entries[before.tag]?.addresses.remove(address)
            }
            state.entries[tag.opaque]?.addresses.insert(address)
            state.ready[address] = (answer, tag.opaque)
        }
    }
}
