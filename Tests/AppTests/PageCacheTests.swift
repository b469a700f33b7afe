import Dashboard
import Foundation
import HTTP
import Store
import Telemetry
import Testing

@testable import App

/// What is kept of pages, in bytes and by use.
@Suite("The cache of pages")
struct PageCacheTests {
    private let cache = PageCache(byteLimit: 1_000)

    private func tag(_ name: String) -> EntityTag { EntityTag(name) }

    private func address(_ target: String) -> PageCache.Address {
        PageCache.Address(target: target, theme: .auto, language: .en, coding: .identity)
    }

    private func answer(_ text: String) throws -> PageCache.Ready {
        let site = SnapshotStore(
            folder: .init(root: .init(filePath: "/nowhere")), options: .init(), salt: "")
        return PageCache.Ready(
            response: .text(.ok, text), notModified: Response(status: .notModified),
            tag: tag(text), set: nil, shown: nil,
            generation: .init(set: site.generation(of: nil), notes: 0, models: 0))
    }

    @Test("Pages that were used last stay, however many there were")
    func bounded() {
        for number in 0..<50 {
            cache.keep([UInt8](repeating: 1, count: 300), as: tag("\(number)"))
            _ = cache.page(tag("0"))
            #expect(cache.byteCount <= 1_000)
        }
        #expect(cache.page(tag("0")) != nil)
        #expect(cache.page(tag("49")) != nil)
        #expect(cache.page(tag("1")) == nil)
    }

    @Test("A page counts in each of its codings, and once in each")
    func codings() {
        cache.keep([1, 2, 3], as: tag("a"))
        cache.keep([1, 2], as: tag("a"), .gzip)
        cache.keep([4, 5, 6, 7], as: tag("a"))
        #expect(cache.byteCount == 6)
        #expect(cache.page(tag("a")) == [4, 5, 6, 7])
        #expect(cache.page(tag("a"), .gzip) == [1, 2])
    }

    @Test("A page larger than the limit is kept until the next one comes")
    func large() {
        cache.keep([UInt8](repeating: 1, count: 5_000), as: tag("large"))
        #expect(cache.page(tag("large")) != nil)
        cache.keep([1], as: tag("small"))
        #expect(cache.page(tag("large")) == nil)
        #expect(cache.byteCount == 1)
    }

    @Test("An answer goes with its page, and none stays of a page that is not there")
    func answers() throws {
        cache.keep(try answer("none"), at: address("/none"), as: tag("none"))
        #expect(cache.ready(address("/none")) == nil)
        cache.keep([UInt8](repeating: 1, count: 600), as: tag("a"))
        cache.keep(try answer("a"), at: address("/a"), as: tag("a"))
        #expect(cache.ready(address("/a"))?.tag == tag("a"))
        cache.keep([UInt8](repeating: 1, count: 600), as: tag("b"))
        #expect(cache.ready(address("/a")) == nil)
    }

    @Test("One page has few addresses")
    func addresses() throws {
        cache.keep([1], as: tag("a"))
        for number in 0..<100 {
            cache.keep(try answer("a"), at: address("/?x=\(number)"), as: tag("a"))
        }
        let kept = (0..<100).count { cache.ready(address("/?x=\($0)")) != nil }
        #expect(kept == 32)
    }
}
