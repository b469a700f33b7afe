import Testing

@testable import Analysis

@Suite("The order in which signals left their levels")
struct DepartureOrderTests {
    /// Noise around 10 by signal, which steps by `size` for `lasting` rows from each of `steps` on.
    private func column(
        _ seed: UInt64, steps: [Int], size: Double = 6, lasting: Int = 5_000, rows: Int = 3_000
    ) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<rows).map { row in
            let isOut = steps.contains { row >= $0 && row < $0 + lasting }
            return 10 + generator.normal() + (isOut ? size : 0)
        }
    }

    @Test("is found to the row, and not for signals that kept their level")
    func order() throws {
        let columns = [
            column(1, steps: [2_824], size: -6), column(2, steps: []),
            column(3, steps: [2_800]), column(4, steps: [2_812]),
        ]
        let order = try #require(DepartureOrder(columns))
        #expect(order.order == [2, 3, 0])
        #expect(order.departures[1] == nil)
        for (signal, row) in [(0, 2_824), (2, 2_800), (3, 2_812)] {
            #expect(abs((order.departures[signal]?.row ?? 0) - row) <= 3)
        }
        #expect(order.departures[0]?.change ?? 0 < 0)
    }

    @Test("is found again where earlier troubles were as large")
    func repeated() throws {
        let times = [600, 1_000, 1_500, 2_850]
        let columns = [
            column(5, steps: times, lasting: 60),
            column(6, steps: times.map { $0 + 9 }, lasting: 60),
        ]
        let order = try #require(
            DepartureOrder(columns.map { Array($0.prefix(2_900)) }, .after(2_700)))
        #expect(order.order == [0, 1])
    }

    @Test(
        "what comes back from an earlier trouble does not leave its level",
        arguments: [2_785, 2_800, 2_860])
    func recovered(next: Int) throws {
        let columns = [
            column(11, steps: [2_700, next], lasting: 60), column(12, steps: [], lasting: 60),
        ]
        let order = try #require(
            DepartureOrder(
                columns.map { Array($0.prefix(next + 40)) }, .after(2_760),
                troubled: [2_690..<2_760]))
        #expect(order.order == [0])
        let departure = try #require(order.departures[0])
        #expect(departure.change > 0)
        #expect(abs(departure.row - next) <= 5, "\(departure.row)")
    }

    @Test("is hardly ever found in noise, or in slow wandering that is as it was")
    func calm() throws {
        var found = 0
        for seed in 0..<40 as Range<UInt64> {
            var generator = SeededGenerator(seed: 100 + seed)
            var level = 0.0
            let wandering = (0..<2_000).map { _ in
                level += -level / 40 + generator.normal() / 5
                return level + 0.2 * generator.normal()
            }
            let columns = [wandering, column(seed, steps: [], rows: 2_000)]
            found += try #require(DepartureOrder(columns)).order.count
        }
        #expect(found <= 8)
    }

    @Test("takes constants and missing readings, and needs rows to learn from")
    func odd() throws {
        let gaps = column(7, steps: [2_800]).enumerated().map {
            $0.offset % 5 == 0 ? .nan : $0.element
        }
        let columns = [
            gaps, gaps.map { _ in 3.0 }, gaps.map { _ in Double.nan }, gaps.map { _ in 1e300 },
        ]
        let order = try #require(DepartureOrder(columns))
        #expect(order.order == [0])
        #expect(DepartureOrder(columns.map { Array($0.prefix(399)) }) == nil)
        #expect(DepartureOrder([]) == nil)
    }
}
