import Analysis
import Reports
import Testing
import Values

@testable import Pipeline

@Suite("Levels of a rate, and waves among them")
struct EventSegmentsTests {
    /// A series of days with counts, over one device a day.
    private func series(_ counts: [Int], _ kind: EventKind = .error) -> RateSeries {
        RateSeries(
            kind: kind, code: nil, width: .day,
            slices: counts.indices.map { TimeSlice(from: Double($0), to: Double($0 + 1)) },
            counts: counts, rates: counts.map(Double.init), rolling: [], rollingSlices: 2,
            trend: nil, mean: Double(counts.reduce(0, +)) / Double(counts.count))
    }

    private func segments(_ counts: [Int], exposures: [Double]? = nil) -> [[Double]] {
        EventSegments(series: series(counts), exposures: exposures ?? counts.map { _ in 1 })
            .segments.map { [$0.from, $0.to, $0.mean] }
    }

    private let step = Array(repeating: 4, count: 10) + Array(repeating: 20, count: 10)

    @Test("a count that jumped is two levels, each with its mean by the exposure")
    func jump() {
        #expect(segments(step) == [[0, 10, 4], [10, 20, 20]])
        let half = step.indices.map { $0 < 10 ? 0.5 : 1.0 }
        #expect(segments(step, exposures: half) == [[0, 10, 8], [10, 20, 20]])
    }

    @Test("slices without exposure are left out, at the ends and between")
    func exposure() {
        var exposures = step.map { _ in 1.0 }
        for place in [0, 1, 5, 19] { exposures[place] = 0 }
        #expect(segments(step, exposures: exposures) == [[2, 10, 4], [10, 19, 20]])
        #expect(segments(step, exposures: step.map { _ in 0 }).isEmpty)
    }

    @Test("fewer than eight slices are one level, and so are counts at chance")
    func few() {
        #expect(segments([0, 0, 0, 0, 50, 50, 50]) == [[0, 7, 150.0 / 7]])
        #expect(segments([0, 0, 0, 0, 50, 50, 50, 50]).count == 2)
        #expect(segments([4, 5, 3, 4, 6, 4, 5, 4, 3, 4]) == [[0, 10, 4.2]])
    }

    @Test("two levels are compared by their own slices")
    func comparison() throws {
        let series = series(step)
        let exposures = step.map { _ in 2.0 }
        let cuts = EventSegments(series: series, exposures: exposures).segments
        let p = EventSegments.comparison(series, cuts[0], cuts[1], exposures)
        let exact = try #require(
            RateComparison(first: (events: 40, exposure: 20), second: (events: 200, exposure: 20)))
        #expect(p == exact.pValue && p < 1e-20)
        let nothing = TrendReport.KindTrend.Segment(from: 50, to: 60, mean: 0)
        #expect(EventSegments.comparison(series, cuts[0], nothing, exposures) == 1)
    }

    // MARK: - Waves

    private func waves(
        _ levels: [(days: Int, mean: Int)], _ kind: EventKind = .error, fullest: [Int: Int] = [:]
    ) -> [EventWave] {
        var counts = levels.flatMap { Array(repeating: $0.mean, count: $0.days) }
        for (day, count) in fullest { counts[day] = count }
        var start = 0.0
        let segments = levels.map { level in
            defer { start += Double(level.days) }
            return TrendReport.KindTrend.Segment(
                from: start, to: start + Double(level.days), mean: Double(level.mean))
        }
        return EventWaves(series: series(counts, kind), segments: segments).findings().compactMap {
            #expect($0.tone == .neutral && $0.weight == 48)
            if case .wave(_, let wave) = $0.kind { return wave }
            return nil
        }
    }

    @Test("a level half as high again as both beside it is a wave, with its fullest day")
    func wave() {
        let found = waves([(5, 2), (4, 6), (5, 3)], fullest: [7: 9])
        #expect(
            found == [
                EventWave(
                    from: 5, to: 9, count: 27, times: 2, fullestFrom: 7, fullestCount: 9,
                    width: .day)
            ])
        // 3 is half as high again as 2, and not as 2.1.
        #expect(waves([(5, 2), (5, 3), (5, 2)]).count == 1)
        #expect(waves([(50, 20), (50, 29), (50, 20)]).isEmpty)
        #expect(waves([(5, 3), (5, 3), (5, 2)]).isEmpty)
    }

    @Test("a wave has no beginning where the record begins with it, and no end is none")
    func ends() {
        let first = waves([(5, 6), (5, 2)])
        #expect(first.map(\.from) == [nil] && first.map(\.to) == [5] && first.map(\.times) == [3])
        #expect(waves([(5, 2), (5, 6)]).isEmpty)
        #expect(waves([(5, 6), (5, 0)]).map(\.times) == [.infinity])
    }

    @Test("the climb and the ebb belong to the wave")
    func climb() {
        let found = waves([(4, 1), (4, 2), (4, 3), (4, 9), (4, 4), (4, 2), (4, 1), (4, 5)])
        #expect(found.map(\.from) == [4] && found.map(\.to) == [24])
        #expect(found.map(\.count) == [4 * (2 + 3 + 9 + 4 + 2)])
        #expect(found.map(\.times) == [9])
        // The climb begins where the ebb of the one before ends.
        #expect(waves([(4, 5), (4, 1), (4, 3), (4, 9), (4, 4)]).map(\.from) == [nil, 8])
    }

    @Test("fewer than ten events are no wave, and repairs are planned")
    func small() {
        #expect(waves([(9, 0), (3, 3), (9, 0)]).isEmpty)
        #expect(waves([(9, 0), (2, 5), (9, 0)]).map(\.count) == [10])
        #expect(waves([(5, 2), (4, 6), (5, 3)], .repair).isEmpty)
    }
}
