import Analysis
import Reports
import Values

/// Cuts a rate into stretches of one level each (PELT on counts, Poisson cost).
struct EventSegments {
    let series: RateSeries
    let exposures: [Double]

    /// The stretches between change points that are significant at p < 0.01.
    var segments: [TrendReport.KindTrend.Segment] {
        let usable = series.counts.indices.filter { exposures[$0] > 0 }
        guard usable.count >= 8,
            let cut = PELT(cost: .poisson).fit(
                usable.map { Double(series.counts[$0]) }, exposures: usable.map { exposures[$0] })
        else { return whole }
        let places = cut.changePoints.filter { $0.pValue < 0.01 }.map(\.index)
        let bounds = [0] + places + [usable.count]
        return zip(bounds, bounds.dropFirst()).map { first, end in
            let members = usable[first..<end]
            let count = members.reduce(0) { $0 + series.counts[$1] }
            let exposure = members.reduce(0) { $0 + exposures[$1] }
            return TrendReport.KindTrend.Segment(
                from: series.slices[usable[first]].from, to: series.slices[usable[end - 1]].to,
                mean: Double(count) / exposure)
        }
    }

    var whole: [TrendReport.KindTrend.Segment] {
        let usable = series.slices.indices.filter { exposures[$0] > 0 }
        guard let first = usable.first.map({ series.slices[$0] }),
            let last = usable.last.map({ series.slices[$0] })
        else { return [] }
        return [TrendReport.KindTrend.Segment(from: first.from, to: last.to, mean: series.mean)]
    }

    /// Exact p-value that two stretches have the same rate; 1 where it cannot be tested.
    static func comparison(
        _ series: RateSeries, _ first: TrendReport.KindTrend.Segment,
        _ second: TrendReport.KindTrend.Segment, _ exposures: [Double]
    ) -> Double {
        func sums(_ segment: TrendReport.KindTrend.Segment) -> (events: Int, exposure: Double) {
            series.slices.indices.filter {
                series.slices[$0].from >= segment.from && series.slices[$0].to <= segment.to
            }.reduce((0, 0)) { ($0.0 + series.counts[$1], $0.1 + exposures[$1]) }
        }
        return RateComparison(first: sums(first), second: sums(second))?.pValue ?? 1
    }
}
