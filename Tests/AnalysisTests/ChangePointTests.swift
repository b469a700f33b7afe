import Analysis
import Testing

@Suite("Change points")
struct ChangePointTests {
    @Test("The cuts of counts are those of an exhaustive search")
    func exhaustive() throws {
        let given = try AnalyticsReference.load().changesPoisson
        let found = try #require(PELT(cost: .poisson).fit(given.values))
        #expect(found.changePoints.map(\.index) == given.cuts)
        #expect(agree(found.dispersion, given.dispersion))
    }

    /// A fixed pseudo-noise with mean about 0.
    private func noise(_ count: Int) -> [Double] {
        var state: UInt64 = 42
        return (0..<count).map { _ in
            var sum = 0.0
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                sum += Double(state >> 11) / 9_007_199_254_740_992
            }
            return sum - 6
        }
    }

    @Test("Shifts of the mean are found at their place, with size and p")
    func meanShift() throws {
        var values = noise(300)
        for index in 120..<200 { values[index] += 3 }
        let found = try #require(PELT(cost: .meanShift).fit(values))
        #expect(found.changePoints.count == 2)
        #expect(abs(found.changePoints[0].index - 120) <= 2)
        #expect(abs(found.changePoints[1].index - 200) <= 2)
        #expect(abs(found.changePoints[0].size - 3) < 0.5)
        #expect(found.changePoints.allSatisfy { $0.pValue < 1e-6 })
        #expect(found.segments.map(\.range.count).reduce(0, +) == 300)
    }

    @Test("Noise has no change, nor has noise that resembles its neighbours")
    func noChange() throws {
        let white = noise(400)
        #expect(try #require(PELT(cost: .meanShift).fit(white)).changePoints.isEmpty)
        var red = white
        for index in 1..<400 { red[index] += 0.7 * red[index - 1] }
        #expect(try #require(PELT(cost: .meanShift).fit(red)).changePoints.isEmpty)
    }

    @Test("Missing values neither cut nor shift the places")
    func gaps() throws {
        var values = [Double](repeating: 1, count: 20) + [Double](repeating: 9, count: 20)
        for index in [3, 19, 20, 30] { values[index] = .nan }
        let found = try #require(PELT(cost: .meanShift).fit(values))
        #expect(found.changePoints.map(\.index) == [21])
        #expect(found.segments.map(\.range) == [0..<21, 21..<40])
    }

    @Test("Rates respect what the counts were counted over")
    func exposures() throws {
        let counts = [Double](repeating: 10, count: 30) + [Double](repeating: 20, count: 30)
        let exposures = [Double](repeating: 1, count: 30) + [Double](repeating: 2, count: 30)
        let found = try #require(PELT(cost: .poisson).fit(counts, exposures: exposures))
        #expect(found.changePoints.isEmpty && found.segments[0].mean == 10)
    }

    @Test(
        "Nothing, one value and constant series have no change",
        arguments: [[1.0], [.nan, 2, .nan], [Double](repeating: 3, count: 50)])
    func degenerate(values: [Double]) throws {
        for cost in [PELT.Cost.poisson, .meanShift] {
            #expect(try #require(PELT(cost: cost).fit(values)).changePoints.isEmpty)
            #expect(PELT(cost: cost).fit([]) == nil)
            #expect(PELT(cost: cost).fit([.nan, .nan]) == nil)
        }
    }
}
