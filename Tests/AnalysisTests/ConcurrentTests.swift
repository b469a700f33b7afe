import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Analysis

@Suite("Work on all cores")
struct ConcurrentTests {
    struct First: Error {}
    struct Second: Error {}

    @Test("keeps the order of its parts")
    func order() {
        #expect(Concurrent.map(1_000) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    }

    @Test("gives both results, or the error of the first that has one")
    func both() throws {
        let results = try Concurrent.both({ 1 }, { "two" })
        #expect(results == (1, "two"))
        #expect(throws: First.self) {
            try Concurrent.both({ throw First() }, { throw Second() })
        }
        #expect(throws: Second.self) { try Concurrent.both({ 1 }, { throw Second() }) }
    }

    @Test("does what is nested however few threads are free, each thing once")
    func nested() throws {
        let count = Atomic<Int>(0)
        @Sendable func work(_ depth: Int) throws -> Int {
            guard depth > 0 else {
                count.add(1, ordering: .relaxed)
                return 1
            }
            let (left, right) = try Concurrent.both(
                { try work(depth - 1) }, { try work(depth - 1) })
            return left + right
        }
        let sums = Concurrent.map(32) { _ in (try? work(6)) ?? 0 }
        #expect(sums == Array(repeating: 64, count: 32))
        #expect(count.load(ordering: .relaxed) == 32 * 64)
    }

    /// Two parts that each wait for the other end only where both run at the same time.
    @Test(
        "shares what is done beside something else among the cores too",
        .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "there is one core only"))
    func parts() throws {
        let met = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        let (ends, _) = try Concurrent.both(
            {
                Concurrent.map(2) { part in
                    met[part].signal()
                    return met[1 - part].wait(timeout: .now() + .seconds(60)) == .success
                }
            }, { 0 })
        #expect(ends == [true, true])
    }
}
