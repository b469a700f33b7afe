import Analysis
import Reports
import Testing
import Values

@testable import Pipeline

@Suite("A series that is continued")
struct ForecastBuilderTests {
    private func figures(_ values: [Double], floor: Double = -.infinity) -> ForecastFigures? {
        ForecastBuilder(
            values: values, times: values.indices.map { 100 + 10 * Double($0) }, horizon: 3,
            seasonLength: nil, floor: floor
        ).figures()
    }

    @Test("needs twelve values, and goes on at their step")
    func twelve() throws {
        let values = (0..<12).map { 5 + Double($0 % 3) }
        #expect(figures(Array(values.prefix(11))) == nil)
        let found = try #require(figures(values))
        #expect(found.times == [220, 230, 240])
        #expect(found.values.count == 3 && found.low80.count == 3 && found.high95.count == 3)
        for place in 0..<3 {
            #expect(found.low95[place] <= found.low80[place])
            #expect(found.low80[place] <= found.values[place])
            #expect(found.values[place] <= found.high80[place])
            #expect(found.high80[place] <= found.high95[place])
        }
        #expect(found.trials.contains { $0.method == found.method })
    }

    @Test("follows a straight line, and does not fall below its floor")
    func line() throws {
        let up = try #require(figures((0..<30).map { 2 * Double($0) }))
        #expect(up.beatsNaive && up.method != .naive)
        #expect(abs(up.values[0] - 60) < 1 && abs(up.values[2] - 64) < 1.5)
        let down = (0..<30).map { 29.5 - Double($0) }
        let free = try #require(figures(down))
        #expect(free.values[2] < 0 && free.low80[2] < 0 && free.low95[2] < 0)
        let bound = try #require(figures(down, floor: 0))
        #expect(bound.values[2] == 0 && bound.low80[2] == 0 && bound.low95[2] == 0)
        #expect(bound.high80[2] == free.high80[2] && bound.high95[2] == free.high95[2])
    }

    @Test("of rates takes whole slices that are known, and never falls below nothing")
    func rates() throws {
        let slices = (0..<14).map {
            TimeSlice(from: Double($0), to: Double($0 + 1), isComplete: $0 != 13)
        }
        let rates = (0..<14).map { $0 == 0 ? Double.nan : 13.5 - Double($0) }
        let series = RateSeries(
            kind: .error, code: nil, width: .day, slices: slices, counts: rates.map { _ in 0 },
            rates: rates, rolling: [], rollingSlices: 2, trend: nil, mean: 0)
        let builder = ForecastBuilder(series: series, horizon: 4, seasonLength: nil)
        #expect(builder.values == (1..<13).map { 13.5 - Double($0) })
        #expect(builder.times == (1..<13).map(Double.init))
        #expect(builder.step == 1 && builder.floor == 0)
        #expect(try #require(builder.figures()).low95.allSatisfy { $0 >= 0 })
        #expect(
            ForecastBuilder(values: [1], times: [5], horizon: 2, seasonLength: nil).step == 1)
    }

    // MARK: - Crossing

    private func crossing(
        _ line: [Double], at value: Double, level: Double, isUpper: Bool, spread: Double = 1
    ) -> ForecastCrossing? {
        let figures = ForecastFigures(
            method: .drift, trials: [], backtests: 0, beatsNaive: true,
            times: line.indices.map { Double($0 + 1) }, values: line,
            low80: line.map { $0 - spread }, high80: line.map { $0 + spread }, low95: [],
            high95: [])
        return ForecastCrossing(figures, level: level, isUpper: isUpper, after: 0, at: value)
    }

    @Test("a falling line meets a level below, each side of the interval at its own time")
    func falling() throws {
        let met = try #require(crossing([8, 6, 4, 2, 0], at: 10, level: 5, isUpper: false))
        // From 10 down by 2 a step; the lower side is 1 lower from the first step on.
        #expect(met.time == 2.5 && met.earliest == 2 && met.latest == 3)
        #expect(crossing([8, 6, 4, 2, 0], at: 10, level: 0.5, isUpper: false)?.latest == nil)
        #expect(crossing([8, 6, 4, 2, 0], at: 10, level: -0.5, isUpper: false) == nil)
    }

    @Test("a level that is reached exactly is met, and one that is passed already is met at once")
    func exact() throws {
        #expect(crossing([1, 2, 3], at: 0, level: 3, isUpper: true, spread: 0)?.time == 3)
        #expect(crossing([1, 2, 3], at: 0, level: 3.01, isUpper: true, spread: 0) == nil)
        #expect(crossing([4, 5], at: 3, level: 2, isUpper: true)?.time == 0)
    }
}
