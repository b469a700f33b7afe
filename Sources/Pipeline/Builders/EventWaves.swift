import Analysis
import Reports
import Values

/// Finds stretches with far more events than before and after them, among the levels of a rate.
struct EventWaves {
    let series: RateSeries
    /// The levels of `series`, in order of time.
    let segments: [TrendReport.KindTrend.Segment]

    /// How many times the rates on both sides the crest of a wave must reach.
    static let height = 1.5
    /// Stretches with fewer events are not reported.
    static let minimumCount = 10

    /// One finding per wave that is over: whether the last level will pass is not known.
    func findings() -> [Finding] {
        guard series.kind != .repair else { return [] }
        return segments.indices.dropLast().compactMap(wave)
    }

    private func wave(at crest: Int) -> Finding? {
        let means = segments.map(\.mean)
        guard means[crest] >= Self.height * means[crest + 1],
            crest == 0 || means[crest] >= Self.height * means[crest - 1]
        else { return nil }
        // Rise and fall belong to the wave, but not the levels where they start and end.
        var first = crest
        while first >= 2, means[first - 1] > means[first - 2] { first -= 1 }
        var last = crest
        while last + 2 < means.count, means[last + 1] > means[last + 2] { last += 1 }
        return finding(first...last, after: means[last + 1])
    }

    private func finding(_ stretch: ClosedRange<Int>, after: Double) -> Finding? {
        let (from, to) = (segments[stretch.lowerBound].from, segments[stretch.upperBound].to)
        let slices = series.slices.indices.filter {
            series.slices[$0].from >= from && series.slices[$0].to <= to
        }
        let count = slices.reduce(0) { $0 + series.counts[$1] }
        guard count >= Self.minimumCount, let fullest = slices.max(by: isBefore) else { return nil }
        let highest = segments[stretch].map(\.mean).max() ?? 0
        let wave = EventWave(
            from: stretch.lowerBound == 0 ? nil : from, to: to, count: count,
            times: after > 0 ? highest / after : .infinity,
            fullestFrom: series.slices[fullest].from, fullestCount: series.counts[fullest],
            width: series.width)
        return Finding(.wave(series.kind, wave), tone: .neutral, weight: 48)
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool { series.counts[a] < series.counts[b] }
}
