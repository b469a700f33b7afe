import Analysis
import Testing

@Suite("Forecasts and seasons")
struct ForecastTests {
    /// A fixed pseudo-noise, even in -0.5...0.5.
    private func noise(_ count: Int) -> [Double] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / 9_007_199_254_740_992 - 0.5
        }
    }

    @Test("Level noise is best continued by its mean, better than by its last value")
    func level() throws {
        let forecast = try #require(Forecaster(horizon: 4).fit(noise(60).map { $0 + 10 }))
        #expect(forecast.method == .mean && forecast.isBetterThanNaive)
        #expect(forecast.steps.count == 4 && abs(forecast.steps[0].value - 10) < 0.2)
        #expect(forecast.backTests[0].relativeToNaive < 0.9)
    }

    @Test("A line is continued as a line, a random walk by nothing better than its last value")
    func lineAndWalk() throws {
        let line = (0..<50).map { 5 + 2 * Double($0) }
        let straight = try #require(Forecaster(horizon: 3).fit(line))
        #expect(abs(straight.steps[2].value - 109) < 0.01)
        var walk = noise(400)
        for index in 1..<400 { walk[index] += walk[index - 1] }
        #expect(try #require(Forecaster(horizon: 5).fit(walk)).isBetterThanNaive == false)
    }

    @Test("A season is repeated when its period is given")
    func season() throws {
        let day = [0.0, 1, 4, 9, 7, 3]
        let values = (0..<120).map { day[$0 % 6] }
        let forecast = try #require(Forecaster(horizon: 6, period: 6).fit(values))
        for (step, expected) in zip(forecast.steps, day) {
            #expect(abs(step.value - expected) < 0.05)
        }
    }

    @Test("Intervals widen with the level, never narrow with the step, and cover about their level")
    func intervals() throws {
        let values = noise(2000)
        var inside = 0
        for start in 0..<50 {
            let past = Array(values[(start * 20)..<(start * 20 + 60)])
            let forecast = try #require(Forecaster(horizon: 1).fit(past))
            if forecast.steps[0].interval80.contains(values[start * 20 + 60]) { inside += 1 }
            let step = forecast.steps[0]
            #expect(step.interval80.lower >= step.interval95.lower)
        }
        #expect((33...47).contains(inside))
        let steps = try #require(Forecaster(horizon: 8).fit(values)).steps
        let widths = steps.map { $0.interval95.upper - $0.interval95.lower }
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    }

    @Test("Gaps are bridged, trailing ones forecast over; too little or nothing gives nothing")
    func edges() throws {
        var line = (0..<30).map { Double($0) }
        line[10] = .nan
        line[29] = .nan
        let forecast = try #require(Forecaster(horizon: 1).fit(line))
        #expect(forecast.steps.count == 1 && abs(forecast.steps[0].value - 30) < 0.01)
        #expect(Forecaster(horizon: 1).fit([]) == nil)
        #expect(Forecaster(horizon: 1).fit([1, 2]) == nil)
        #expect(Forecaster(horizon: 1).fit([Double](repeating: .nan, count: 40)) == nil)
        let constant = try #require(Forecaster(horizon: 2).fit([Double](repeating: 5, count: 20)))
        #expect(constant.method == .naive && constant.steps[1].value == 5)
        #expect(constant.steps[1].interval95 == Interval(lower: 5, upper: 5))
        #expect(!constant.isBetterThanNaive)
    }

    @Test("Autocorrelations agree with the definition; a constant series has none")
    func autocorrelation() throws {
        let given = try AnalyticsReference.load().autocorrelation
        let found = Autocorrelation.values(of: given.values, lags: 5)
        #expect(zip(found, given.acf).allSatisfy { agree($0, $1) } && found.count == 6)
        #expect(Autocorrelation.values(of: [3, 3, 3], lags: 2).isEmpty)
        #expect(Autocorrelation.values(of: [], lags: 2).isEmpty)
    }

    @Test("The period of a pattern is found, and none in noise")
    func period() throws {
        let shake = noise(300)
        let pattern = (0..<300).map { Double($0 % 12 < 4 ? 3 : 0) + shake[$0] }
        let found = try #require(Seasonality.strongest(in: pattern))
        #expect(found.period == 12 && found.strength > 0.8)
        #expect(Seasonality.strongest(in: shake) == nil)
        #expect(Seasonality.strongest(in: []) == nil)
        #expect(try #require(Seasonality(of: shake, period: 12)).strength < 0.15)
        #expect(Seasonality(of: [1, 1, 1, 1], period: 2)?.strength == 0)
    }
}
