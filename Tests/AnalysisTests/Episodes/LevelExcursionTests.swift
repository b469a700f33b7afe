import Testing

@testable import Analysis

@Suite("Excursions of a level")
struct LevelExcursionTests {
    /// Wander with jumps of single rows far beyond it.
    private func heavyTailed(_ rows: Int, seed: UInt64, memory: Double = 0.9) -> [Double] {
        var random = SeededGenerator(seed: seed)
        var wander = 0.0
        return (0..<rows).map { _ in
            wander = memory * wander + random.normal()
            return wander + (random.uniform() < 0.02 ? 12 * random.normal() : 0)
        }
    }

    @Test("Hours at another level are found where single rows reach as far")
    func excursion() throws {
        var values = heavyTailed(12_000, seed: 3)
        for row in 7_000..<7_600 { values[row] -= 7 }
        let mark = try #require(
            LevelExcursions.marks(values, shortest: 24).max { $0.excess < $1.excess })
        #expect(mark.excess > 1)
        #expect((6_600...7_100).contains(mark.rows.lowerBound))
        #expect((7_500...8_000).contains(mark.rows.upperBound))
    }

    @Test("Wander of any memory has hardly any", arguments: [0, 0.5, 0.9, 0.98])
    func wander(memory: Double) {
        let marks = (1...30).map {
            LevelExcursions.marks(heavyTailed(4_000, seed: $0, memory: memory), shortest: 24)
        }
        #expect(marks.count { !$0.isEmpty } <= 12)
    }

    @Test("What a recording begins with is no excursion")
    func beginning() {
        var values = heavyTailed(12_000, seed: 3)
        for row in 0..<600 { values[row] -= 7 }
        #expect(LevelExcursions.marks(values, shortest: 24).allSatisfy { $0.rows.lowerBound > 900 })
    }

    @Test("Cycles, steps that stay for half and recordings too short have none")
    func none() {
        let cycle = (0..<6_000).map { Double($0 % 40) / 40 }
        #expect(LevelExcursions.marks(cycle, shortest: 40).isEmpty)
        let halves = heavyTailed(6_000, seed: 5).enumerated().map { $0 < 3_000 ? $1 : $1 + 9 }
        #expect(LevelExcursions.marks(halves, shortest: 24).isEmpty)
        #expect(LevelExcursions.marks(heavyTailed(900, seed: 6), shortest: 24).isEmpty)
        #expect(LevelExcursions.marks([], shortest: 24).isEmpty)
    }
}
