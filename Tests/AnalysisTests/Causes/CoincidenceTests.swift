import Testing
import Values

@testable import Analysis

@Suite("Chance of an event just before")
struct CoincidenceTests {
    @Test("is that of a Poisson process", arguments: [(1, 0.01), (10, 0.1), (100, 1)])
    func poisson(_ count: Int, _ expected: Double) throws {
        let events = (1..<count).map { 900 * Double($0) / Double(count) } + [990]
        let incident = try #require(
            Coincidence.last(events, before: 1_000, in: 0...1_000, resolution: 1))
        #expect(incident.time == 990)
        #expect(incident.count == count)
        #expect(abs(incident.chance - (1 - ElementaryFunctions.exponential(-expected))) < 1e-12)
    }

    @Test("takes a burst for one incident, and a stream for one that began long ago")
    func bursts() throws {
        let burst = (0..<50).map { 990 + 0.1 * Double($0) }
        let rare = try #require(
            Coincidence.last(burst, before: 1_000, in: 0...1_000, resolution: 0.1))
        #expect((rare.time, rare.count) == (990, 1))
        let stream = (0..<2_000).map { 0.5 * Double($0) }
        let common = try #require(
            Coincidence.last(stream, before: 1_000, in: 0...1_000, resolution: 0.1))
        #expect(common.chance > 0.6)
    }

    @Test("leaves out what came after, and counts no event as nearer than times are known")
    func limits() throws {
        #expect(Coincidence.last([], before: 5, in: 0...10, resolution: 1) == nil)
        #expect(Coincidence.last([6], before: 5, in: 0...10, resolution: 1) == nil)
        #expect(Coincidence.last([5], before: 5, in: 5...5, resolution: 1) == nil)
        let incident = try #require(Coincidence.last([5], before: 5, in: 0...10, resolution: 1))
        #expect(abs(incident.chance - (1 - ElementaryFunctions.exponential(-0.1))) < 1e-12)
    }
}
