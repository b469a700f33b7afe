import Telemetry
import Testing

@Suite("Events by code")
struct EventCountsTests {
    @Test("hold those codes that have events, and give them back as a list")
    func sparse() {
        let counts = EventCounts([0, 3, 0, 0, 1])
        #expect(counts.entries.map(\.code) == [1, 4] && counts.entries.map(\.count) == [3, 1])
        #expect((0..<7).map { counts[$0] } == [0, 3, 0, 0, 1, 0, 0])
        #expect(counts.dense(5) == [0, 3, 0, 0, 1])
        #expect(counts.dense(2) == [0, 3])
        #expect(EventCounts().entries.isEmpty && EventCounts().dense(2) == [0, 0])
        #expect(counts == EventCounts([0, 3, 0, 0, 1, 0]))
    }
}
