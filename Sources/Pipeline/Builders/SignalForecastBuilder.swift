import Analysis
import Reports
import Telemetry
import Values

/// Forecasts the reading of a device's gravest trouble, or the one that is furthest out, and tells
/// when it meets a level.
struct SignalForecastBuilder {
    let scope: Scope
    let fleet: FleetState
    let state: DeviceState
    let outcomes: OutcomeBuilder

    /// The forecast; `nil` without readings, below twelve slices, and of a reading that is stuck or
    /// has ended.
    func forecast(_ series: DeviceSeries) -> DiagnosticReport.SignalForecast? {
        guard let furthest = state.furthest, !isDead(furthest.metric),
            let signal = state.band(of: furthest.metric)
        else { return nil }
        let values = fleet.grid.means(series.times, series.metrics[furthest.metric.index])
        let present = values.indices.filter { values[$0].isFinite }.suffix(180)
        let history = present.map { values[$0] }
        let times = present.map { fleet.grid.slices[$0].from }
        // A drift is forecast from its own course, not from the quiet time before it.
        let since = state.drift.flatMap { $0.isSteady ? $0.since : nil } ?? -.infinity
        let tail = times.indices.filter { times[$0] >= since }
        let used = tail.count >= 12 ? tail : Array(times.indices)
        let builder = ForecastBuilder(
            values: used.map { history[$0] }, times: used.map { times[$0] }, horizon: 14,
            seasonLength: seasonLength)
        guard let figures = builder.figures() else { return nil }
        let level = threshold(furthest, signal.band, last: history.last ?? .nan)
        return DiagnosticReport.SignalForecast(
            metric: furthest.metric, times: times, values: history, figures: figures,
            threshold: level, crossing: level.flatMap { crossing($0, figures, times, history) })
    }

    /// What says nothing more of the device has no future to tell.
    private func isDead(_ metric: MetricRef) -> Bool {
        state.troubles.contains { trouble in
            switch trouble.kind {
            case .frozen, .sensorDead: trouble.isOpen && trouble.subjects.contains(.metric(metric))
            case .silent: trouble.isOpen
            default: false
            }
        }
    }

    private var seasonLength: Int? {
        // A drifting reading does not return to where it was a season ago.
        guard scope.catalog.axis.isCalendar, state.drift?.isSteady != true else { return nil }
        return fleet.grid.width >= Scope.day
            ? 7 : Int(exactly: (Scope.day / fleet.grid.width).rounded())
    }

    /// Outside the band the median level at which others failed, inside it the band's nearer limit;
    /// nil where no level lies ahead.
    private func threshold(
        _ furthest: Excursion, _ band: DeviceBand, last: Double
    ) -> DiagnosticReport.SignalForecast.Threshold? {
        let isUpper = furthest.z >= 0
        guard furthest.isOpen else {
            return .init(value: isUpper ? furthest.high : furthest.low, origin: .band)
        }
        let levels = outcomes.failureLevels(furthest.metric, isUpper: isUpper)
        guard !levels.isEmpty else { return nil }
        let level = Statistics.median(levels)
        return (isUpper ? level > last : level < last)
            ? .init(value: level, origin: .failures(levels.count)) : nil
    }

    /// Rounds a time down to its day or hour, or to the nearest unit without dates: a forecast is
    /// no more precise than its slices.
    private func whole(_ time: Double) -> Double {
        guard scope.catalog.axis.isCalendar else { return time.rounded() }
        return scope.zone.start(
            of: fleet.grid.width >= Scope.day ? .day : .hour, at: time)
    }

    /// Where the forecast meets the level; nil unless there is a forecast, and the recent course moves
    /// towards the level significantly.
    private func crossing(
        _ level: DiagnosticReport.SignalForecast.Threshold, _ figures: ForecastFigures,
        _ times: [Double], _ values: [Double]
    ) -> DiagnosticReport.SignalForecast.Crossing? {
        guard figures.beatsNaive, let now = times.last, let last = values.last else { return nil }
        let from = state.drift.map(\.since) ?? (now - 14 * fleet.grid.width)
        let tail = times.indices.filter { times[$0] >= from }
        let isUpper = level.value > last
        guard tail.count >= 6,
            let trend = MannKendall(level: 0.8).fit(
                tail.map { values[$0] }, times: tail.map { times[$0] }), trend.pValue < 0.05,
            isUpper ? trend.slope > 0 : trend.slope < 0,
            let met = ForecastCrossing(
                figures, level: level.value, isUpper: isUpper, after: now, at: last)
        else { return nil }
        return .init(
            at: whole(met.time), earliest: whole(met.earliest), latest: met.latest.map(whole))
    }
}
