import Analysis
import Reports
import Telemetry
import Values

/// Turns counts of events into rates per device and day.
struct RateBuilder: Sendable {
    let scope: Scope
    let timeline: Timeline
    /// The number of devices by which counts are divided; 1 on an axis of rows.
    let devices: Int

    init(scope: Scope, timeline: Timeline) {
        self.scope = scope
        self.timeline = timeline
        // Without time each row is both a step of the axis and a unit: counting both would divide
        // by the rows twice.
        devices = scope.catalog.axis.kind == .row ? 1 : max(1, scope.deviceCount)
    }

    var slices: [TimeSlice] { timeline.slices }

    /// All events of a kind as a series; `nil` where the set has no code of the kind.
    func series(_ kind: EventKind) -> RateSeries? {
        let codes = scope.codes(kind)
        guard !codes.isEmpty, !slices.isEmpty else { return nil }
        return series(kind, code: nil, counts: sum(codes))
    }

    func series(_ code: CodeRef) -> RateSeries {
        series(code.kind, code: code, counts: timeline.codes[code.index])
    }

    private func series(_ kind: EventKind, code: CodeRef?, counts: [Int]) -> RateSeries {
        let exposures = exposures(kind)
        let slices = knownSlices(kind)
        let rates = zip(counts, exposures).map { $1 > 0 ? Double($0) / $1 : .nan }
        let window = max(2, min(8, rollingSlices))
        let whole = zip(rates, slices).map { $1.isComplete ? $0 : .nan }
        let rolling = Rolling.trailingMean(whole, width: window).enumerated().map {
            $0.offset < window - 1 ? .nan : $0.element
        }
        let exposure = exposures.reduce(0, +)
        var series = RateSeries(
            kind: kind, code: code, width: scope.trendStep, slices: slices, counts: counts,
            rates: rates, rolling: rolling, rollingSlices: window, trend: nil,
            mean: exposure > 0 ? Double(counts.reduce(0, +)) / exposure : .nan)
        let known = scope.known(kind)
        series.known = known == scope.period ? nil : known
        return series
    }

    /// Device-days (or device-units) per slice, within the time in which events of the kind could
    /// be recorded.
    func exposures(_ kind: EventKind) -> [Double] {
        guard let known = scope.known(kind) else { return slices.map { _ in 0 } }
        return slices.map { slice in
            let from = max(slice.from, known.lowerBound)
            let to = min(slice.to, known.upperBound)
            return max(0, to - from) / scope.rateUnit * Double(devices)
        }
    }

    /// The slices; those that extend beyond what is known are not complete.
    private func knownSlices(_ kind: EventKind) -> [TimeSlice] {
        guard let known = scope.known(kind), known != scope.period else { return slices }
        return slices.map { slice in
            var slice = slice
            let isBegun =
                slice.from >= known.lowerBound || known.lowerBound == scope.period.lowerBound
            let isOver = slice.to <= known.upperBound || known.upperBound == scope.period.upperBound
            slice.isComplete = slice.isComplete && isBegun && isOver
            return slice
        }
    }

    private var rollingSlices: Int {
        switch scope.trendStep {
        case .week: 4
        case .month: 3
        case .day: 7
        case .hour: 6
        case .width: 5
        }
    }

    private func sum(_ codes: [CodeRef]) -> [Int] {
        var counts = [Int](repeating: 0, count: slices.count)
        for code in codes {
            for (slice, count) in timeline.codes[code.index].enumerated() { counts[slice] += count }
        }
        return counts
    }
}

/// Trend tests of many series, with p-values corrected for their number.
struct TrendTests {
    /// A series to test: its finite values on complete slices, and the number of the slice of each.
    struct Candidate: Sendable {
        var values: [Double]
        var times: [Double]
    }

    /// Figures per candidate, in order; `nil` below eight values and where the mean is 0.
    ///
    /// - Parameters:
    ///   - slicesPerSpan: Slices in the span that slopes are given for.
    static func figures(
        _ candidates: [Candidate], slicesPerSpan: Double, span: TrendSpan
    ) -> [TrendFigures?] {
        let trends = Concurrent.map(candidates.count) { index -> Trend? in
            let candidate = candidates[index]
            guard candidate.values.count(where: \.isFinite) >= 8 else { return nil }
            return MannKendall(serialCorrelation: .hamedRao).fit(
                candidate.values, times: candidate.times)
        }
        let corrected = MultipleTesting.benjaminiHochberg(trends.map { $0?.pValue ?? .nan })
        return trends.indices.map { index in
            guard let trend = trends[index] else { return nil }
            let mean = abs(Statistics.mean(candidates[index].values.filter(\.isFinite)))
            guard mean > 0 else { return nil }
            let scale = 100 * slicesPerSpan / mean
            return TrendFigures(
                slopePercent: trend.slope * scale, low: trend.slopeInterval.lower * scale,
                high: trend.slopeInterval.upper * scale, p: trend.pValue, q: corrected[index],
                span: span)
        }
    }
}
