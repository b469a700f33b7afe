import Dashboard
import Wording
import Foundation
import HTTP
import Store
import Telemetry
import Testing

@testable import App

/// What is kept of pages, in bytes and by use.
@Suite("The cache of pages")
struct PageCacheTests {
    private static let stored = StoredPages(
        folder: URL(filePath: "/nowhere"), log: Log(level: .quiet))
    private let cache = PageCache(stored: stored, byteLimit: 1_000)

    private func tag(_ name: String) -> EntityTag { EntityTag(name) }

    private func page(_ count: Int, _ name: String) -> PageCache.Page {
        PageCache.Page(bytes: [UInt8](repeating: 1, count: count), tag: tag(name))
    }

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
            cache.keep(page(300, "\(number)"))
            _ = cache.page(tag("0"))
            #expect(cache.byteCount <= 1_000)
        }
        #expect(cache.page(tag("0")) != nil)
        #expect(cache.page(tag("49")) != nil)
        #expect(cache.page(tag("1")) == nil)
    }

    @Test("A page counts in each of its codings, and once in each")
    func codings() {
        let cache = PageCache(stored: Self.stored, byteLimit: 10_000)
        cache.keep(page(3_000, "a"))
        let short = cache.form(page(3_000, "a"), .gzip)
        #expect(short.coding == .gzip && short.bytes.count < 300)
        #expect(cache.byteCount == 3_000 + short.bytes.count)
        cache.keep(page(2_000, "a"))
        #expect(cache.byteCount == 2_000 + short.bytes.count)
        #expect(cache.page(tag("a"))?.bytes.count == 2_000)
        let again = cache.form(page(2_000, "a"), .gzip)
        #expect(again.bytes == short.bytes)
    }

    @Test("What compressing does not make shorter stays plain")
    func incompressible() {
        let small = page(3, "small")
        let form = cache.form(small, .gzip)
        #expect(form.coding == .identity && form.bytes == small.bytes)
        #expect(cache.byteCount == 0)
    }

    @Test("A page larger than the limit is kept until the next one comes")
    func large() {
        cache.keep(page(5_000, "large"))
        #expect(cache.page(tag("large")) != nil)
        cache.keep(page(1, "small"))
        #expect(cache.page(tag("large")) == nil)
        #expect(cache.byteCount == 1)
    }

    @Test("An answer goes with its page, and none stays of a page that is not there")
    func answers() throws {
        cache.keep(try answer("none"), at: address("/none"), as: tag("none"))
        #expect(cache.ready(address("/none")) == nil)
        cache.keep(page(600, "a"))
        cache.keep(try answer("a"), at: address("/a"), as: tag("a"))
        #expect(cache.ready(address("/a"))?.tag == tag("a"))
        cache.keep(page(600, "b"))
        #expect(cache.ready(address("/a")) == nil)
    }

    @Test("One page has few addresses")
    func addresses() throws {
        cache.keep(page(1, "a"))
        for number in 0..<100 {
            cache.keep(try answer("a"), at: address("/?x=\(number)"), as: tag("a"))
        }
        let kept = (0..<100).count { cache.ready(address("/?x=\($0)")) != nil }
        #expect(kept == 32)
    }
}
