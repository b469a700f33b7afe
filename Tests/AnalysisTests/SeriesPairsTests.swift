import Testing

@testable import Analysis

@Suite("Pairs of many series")
struct SeriesPairsTests {
    private func noise(_ count: Int, length: Int, seed: UInt64 = 1) -> [[Double]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in (0..<length).map { _ in generator.normal() } }
    }

    @Test("few series are all compared", arguments: [0, 1, 2, 20])
    func all(count: Int) {
        let chosen = SeriesPairs(limit: 190).choose(among: noise(count, length: 30))
        #expect(chosen.pairs.count == count * (count - 1) / 2)
        #expect(chosen.possible == chosen.pairs.count && !chosen.isPart)
        #expect(chosen.pairs.allSatisfy { $0.first < $0.second })
    }

    /// The number of pairs is what takes time, so time is judged by it.
    @Test("of more series no more pairs are compared", arguments: [150, 600, 1_200])
    func bounded(count: Int) {
        // Each of ten causes moves a tenth of the series.
        let causes = noise(10, length: 100)
        let series = noise(count, length: 100, seed: 2).enumerated().map { index, noise in
            zip(causes[index % 10], noise).map { $0 + 0.1 * $1 }
        }
        let chosen = SeriesPairs(limit: 500).choose(among: series)
        #expect(chosen.isPart && chosen.pairs.count == 500)
        #expect(chosen.possible == count * (count - 1) / 2)
        let alike = chosen.pairs.count { ($0.second - $0.first).isMultiple(of: 10) }
        #expect(alike == 500, "pairs that move together come first")
    }

    @Test("pairs that move together are found among a thousand, also against each other")
    func found() {
        var series = noise(1_000, length: 400)
        for place in 0..<20 {
            let sign = place.isMultiple(of: 2) ? 1.0 : -1
            series[900 + place] = zip(series[place * 3], series[980]).map { sign * $0 + 0.1 * $1 }
        }
        let chosen = SeriesPairs(limit: 5_000).choose(among: series)
        let pairs = Set(chosen.pairs.map { [$0.first, $0.second] })
        let missed = (0..<20).filter { !pairs.contains([$0 * 3, 900 + $0]) }
        #expect(missed.isEmpty)
        // Noise hardly meets, so that few comparisons are in vain.
        #expect(chosen.pairs.count < 1_500)
        let again = SeriesPairs(limit: 5_000).choose(among: series)
        #expect(Set(again.pairs.map { [$0.first, $0.second] }) == pairs)
    }

    @Test("copies do not crowd out the work, constants and gaps do no harm")
    func edges() {
        let one = noise(1, length: 200)[0]
        let copies = SeriesPairs(limit: 100_000).choose(
            among: [[Double]](repeating: one, count: 700))
        #expect(copies.pairs.count <= 700 * 16)
        let constant = [Double](repeating: 4, count: 200)
        let still = SeriesPairs(limit: 10).choose(
            among: [[Double]](repeating: constant, count: 50))
        #expect(still.pairs.isEmpty && still.isPart)
        var series = noise(100, length: 200)
        series[99] = series[3]
        for place in stride(from: 0, to: 200, by: 9) { series[99][place] = .nan }
        let gaps = SeriesPairs(limit: 1_000).choose(among: series)
        #expect(gaps.pairs.contains { $0.first == 3 && $0.second == 99 })
    }
}

@Suite("What remains of sorted values")
struct RemainingOrderTests {
    @Test("medians and median distances are those of the values that remain", arguments: 1...60)
    func asDefined(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = 1 + generator.integer(below: 40)
        // Whole numbers make ties.
        let sorted = (0..<count).map { _ in generator.normal(standardDeviation: 4).rounded() }
            .sorted()
        let removed = generator.sample(generator.integer(below: count), of: count)
        let rest = sorted.indices.filter { !removed.contains($0) }.map { sorted[$0] }
        let order = RemainingOrder(of: sorted, without: removed)
        #expect(order.count == rest.count)
        #expect(order.median == Statistics.median(rest))
        for center in [order.median, 0.5, -30, 30] {
            let distances = rest.map { abs($0 - center) }
            #expect(order.medianDistance(from: center) == Statistics.median(distances))
        }
    }

    @Test("nothing remains of nothing")
    func empty() {
        let order = RemainingOrder(of: [1, 2], without: [1, 0])
        #expect(order.count == 0 && order.median.isNaN)
        #expect(order.medianDistance(from: 1).isNaN)
    }
}
