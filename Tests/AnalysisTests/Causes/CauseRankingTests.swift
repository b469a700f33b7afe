import Testing
import Values

@testable import Analysis

@Suite("The ranking of causes")
struct CauseRankingTests {
    @Test(
        "puts the signal first with which a fault began",
        arguments: [
            (MadePlant.Fault.frozenTemperature, MadePlant.temperature),
            (.biasedCurrent, MadePlant.current), (.supplyDrops, MadePlant.supply),
            (.sharpController, MadePlant.output),
        ])
    func first(_ fault: MadePlant.Fault, _ root: Int) throws {
        let ranking = try #require(CauseRanking(MadePlant(fault).columns))
        #expect(ranking.causes.first?.signal == root)
    }

    @Test(
        "says what is wrong there",
        arguments: [
            (MadePlant.Fault.frozenTemperature, CauseMechanism.frozenReading),
            (.sharpController, .sharpLoop), (.supplyDrops, .disturbance),
        ])
    func mechanism(_ fault: MadePlant.Fault, _ mechanism: CauseMechanism) throws {
        let ranking = try #require(CauseRanking(MadePlant(fault).columns))
        #expect(ranking.causes.first?.mechanism == mechanism)
    }

    @Test(
        "has among the first three what only relations betray",
        arguments: [
            (MadePlant.Fault.biasedFlow, MadePlant.flow), (.stickingValve, MadePlant.output),
        ])
    func amongThree(_ fault: MadePlant.Fault, _ root: Int) throws {
        let ranking = try #require(CauseRanking(MadePlant(fault).columns))
        #expect(ranking.causes.prefix(3).map(\.signal).contains(root))
    }

    @Test("finds when it began, and what moved in which order")
    func order() throws {
        let ranking = try #require(CauseRanking(MadePlant(.supplyDrops).columns))
        #expect(abs(ranking.onset - 2150) <= 24)
        let supply = try #require(ranking.causes.first { $0.signal == MadePlant.supply })
        let departure = try #require(supply.departure)
        #expect(departure.change < 0)
        let earlier = ranking.causes.count { $0.departure.map { $0.row < departure.row } ?? false }
        #expect(earlier <= 1)
    }

    @Test("knows the beginning of a standstill to the row")
    func standstill() throws {
        let ranking = try #require(CauseRanking(MadePlant(.frozenTemperature).columns))
        #expect(ranking.onset == 2149)
    }

    @Test("gives probabilities, each signal once", arguments: MadePlant.Fault.allCases)
    func probabilities(_ fault: MadePlant.Fault) throws {
        let causes = try #require(CauseRanking(MadePlant(fault).columns)).causes
        #expect(Set(causes.map(\.signal)) == Set(0..<5))
        #expect(abs(causes.map(\.confidence).reduce(0, +) - 1) < 1e-9)
        #expect(causes.map(\.confidence) == causes.map(\.confidence).sorted(by: >))
    }

    @Test("is the same each time, for columns in any order and in any unit")
    func invariant() throws {
        let columns = MadePlant(.biasedCurrent).columns
        let ranking = try #require(CauseRanking(columns))
        #expect(CauseRanking(columns) == ranking)
        let order = [3, 0, 4, 1, 2]
        let moved = try #require(
            CauseRanking(order.map { columns[$0].map { 250 - 40 * $0 } }))
        #expect(moved.causes.map { order[$0.signal] } == ranking.causes.map(\.signal))
        #expect(moved.onset == ranking.onset)
        for (one, other) in zip(moved.causes, ranking.causes) {
            #expect(abs(one.confidence - other.confidence) < 1e-6)
        }
    }

    @Test("needs two signals and rows to learn from")
    func tooLittle() {
        let columns = MadePlant(.none).columns
        #expect(CauseRanking([]) == nil)
        #expect(CauseRanking([columns[0]]) == nil)
        #expect(CauseRanking(columns.map { Array($0.prefix(399)) }) == nil)
        #expect(CauseRanking(columns.map { Array($0.prefix(400)) }) != nil)
    }

    @Test("takes constants, gaps and signals without any reading")
    func oddColumns() throws {
        var columns = MadePlant(.frozenTemperature).columns
        for row in stride(from: 0, to: columns[0].count, by: 7) { columns[0][row] = .nan }
        columns += [
            [Double](repeating: 4, count: columns[0].count),
            [Double](repeating: .nan, count: columns[0].count),
            columns[0].map { _ in 1e300 },
        ]
        let ranking = try #require(CauseRanking(columns))
        #expect(ranking.causes.first?.signal == MadePlant.temperature)
        #expect(
            ranking.causes.allSatisfy {
                $0.confidence.isFinite && $0.departure?.change.isFinite ?? true
            })
        #expect(ranking.causes.filter { $0.signal >= 5 }.allSatisfy { $0.departure == nil })
    }

    @Test("sees a set point that never moved before")
    func setPoint() throws {
        let plant = MadePlant(.none).columns
        let setPoint = plant[0].indices.map { $0 < 2150 ? 60.0 : 62.0 }
        let ranking = try #require(CauseRanking(plant + [setPoint]))
        #expect(ranking.causes.first?.signal == 5)
    }

    @Test("joins rows of long records and still tells the row")
    func longRecord() throws {
        let columns = MadePlant(.supplyDrops, rows: 20_000, from: 18_000).columns
        let ranking = try #require(CauseRanking(columns))
        #expect(ranking.causes.first?.signal == MadePlant.supply)
        #expect(abs(ranking.onset - 18_000) <= 300)
    }

    @Test("compares the signals that changed most where there are many, and lists all")
    func manySignals() throws {
        var generator = SeededGenerator(seed: 9)
        let columns = MadePlant(.supplyDrops).columns
        let others = (0..<60).map { _ in columns[0].map { _ in generator.normal() } }
        let ranking = try #require(CauseRanking(others + columns))
        #expect(ranking.compared == MovingSignals.most)
        #expect(ranking.causes.first?.signal == 60 + MadePlant.supply)
        #expect(Set(ranking.causes.map(\.signal)) == Set(0..<65))
        #expect(ranking.causes.dropFirst(ranking.compared).allSatisfy { $0.confidence == 0 })
        #expect(abs(ranking.causes.map(\.confidence).reduce(0, +) - 1) < 1e-9)
    }

    @Test("looks for no beginning before the row that is given")
    func since() throws {
        let columns = MadePlant(.supplyDrops, from: 2_000).columns
        #expect(try #require(CauseRanking(columns, since: 2_300)).onset >= 2_280)
        #expect(try #require(CauseRanking(columns, since: .max)).onset < 2_400)
    }
}
