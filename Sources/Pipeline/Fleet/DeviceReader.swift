import Analysis
import Reports
import Telemetry
import Values

/// Reads one device's series, and finds what stands out in it by itself.
struct DeviceReader: Sendable {
    let scope: Scope
    let grid: SliceGrid
    /// The time before the period; `nil` where the whole set is shown.
    let history: BandHistory?

    /// Half the width of the expected band, in robust standard deviations.
    static let bandWidth = 4.0
    /// Slices needed for a band.
    static let fewestSlices = 12

    /// - Parameters:
    ///   - past: The series including the time before the period, where there is a history.
    ///   - troubles: The device's episodes in the period, in the order of `DeviceState.troubles`.
    func state(
        _ series: DeviceSeries, past: DeviceSeries?, features: DeviceFeatures, troubles: [Episode]
    ) -> DeviceState {
        var state = DeviceState(device: scope.deviceRef(series.device), features: features)
        state.troubles = troubles
        state.attributes = scope.catalog.devices[series.device].attributes
        state.latest = [Double](repeating: .nan, count: scope.metrics.count)
        let troubled = state.troubledMetric
        var furthestValues: [Double] = []
        for (index, metric) in scope.metrics.enumerated() where features.metrics[index].count > 0 {
            let values = sliced(series, metric: index)
            state.latest[index] = values.last(where: \.isFinite) ?? .nan
            let learned = learned(past, metric: index)
            guard let signal = signal(metric, values, learned, &state) else { continue }
            let now = latest(signal, values, device: state.device)
            if let now, isFurther(now, than: state.furthest, troubled) {
                state.furthest = now
                furthestValues = values
            }
            state.bands.append(signal)
        }
        state.excursions.sort { ($0.from, $0.metric.index) < ($1.from, $1.metric.index) }
        state.spark = Array(furthestValues.drop { $0.isNaN }.suffix(28))
        if let furthest = state.furthest, furthest.isOpen {
            state.drift = DriftReader(scope: scope, grid: grid).drift(
                to: furthest, values: furthestValues, bands: state.bands)
        }
        if scope.catalog.axis.isCalendar, scope.coverage.hasRhythm {
            state.reporting = Reporting(series)
        }
        if scope.deviceCount <= DeviceFindings.fewDevices {
            state.glitches = scope.metrics.flatMap { GlitchReader(metric: $0).glitches(series) }
        }
        state.approaches = ApproachReader(scope: scope).approaches(series)
        countEvents(series, into: &state)
        return state
    }

    /// Whether a reading says more about the device than the one found before: the gravest trouble's
    /// own says most.
    private func isFurther(_ now: Excursion, than found: Excursion?, _ troubled: MetricRef?) -> Bool
    {
        guard let found, found.metric != troubled else { return found == nil }
        return now.metric == troubled || abs(now.z) > abs(found.z)
    }

    /// Mean per slice; NaN where there is no reading.
    func sliced(_ series: DeviceSeries, metric: Int) -> [Double] {
        grid.means(series.times, series.metrics[metric])
    }

    /// Mean per slice, including the time before the period; nil without a history.
    private func learned(_ past: DeviceSeries?, metric: Int) -> [Double]? {
        guard let past, let history else { return nil }
        return history.grid.means(past.times, past.metrics[metric])
    }

    private func signal(
        _ metric: MetricRef, _ shown: [Double], _ learned: [Double]?, _ state: inout DeviceState
    ) -> DeviceState.SignalBand? {
        let values = learned ?? shown
        let slices = history?.grid.slices ?? grid.slices
        guard shown.contains(where: \.isFinite),
            values.count(where: \.isFinite) >= Self.fewestSlices,
            let band = BandEstimator(k: Self.bandWidth).fit(
                values, period: dailyPeriod, baseline: baseline(values))
        else { return nil }
        let before = history?.before ?? 0
        for run in band.excursions where run.end >= before {
            state.excursions.append(
                Excursion(
                    device: state.device, metric: metric, value: values[run.peakIndex],
                    z: bounded(run.peakZ), low: band.lower(at: run.peakIndex),
                    high: band.upper(at: run.peakIndex), from: slices[run.start].from,
                    to: slices[run.end].to, isOpen: run.isOpen))
        }
        return DeviceState.SignalBand(
            metric: metric, band: band.dropping(first: before),
            median: Statistics.median(shown.filter(\.isFinite)))
    }

    /// The slices before the last lasting change of level, where it lies in the second half: the
    /// level before is ordinary, the one after is news. Nil where the whole series is ordinary.
    private func baseline(_ values: [Double]) -> Range<Int>? {
        guard let cut = PELT(cost: .meanShift).fit(values) else { return nil }
        let late = cut.changePoints.first { change in
            change.pValue < 1e-6 && 2 * change.index > values.count
        }
        guard let late, late.index >= Self.fewestSlices else { return nil }
        return 0..<late.index
    }

    /// The distance limited to `Excursion.farthest`: a constant that moves once is infinitely far
    /// out.
    private func bounded(_ z: Double) -> Double {
        z.isNaN ? Excursion.farthest : min(max(z, -Excursion.farthest), Excursion.farthest)
    }

    /// Slices per day; nil where they are too wide to show a daily pattern, and without dates.
    private var dailyPeriod: Int? {
        guard scope.catalog.axis.isCalendar, grid.width < Scope.day / 2 else { return nil }
        return Int(exactly: (Scope.day / grid.width).rounded())
    }

    private func latest(
        _ signal: DeviceState.SignalBand, _ values: [Double], device: DeviceRef
    ) -> Excursion? {
        guard let last = values.lastIndex(where: \.isFinite),
            signal.band.lastZ.isFinite || signal.band.isOutNow
        else { return nil }
        let open = signal.band.excursions.last { $0.isOpen }
        let slices = history?.grid.slices ?? grid.slices
        return Excursion(
            device: device, metric: signal.metric, value: values[last],
            z: bounded(signal.band.lastZ), low: signal.band.lower(at: last),
            high: signal.band.upper(at: last),
            from: open.map { slices[$0.start].from } ?? grid.slices[last].from,
            to: grid.slices[last].to, isOpen: open != nil)
    }

    private func countEvents(_ series: DeviceSeries, into state: inout DeviceState) {
        state.events = series.events
        if let span = scope.recent {
            for event in series.events where event.time >= span.previousFrom && event.time < span.to
            {
                if event.time >= span.from {
                    state.recentCodes[event.code, default: .init()].now += event.count
                } else {
                    state.recentCodes[event.code, default: .init()].before += event.count
                }
            }
        }
        state.errors = compared(.error, state)
        state.failures = compared(.failure, state)
    }

    private func compared(_ kind: EventKind, _ state: DeviceState) -> Compared? {
        guard !scope.codes(kind).isEmpty else { return nil }
        guard scope.recent != nil else {
            return Compared(current: Double(scope.count(kind, in: state.features.codes)))
        }
        guard scope.recent(kind) != nil else { return nil }
        let counts = state.recentCodes.filter { scope.kind(of: $0.key) == kind }.values
        return Compared(
            current: Double(counts.reduce(0) { $0 + $1.now }),
            previous: Double(counts.reduce(0) { $0 + $1.before }))
    }
}
