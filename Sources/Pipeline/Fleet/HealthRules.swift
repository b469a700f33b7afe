import Reports
import Values

/// The health formula: 100 minus the points that each rule takes.
///
/// A device is critical below 50; a warning is a reading out of its band now, a silent device, or
/// a health below 75.
struct HealthRules {
    /// The fleet's median of events in the recent span, for the rules that compare with it.
    var medianErrors: Double
    var medianFailures: Double

    static let criticalBelow = 50.0
    static let warningBelow = 75.0

    /// The parts of a device's health that cost something, the dearest first.
    func parts(_ state: DeviceState) -> [HealthPart] {
        var parts: [HealthPart] = []
        func add(_ rule: HealthPart.Rule, _ points: Double, limit: Double) {
            guard points > 0 else { return }
            parts.append(HealthPart(rule: rule, points: min(points, limit), limit: limit))
        }
        if let furthest = state.furthest {
            add(
                .furthestReading(furthest.metric, sigma: abs(furthest.z)),
                4 * (abs(furthest.z) - 3), limit: 30)
        }
        add(.timeOut(share: state.shareOut), 30 * state.shareOut, limit: 30)
        if let errors = state.errors {
            add(
                .errors(count: Int(clamping: errors.current), fleetMedian: medianErrors),
                2.5 * (errors.current - medianErrors), limit: 15)
        }
        if let failures = state.failures {
            add(
                .failures(count: Int(clamping: failures.current), fleetMedian: medianFailures),
                8 * (failures.current - medianFailures), limit: 20)
        }
        if let drift = state.drift, drift.isSteady {
            add(.drift(drift.metric, perDay: drift.perUnit), 10, limit: 10)
        }
        if let since = state.reporting.silentSince { add(.silence(since: since), 20, limit: 20) }
        let missing = state.reporting.missingShare
        if missing > 0.02 { add(.dataQuality(missingShare: missing), 40 * missing, limit: 15) }
        if let stuck = state.frozen.first(where: \.isOpen) {
            add(.frozen(stuck.metric, since: stuck.from), 15, limit: 15)
        }
        return parts.sorted { $0.points > $1.points }
    }

    /// Health and status from the parts.
    func judge(_ state: inout DeviceState) {
        state.parts = parts(state)
        state.health = max(0, 100 - state.parts.reduce(0) { $0 + $1.points })
        let isTroubled =
            state.furthest?.isOpen == true || state.reporting.silentSince != nil
            || state.frozen.contains(where: \.isOpen) || state.reporting.isIntermittent
        if state.health < Self.criticalBelow {
            state.status = .critical
        } else if isTroubled || state.health < Self.warningBelow {
            state.status = .warning
        }
    }
}
