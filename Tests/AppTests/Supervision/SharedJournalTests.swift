import Foundation
import Testing
import Values
@testable import App

@Suite("The journal of what is being done")
struct SharedJournalTests {
    @Test("what is under way when the process dies is told with its set and step, nothing else")
    func deaths() throws {
        let journal = try SharedJournal()
        journal.end(journal.begin(.load, of: "done"))
        _ = journal.begin(.analyse, of: "fleet 7")
        _ = journal.begin(.page, of: "Насосы")
        #expect(journal.bury(signal: SIGILL, isOutOfMemory: false) == 2)
        let death = try #require(journal.deaths.first)
        #expect(journal.deaths.count == 1)
        #expect(death.signal == SIGILL)
        #expect(!death.isOutOfMemory)
        #expect(death.isComplete)
        #expect(Set(death.work.map(\.set)) == ["fleet 7", "Насосы"])
        #expect(death.work.first { $0.set == "fleet 7" }?.step == .analyse)
        let now = Date().timeIntervalSince1970 * 1e9
        #expect(abs(Double(death.time) - now) < 60e9)
        #expect(death.work.allSatisfy { $0.began <= death.time })
    }

    @Test("deaths are told until they are taken, each by itself")
    func taking() throws {
        let journal = try SharedJournal()
        for signal in [SIGILL, SIGSEGV] {
            _ = journal.begin(.load, of: "a")
            _ = journal.bury(signal: signal, isOutOfMemory: signal == SIGSEGV)
        }
        #expect(journal.deaths.map(\.signal) == [SIGILL, SIGSEGV])
        #expect(journal.deaths.map(\.isOutOfMemory) == [false, true])
        #expect(journal.deaths.map(\.work.count) == [1, 1])
        journal.takeDeaths()
        #expect(journal.deaths.isEmpty)
        #expect(journal.bury(signal: SIGILL, isOutOfMemory: false) == 0)
        #expect(journal.deaths.isEmpty)
    }

    @Test("another process that is given the descriptor sees the same")
    func shared() throws {
        let journal = try SharedJournal()
        let other = try SharedJournal(inherited: journal.descriptor)
        let entry = other.begin(.load, of: "a")
        _ = other.begin(.load, of: "b")
        other.serves = true
        #expect(journal.serves)
        #expect(!journal.isAnnounced)
        other.isAnnounced = true
        #expect(journal.isAnnounced)
        other.end(entry)
        #expect(journal.bury(signal: SIGILL, isOutOfMemory: false) == 1)
        #expect(other.deaths.first?.sets == ["b"])
    }

    @Test("what finds no room is not written down, and the death is not a certain one")
    func room() throws {
        let journal = try SharedJournal()
        let entries = (0..<70).map { _ in journal.begin(.load, of: "a") }
        #expect(entries.filter { $0 >= 0 }.count == 64)
        #expect(Set(entries).count == 65)
        let long = journal.begin(.load, of: String(repeating: "x", count: 257))
        #expect(long == -1)
        #expect(journal.bury(signal: SIGILL, isOutOfMemory: false) == 64)
        #expect(journal.deaths.first?.isCertain == false)
        // The room is there again, and what had none is forgotten.
        _ = journal.begin(.load, of: String(repeating: "x", count: 256))
        journal.takeDeaths()
        _ = journal.bury(signal: SIGILL, isOutOfMemory: false)
        #expect(journal.deaths.first?.isCertain == true)
        #expect(journal.deaths.first?.sets.first?.count == 256)
    }

    @Test("when nobody reads them the latest deaths remain")
    func overflow() throws {
        let journal = try SharedJournal()
        for number in 0..<300 {
            _ = journal.begin(.load, of: "set \(number)")
            _ = journal.bury(signal: SIGILL, isOutOfMemory: false)
        }
        let sets = journal.deaths.flatMap(\.sets)
        #expect(sets.count == 128)
        #expect(sets.last == "set 299")
    }

    @Test("many threads share it without losing or mixing entries")
    func threads() throws {
        let journal = try SharedJournal()
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for _ in 0..<20_000 {
                journal.end(journal.begin(.rows, of: "set \(thread)"))
            }
            _ = journal.begin(.train, of: "left \(thread)")
        }
        #expect(journal.bury(signal: SIGILL, isOutOfMemory: false) == 8)
        let death = try #require(journal.deaths.first)
        #expect(Set(death.sets) == Set((0..<8).map { "left \($0)" }))
        #expect(death.work.allSatisfy { $0.step == .train })
    }

    @Test("a descriptor behind which there is no journal is an error")
    func none() {
        let file = unsafe open("/dev/null", O_RDWR)
        defer { close(file) }
        #expect(throws: SystemFailure(call: "inherited journal", errno: EINVAL)) {
            try SharedJournal(inherited: file)
        }
        #expect(throws: SystemFailure(call: "inherited journal", errno: EBADF)) {
            try SharedJournal(inherited: 9_999)
        }
    }
}
