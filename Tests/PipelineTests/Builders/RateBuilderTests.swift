import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Rates of events")
struct RateBuilderTests {
    private static let day = MadeSource.day

    /// Ten days of four devices with three errors a day, one more on the fourth.
    private func source(length: Double = 10 * day) -> MadeSource {
        let days = (0..<10).flatMap { day in
            Array(repeating: (day: Double(day) + 0.5, code: 0), count: day == 3 ? 4 : 3)
        }
        return MadeSource(
            (0..<4).map { .init("d\($0)", days: $0 == 0 ? days + [(2.5, 1)] : []) },
            codes: [(.error, "e"), (.error, "f")], length: length)
    }

    @Test("are counts by devices and days, with a mean over the last week of whole slices")
    func rates() throws {
        let rates = source().rates()
        #expect(rates.devices == 4 && rates.slices.count == 11)
        let all = try #require(rates.series(.error))
        #expect(all.kind == .error && all.code == nil && all.width == .day && all.known == nil)
        #expect(all.counts == [3, 3, 4, 4, 3, 3, 3, 3, 3, 3, 0])
        #expect(Array(all.rates.prefix(4)) == [0.75, 0.75, 1, 1])
        #expect(all.rates[10].isNaN, "the period ends where the last slice begins")
        #expect(all.mean == 32.0 / 40)
        #expect(all.rollingSlices == 7 && all.rolling.prefix(6).allSatisfy(\.isNaN))
        #expect(abs(all.rolling[6] - 23.0 / 28) < 1e-12 && abs(all.rolling[9] - 22.0 / 28) < 1e-12)
        let code = try #require(source().catalog.codeRefs.last)
        #expect(rates.series(code).counts == [0, 0, 1] + Array(repeating: 0, count: 8))
        #expect(rates.series(code).code == code)
        #expect(rates.series(.failure) == nil)
    }

    @Test("count each row once where there are no times")
    func rows() {
        let rows = MadeSource(
            (0..<4).map { .init(name: "\($0)", rows: [(Double($0), [])]) }, codes: [(.error, "e")],
            length: 3, step: 1, kind: .row)
        #expect(rows.rates().devices == 1)
        #expect(rows.rates().exposures(.error).first == 1)
        #expect(MadeSource([], codes: [(.error, "e")]).rates().devices == 1)
    }

    @Test("are made of the time in which a log tells of events")
    func known() throws {
        let source = source(length: 60 * Self.day)
        let coverage = try Coverage(
            [
                .made(
                    shape: .events, kind: .error, range: 2.5 * Self.day...9.5 * Self.day, rows: 100)
            ], source: source, whole: 0...60 * Self.day)
        let scope = Scope(catalog: source.catalog, choice: Choice(), coverage: coverage)
        let rates = source.rates(scope)
        #expect(Array(rates.exposures(.error).prefix(11)) == [0, 0, 2, 4, 4, 4, 4, 4, 4, 2, 0])
        let series = try #require(rates.series(.error))
        #expect(series.known == 2.5 * Self.day...9.5 * Self.day)
        #expect(
            series.slices.prefix(11).map(\.isComplete) == [
                false, false, false, true, true, true, true, true, true, false, false,
            ])
        #expect(series.mean == 32.0 / 28)
        #expect(rates.exposures(.repair).allSatisfy { $0 == 4 || $0 == 0 })
        let before = Scope(
            catalog: source.catalog, choice: Choice(from: 20 * Self.day), coverage: coverage)
        #expect(source.rates(before).exposures(.error).allSatisfy { $0 == 0 })
        #expect(try #require(source.rates(before).series(.error)).mean.isNaN)
    }

    // MARK: - Trends

    private func figures(_ values: [[Double]]) -> [TrendFigures?] {
        TrendTests.figures(
            values.map { .init(values: $0, times: $0.indices.map(Double.init)) },
            slicesPerSpan: 28, span: .fourWeeks)
    }

    @Test("a trend is given in percent of the mean over the span")
    func percent() throws {
        let found = try #require(figures([(1...10).map(Double.init)]).first ?? nil)
        // One more a slice of a mean of 5.5.
        #expect(abs(found.slopePercent - 100 * 28 / 5.5) < 1e-9 && found.span == .fourWeeks)
        #expect(found.low == found.slopePercent && found.high == found.slopePercent)
        // S = 45, its variance 10 * 9 * 25 / 18, with the correction for continuity.
        let z = 44 / 125.0.squareRoot()
        let p = 2 * (1 - SpecialFunctions.normalCDF(z))
        #expect(abs(found.p - p) < 1e-6 && found.q == found.p && found.direction == .rising)
        let falling = try #require(figures([(1...10).map { -Double($0) }]).first ?? nil)
        #expect(falling.slopePercent < 0 && falling.direction == .falling)
    }

    @Test("needs eight values and a mean, and is corrected for the number of tests")
    func corrected() throws {
        let line = (1...10).map(Double.init)
        let found = figures([
            line, Array(line.prefix(7)), [Double](repeating: 0, count: 10),
            [1, 2, 1, 2, 1, 2, 1, 2],
            line.map { $0 == 3 ? .nan : $0 == 8 ? .nan : $0 },
        ])
        #expect(found.map { $0 == nil } == [false, true, true, false, false])
        let first = try #require(found[0])
        let level = try #require(found[3])
        #expect(level.direction == .level && level.q > 0.5)
        #expect(first.q > first.p, "four tests")
    }
}
