import Testing

@testable import Telemetry

@Suite("Events by code")
struct EventCountsTests {
    @Test("codes without events have no entry, from a list and from pairs in any order")
    func entries() {
        let list = EventCounts([0, 3, 0, 1])
        #expect(list.entries.map(\.code) == [1, 3] && list.entries.map(\.count) == [3, 1])
        let pairs = EventCounts([3: 1, 2: 0, 1: 3])
        #expect(pairs == list)
        #expect(EventCounts([0, 0]).entries.isEmpty && EventCounts() == EventCounts([0]))
    }

    @Test("a code is asked by its index; one that is unknown has none")
    func asked() {
        let counts = EventCounts([0, 3, 0, 1])
        #expect((0..<6).map { counts[$0] } == [0, 3, 0, 1, 0, 0])
        #expect(EventCounts()[0] == 0)
    }

    @Test("as a list there is one number for each code of the catalog, those beyond it left out")
    func dense() {
        let counts = EventCounts([0, 3, 0, 1])
        #expect(counts.dense(6) == [0, 3, 0, 1, 0, 0])
        #expect(counts.dense(3) == [0, 3, 0])
        #expect(counts.dense(0) == [])
    }
}
