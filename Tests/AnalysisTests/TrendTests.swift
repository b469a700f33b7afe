import Analysis
import Testing

@Suite("Mann-Kendall and Sen")
struct TrendTests {
    @Test("S, z, p, tau and the slope with its interval agree with SciPy")
    func references() throws {
        for given in try AnalyticsReference.load().trend {
            let plain = MannKendall(serialCorrelation: .ignored)
            let found = try #require(plain.fit(given.values))
            #expect(found.s == given.s)
            #expect(agree(found.z, given.z) && agree(found.pValue, given.p))
            #expect(agree(found.tau, given.tau) && agree(found.slope, given.slope))
            #expect(agree(found.intercept, given.intercept))
            #expect(agree(found.slopeInterval.lower, given.low))
            #expect(agree(found.slopeInterval.upper, given.high))
            let corrected = try #require(MannKendall().fit(given.values))
            #expect(agree(corrected.varianceFactor, given.factor, 1e-9))
            #expect(corrected.pValue >= found.pValue)
        }
    }

    @Test("A straight line over uneven times gives its slope and goes through its points")
    func line() throws {
        let times = [0.0, 1, 5, 6, 9, 20]
        let trend = try #require(MannKendall().fit(times.map { 3 - 2 * $0 }, times: times))
        #expect(trend.slope == -2 && trend.tau == -1 && trend.value(at: 10) == -17)
    }

    @Test("No trend can be said of nothing, too little, or missing values only")
    func tooLittle() {
        #expect(MannKendall().fit([]) == nil)
        #expect(MannKendall().fit([1, 2, 3]) == nil)
        #expect(MannKendall().fit([Double](repeating: .nan, count: 50)) == nil)
        #expect(MannKendall().fit([1, 2, 3, 4], times: [7, 7, 7, 7]) == nil)
    }

    @Test("A constant series has slope 0 and p 1")
    func constant() throws {
        let trend = try #require(MannKendall().fit([Double](repeating: 4, count: 30)))
        #expect(trend.slope == 0 && trend.pValue == 1 && trend.tau.isNaN)
        #expect(trend.slopeInterval == Interval(lower: 0, upper: 0))
    }

    @Test("Missing values are left out, at their own time")
    func gaps() throws {
        let trend = try #require(MannKendall().fit([0, .nan, 2, 3, .nan, 5, 6]))
        #expect(trend.slope == 1 && trend.count == 5)
    }

    @Test("A long series is thinned by averaging, and says so")
    func thinning() throws {
        let trend = try #require(
            MannKendall(pointLimit: 500).fit((0..<5001).map { Double($0) / 2 }))
        #expect(trend.thinning == 11 && trend.count == 455)
        #expect(agree(trend.slope, 0.5))
    }
}
