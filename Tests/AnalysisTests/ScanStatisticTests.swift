import Testing

@testable import Analysis

@Suite("The scan statistic")
struct ScanStatisticTests {
    @Test(
        "A stretch with a higher rate is found with its ends, its count and what the rest expects")
    func stretch() throws {
        let counts = (0..<100).map { (40..<50).contains($0) ? 6.0 : Double($0 % 2) }
        let found = try #require(
            ScanStatistic.strongest(
                counts, exposure: [Double](repeating: 1, count: 100), prior: (0, 0)))
        #expect(found.bins == 40..<50)
        #expect(found.count == 60)
        #expect(abs(found.expected - 5) < 0.01)
        // Kulldorff's ratio by hand: 105 events, 10.5 of them expected within.
        let ratio = 60 * 1.742969305058623 + 45 * -0.7419373447293773
        #expect(abs(found.logRatio - ratio) < 1e-6)
    }

    @Test("Even counts have no stretch of any weight; no counts have none")
    func even() {
        let even = ScanStatistic.strongest(
            [Double](repeating: 2, count: 50), exposure: [Double](repeating: 1, count: 50),
            prior: (0, 0))
        #expect(even?.logRatio ?? 0 < 0.5)
        #expect(
            ScanStatistic.strongest([0, 0, 0], exposure: [1, 1, 1], prior: (0, 0)) == nil)
        #expect(ScanStatistic.strongest([], exposure: [], prior: (1, 1)) == nil)
    }

    @Test("Twice the exposure explains twice the events")
    func exposure() {
        let exposure = (0..<60).map { (20..<40).contains($0) ? 2.0 : 1 }
        let found = ScanStatistic.strongest(
            exposure.map { $0 * 3 }, exposure: exposure, prior: (0, 0))
        #expect(found?.logRatio ?? 0 < 0.5)
    }
}
