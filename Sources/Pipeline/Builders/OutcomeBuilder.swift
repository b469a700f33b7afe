import Analysis
import Reports
import Telemetry
import Values

/// What earlier excursions of the fleet led to.
struct OutcomeBuilder {
    let scope: Scope
    let fleet: FleetState

    /// How long after an excursion a failure still counts as following it, in the axis' unit.
    var within: Double {
        scope.catalog.axis.isCalendar ? max(3 * Scope.day, 3 * fleet.grid.width) : 3
    }

    private var failureCodes: Set<Int> { Set(scope.codes(.failure).map(\.index)) }

    /// The device's first failure during an excursion or soon after it.
    private func failure(
        after excursion: Excursion, of state: DeviceState, _ codes: Set<Int>
    ) -> DeviceSeries.Event? {
        state.events.first { event in
            codes.contains(event.code) && event.time > excursion.from
                && event.time <= excursion.to + within
        }
    }

    /// Counts over the excursions of one metric; `kinds` by failure code.
    private struct Tally {
        var all = 0
        var followed = 0
        var kinds: [Int: Int] = [:]
    }

    /// One per metric with at least five excursions that are over or that a failure followed, the
    /// highest share first.
    func outcomes() -> [DiagnosticReport.Outcome] {
        let codes = failureCodes
        guard !codes.isEmpty else { return [] }
        var tallies = [Tally](repeating: Tally(), count: scope.metrics.count)
        for state in fleet.devices {
            for excursion in state.excursions {
                let failure = failure(after: excursion, of: state, codes)
                // An open excursion has no outcome yet.
                if excursion.isOpen, failure == nil { continue }
                tallies[excursion.metric.index].all += 1
                if let failure {
                    tallies[excursion.metric.index].followed += 1
                    tallies[excursion.metric.index].kinds[failure.code, default: 0] += 1
                }
            }
        }
        return zip(scope.metrics, tallies).compactMap(outcome).sorted { $0.share > $1.share }
    }

    private func outcome(_ metric: MetricRef, _ tally: Tally) -> DiagnosticReport.Outcome? {
        guard tally.all >= 5,
            let interval = Binomial.interval(
                successes: tally.followed, trials: tally.all, level: 0.95)
        else { return nil }
        let most = tally.kinds.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return DiagnosticReport.Outcome(
            metric: metric, excursions: tally.all, followed: tally.followed,
            share: Double(tally.followed) / Double(tally.all), low: interval.lower,
            high: interval.upper, within: within, failure: most.map { scope.codes[$0.key] })
    }

    /// Peaks of earlier excursions to the same side that ended in a failure.
    func failureLevels(_ metric: MetricRef, isUpper: Bool) -> [Double] {
        let codes = failureCodes
        return fleet.devices.flatMap { state in
            state.excursions.filter { excursion in
                excursion.metric == metric && (excursion.z > 0) == isUpper
                    && failure(after: excursion, of: state, codes) != nil
            }.map(\.value)
        }
    }
}
