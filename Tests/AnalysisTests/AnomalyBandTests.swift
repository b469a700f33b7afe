import Analysis
import Testing

@Suite("Expected bands")
struct AnomalyBandTests {
    private struct Noise {
        var state: UInt64 = 99
        mutating func uniform() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Double(state >> 11) + 0.5) / 9_007_199_254_740_992
        }
        mutating func normal() -> Double { SpecialFunctions.normalQuantile(uniform()) }
    }

    private func normal(_ count: Int) -> [Double] {
        var noise = Noise()
        return (0..<count).map { _ in 100 + 2 * noise.normal() }
    }

    @Test("Excursions are found with start, end, peak, and whether they go on")
    func excursions() throws {
        var values = normal(365)
        for (index, value) in [(50, 115.0), (51, 120), (52, 118), (363, 70), (364, 80)] {
            values[index] = value
        }
        let band = try #require(BandEstimator().fit(values))
        #expect(band.excursions.map(\.start) == [50, 363])
        #expect(band.excursions.map(\.end) == [52, 364])
        #expect(band.excursions[0].peakIndex == 51 && band.excursions[0].peakZ > 7)
        #expect(band.excursions.map(\.isOpen) == [false, true])
        #expect(band.isOutNow && band.lastZ < -4 && band.countOutside == 5)
        #expect(band.lower(at: 3) > 85 && band.upper(at: 3) < 115)
    }

    @Test("A tenth of the values out in a few runs does not widen the band")
    func robust() throws {
        var values = normal(365)
        for start in [20, 120, 250] {
            for index in start..<(start + 12) { values[index] = 140 }
        }
        let band = try #require(BandEstimator().fit(values))
        #expect(band.excursions.count == 3 && band.countOutside == 36)
    }

    @Test("A missing value neither ends an excursion nor is one")
    func gaps() throws {
        var values = normal(100)
        values[40] = 150
        values[41] = .nan
        values[42] = 150
        values[99] = .nan
        let band = try #require(BandEstimator().fit(values))
        #expect(band.excursions.map(\.count) == [2] && band.excursions[0].end == 42)
        #expect(band.count == 98 && !band.lastZ.isNaN)
    }

    @Test("Constant, two-valued, counted and rounded series raise no alarm")
    func discrete() throws {
        var noise = Noise()
        let constant = [Double](repeating: 7, count: 200)
        let flag = (0..<300).map { $0 % 37 == 0 ? 1.0 : 0 }
        let counts = (0..<365).map { _ in noise.uniform() < 0.1 ? 1.0 : 0 }
        let rounded = (0..<365).map { _ in 20 + (noise.normal() * 0.6).rounded() / 10 }
        for values in [constant, flag, counts, rounded] {
            #expect(try #require(BandEstimator().fit(values)).excursions.isEmpty)
        }
    }

    @Test("A jump of an otherwise constant reading is an excursion")
    func jump() throws {
        var values = [Double](repeating: 20, count: 400)
        values[399] = 85
        #expect(try #require(BandEstimator().fit(values)).isOutNow)
    }

    @Test("Heavy tails raise few alarms on a long series")
    func heavyTails() throws {
        var noise = Noise()
        // Exponential values exceed 4 robust sigma in 3 % of all cases.
        let values = (0..<8760).map { _ in exponential(&noise) }
        let band = try #require(BandEstimator().fit(values))
        #expect(Double(band.countOutside) < 0.005 * 8760)
    }

    private func exponential(_ noise: inout Noise) -> Double {
        // Half a chi-square value with two degrees of freedom.
        SpecialFunctions.chiSquareQuantile(noise.uniform(), degreesOfFreedom: 2) / 2
    }

    @Test("A value the series takes again and again is its habit, one long shift is not")
    func habit() throws {
        let base = normal(400)
        var often = base
        for index in stride(from: 0, to: 400, by: 8) { often[index] = 140 }
        #expect(try #require(BandEstimator().fit(often)).excursions.isEmpty)
        var shifted = base
        for index in 330..<400 { shifted[index] += 40 }
        let band = try #require(BandEstimator().fit(shifted))
        #expect(band.excursions.count == 1 && band.isOutNow)
    }

    @Test("The band follows a daily pattern worth following, and only then")
    func seasonal() throws {
        var values = normal(24 * 30)
        let flat = try #require(BandEstimator().fit(values, period: 24))
        #expect(!flat.isSeasonal)
        for index in values.indices where index % 24 < 12 { values[index] += 20 }
        values[24 * 20 + 15] += 20
        let band = try #require(BandEstimator().fit(values, period: 24))
        #expect(band.isSeasonal && band.excursions.map(\.start) == [24 * 20 + 15])
        #expect(band.centre(at: 24 * 30 + 1) > 115)
    }

    @Test("Nothing has no band; one value is its own")
    func degenerate() throws {
        #expect(BandEstimator().fit([]) == nil)
        #expect(BandEstimator().fit([.nan, .infinity]) == nil)
        let one = try #require(BandEstimator().fit([3.14]))
        #expect(one.excursions.isEmpty && one.lastZ == 0 && one.z(.nan, at: 0).isNaN)
    }
}
