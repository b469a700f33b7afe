import Analysis
import Reports
import Telemetry
import Values

/// Makes the Trends page: what gets better or worse.
struct TrendBuilder {
    let scope: Scope
    let fleet: FleetState
    let rates: RateBuilder
    let week: WeekHeatmap?
    let patterns: [Finding]
    /// How many pairs of readings `patterns` come from; nil where all were compared.
    var pairs: TrendReport.ComparedPairs?
    /// The attribute that separates devices most surely, used to group the reliability figures.
    let strongest: AttributeRates?
    let missingData: MissingData

    /// Readings that are drawn at most: more cannot be compared by eye.
    static let metricLimit = 24

    func report() -> TrendReport {
        let codes = Array(
            [EventKind.error, .failure, .other].flatMap(scope.codes)
                .filter { code in rates.timeline.codes[code.index].contains { $0 > 0 } }
                .prefix(12))
        var series = EventKind.allCases.compactMap { rates.series($0) }
        var codeSeries = codes.map(rates.series)
        // A constant has no trend, and as one more test it would weaken all others.
        let constant = Set(fleet.constantMetrics)
        let varying = scope.metrics.filter { !constant.contains($0) }
        var metrics = Concurrent.map(varying.count) { metricTrend(varying[$0]) }
            .compactMap(\.self)
        let tested = metrics.count
        let rows = test(&series, &codeSeries, &metrics)
        let kinds = series.map(kindTrend)
        let reliability = ReliabilityBuilder(
            scope: scope, fleet: fleet, strongest: strongest)
        let precursors = PrecursorBuilder(scope: scope, fleet: fleet).table()
        let shifts = kinds.compactMap { shift($0) }
        let waves = kinds.flatMap {
            EventWaves(series: $0.series, segments: $0.segments).findings()
        }
        let signs = FailureSigns(scope: scope, fleet: fleet).findings()
        let findings =
            shifts + waves + signs + LogEnds(scope: scope).findings()
            + DeviceFindings(fleet: fleet).constant()
            + (precursors.map(PrecursorBuilder.findings) ?? []) + patterns
        var report = TrendReport(
            headline: headline(rows, kinds: kinds, shifts: shifts), kinds: kinds, rows: rows,
            week: weekMap(), codes: codeSeries, metrics: metrics, precursors: precursors,
            cumulative: reliability.cumulative(), reliability: reliability.rows(),
            findings: findings.sorted { $0.weight > $1.weight }, missingData: missingData)
        report.metricsTested = tested > metrics.count ? tested : nil
        report.pairs = pairs
        return report
    }

    /// Tests all series together and writes the figures into them, cuts the metrics to those with
    /// the clearest trends where they are many, and returns one row per tested series.
    private func test(
        _ kinds: inout [RateSeries], _ codes: inout [RateSeries],
        _ metrics: inout [TrendReport.MetricTrend]
    ) -> [TrendRow] {
        let events = kinds + (codes.count > 1 ? codes : [])
        let candidates =
            events.map { candidate($0.rates, $0.slices) }
            + metrics.map { candidate($0.mean, $0.slices) }
        let figures = TrendTests.figures(
            candidates, slicesPerSpan: scope.slicesPerTrendSpan, span: scope.trendSpan)
        for index in kinds.indices { kinds[index].trend = figures[index] }
        if codes.count > 1 {
            for index in codes.indices { codes[index].trend = figures[kinds.count + index] }
        }
        for index in metrics.indices { metrics[index].trend = figures[events.count + index] }
        metrics = Self.clearestFirst(metrics)
        let subjects =
            zip(events, figures).map { series, figures in
                (series.code.map { TrendRow.Subject.code($0) } ?? .events(series.kind), figures)
            } + metrics.map { (.metric($0.metric), $0.trend) }
        metrics = Array(metrics.prefix(Self.metricLimit))
        return subjects.map { subject, figures in
            TrendRow(subject: subject, figures: figures, verdict: verdict(figures))
        }
    }

    /// The trend's p-value; 2 where it is not known, so that it sorts last.
    private static func chance(_ trend: TrendFigures?) -> Double {
        trend.map { $0.p.isNaN ? 2 : $0.p } ?? 2
    }

    /// The metrics by ascending p-value, then by descending slope; unchanged where they are few.
    private static func clearestFirst(
        _ metrics: [TrendReport.MetricTrend]
    ) -> [TrendReport.MetricTrend] {
        guard metrics.count > metricLimit else { return metrics }
        let order = metrics.indices.sorted { left, right in
            let (a, b) = (metrics[left].trend, metrics[right].trend)
            let (p, q) = (chance(a), chance(b))
            guard p == q else { return p < q }
            let (rise, other) = (abs(a?.slopePercent ?? 0), abs(b?.slopePercent ?? 0))
            return rise == other ? left < right : rise > other
        }
        return order.map { metrics[$0] }
    }

    private func candidate(_ values: [Double], _ slices: [TimeSlice]) -> TrendTests.Candidate {
        let whole = values.indices.filter { slices[$0].isComplete && values[$0].isFinite }
        return TrendTests.Candidate(
            values: whole.map { values[$0] }, times: whole.map(Double.init))
    }

    private func verdict(_ figures: TrendFigures?) -> TrendRow.Verdict {
        switch figures?.direction {
        case .rising: .rising
        case .falling: .falling
        case .level: .level
        case nil: .tooShort
        }
    }

    private func metricTrend(_ metric: MetricRef) -> TrendReport.MetricTrend? {
        let values = rates.timeline.metrics[metric.index]
        guard values.contains(where: { $0.devices > 0 }) else { return nil }
        let mean = values.map(\.mean)
        let cut = PELT(cost: .meanShift).fit(
            zip(mean, rates.slices).map { $1.isComplete ? $0 : .nan })
        let change = cut?.changePoints.filter { $0.pValue < 0.001 }.max {
            abs($0.size) < abs($1.size)
        }
        return TrendReport.MetricTrend(
            metric: metric, width: scope.trendStep, slices: rates.slices, mean: mean,
            low: values.map(\.low), high: values.map(\.high), trend: nil,
            shiftAt: change.map { rates.slices[$0.index].from })
    }

    private func kindTrend(_ series: RateSeries) -> TrendReport.KindTrend {
        // Repairs are planned: changes of their rate are the plan's.
        let cuts = EventSegments(series: series, exposures: rates.exposures(series.kind))
        let segments = series.kind == .repair ? cuts.whole : cuts.segments
        // A log that ends early says nothing about what comes after it.
        let goesOn = scope.known(series.kind)?.upperBound == scope.period.upperBound
        let forecast =
            goesOn
            ? ForecastBuilder(
                series: series, horizon: horizon, seasonLength: seasonLength
            ).figures() : nil
        return TrendReport.KindTrend(series: series, segments: segments, forecast: forecast)
    }

    private var horizon: Int {
        switch scope.trendStep {
        case .hour: 24
        case .day: 7
        case .week: 4
        case .month: 3
        case .width: 5
        }
    }

    private var seasonLength: Int? {
        switch scope.trendStep {
        case .hour: 24
        case .day: 7
        case .month: 12
        case .week, .width: nil
        }
    }

    /// The change of level between the last two segments of a kind's rate, if it is significant.
    private func shift(_ trend: TrendReport.KindTrend) -> Finding? {
        guard trend.segments.count >= 2 else { return nil }
        let last = trend.segments[trend.segments.count - 1]
        let before = trend.segments[trend.segments.count - 2]
        let p = EventSegments.comparison(
            trend.series, before, last, rates.exposures(trend.series.kind))
        guard p < 0.01 else { return nil }
        return Finding(
            .rateShift(
                trend.series.kind, code: nil, at: last.from, before: before.mean, after: last.mean,
                devices: rates.devices, p: p),
            tone: last.mean > before.mean ? .bad : .good, weight: 50)
    }

    private func headline(
        _ rows: [TrendRow], kinds: [TrendReport.KindTrend], shifts: [Finding]
    ) -> TrendReport.Headline {
        // Repairs are planned, so they say nothing of better or worse.
        let hasEvents = kinds.contains { $0.series.kind != .repair }
        let decisive = rows.filter { row in
            switch row.subject {
            case .events(.error), .events(.failure), .events(.other): true
            case .metric: !hasEvents
            default: false
            }
        }
        let moved = decisive.filter { $0.verdict == .rising || $0.verdict == .falling }
        let leading = (moved.isEmpty ? decisive : moved).min {
            ($0.figures?.q ?? 2) < ($1.figures?.q ?? 2)
        }
        return TrendReport.Headline(
            verdict: verdict(decisive, moved: moved, shifts: shifts, isEvents: hasEvents),
            leading: leading,
            shift: shifts.max { $0.weight < $1.weight }, next: next(kinds))
    }

    private func verdict(
        _ decisive: [TrendRow], moved: [TrendRow], shifts: [Finding], isEvents: Bool
    ) -> TrendReport.Headline.Verdict {
        guard decisive.contains(where: { $0.figures != nil }) else { return .cannotSay }
        guard !moved.isEmpty else {
            let tones = Set(shifts.map(\.tone))
            return tones.count > 1
                ? .mixed : tones.first.map { $0 == .bad ? .worse : .better } ?? .neither
        }
        // Whether a rising reading is good or bad only its owner knows.
        guard isEvents else { return .mixed }
        let rising = moved.count { $0.verdict == .rising }
        if rising == moved.count { return .worse }
        return rising == 0 ? .better : .mixed
    }

    private func next(_ kinds: [TrendReport.KindTrend]) -> TrendReport.Headline.Next? {
        guard let trend = kinds.first(where: { $0.series.kind == .error }) ?? kinds.first,
            let forecast = trend.forecast, forecast.beatsNaive,
            let value = forecast.values.first, let slice = trend.series.slices.dropLast().last
        else { return nil }
        // Rates are per device and day, but people plan in counts per slice.
        let exposure = (slice.to - slice.from) / scope.rateUnit * Double(rates.devices)
        return TrendReport.Headline.Next(
            kind: trend.series.kind, width: scope.trendStep, mean: value * exposure,
            low: max(0, forecast.low80[0]) * exposure, high: forecast.high80[0] * exposure)
    }

    /// Fewer events say nothing of hours and weekdays.
    private static let fewestForWeek = 5

    private func weekMap() -> TrendReport.WeekMap? {
        guard let week else { return nil }
        let total = week.counts.reduce(0) { $0 + $1.reduce(0, +) }
        guard total >= Self.fewestForWeek else { return nil }
        let kind = [EventKind.error, .failure, .other].first { !scope.codes($0).isEmpty }
        return TrendReport.WeekMap(kind: kind ?? .other, counts: week.counts, total: total)
    }
}
