import Analysis
import Reports
import Values

/// The health formula: 100 minus the points that each rule takes.
///
/// A device is critical below a health of 50; it is a warning with an open episode or below 75.
struct HealthRules {
    /// Medians over the fleet of events in the recent span, which the rules compare with.
    var medianErrors: Double
    var medianFailures: Double
    /// Devices in the catalog, the number concerned by an episode of the whole fleet.
    var devices = 1

    static let criticalBelow = 50.0
    static let warningBelow = 75.0
    /// Points lost per point of severity of the gravest open episode, without the severity that the
    /// number of devices adds.
    static let pointsPerSeverity = 0.7

    /// What a device loses points for, the most expensive rule first; empty for a health of 100.
    func parts(_ state: DeviceState) -> [HealthPart] {
        var parts: [HealthPart] = []
        func add(_ rule: HealthPart.Rule, _ points: Double, limit: Double) {
            guard points > 0 else { return }
            parts.append(HealthPart(rule: rule, points: min(points, limit), limit: limit))
        }
        if let trouble = state.trouble {
            let members = trouble.devices.isEmpty ? devices : trouble.devices.count
            let own = trouble.severity - EpisodeSeverity.ofMany(members)
            add(.trouble(trouble), Self.pointsPerSeverity * own, limit: 70)
            let more = state.troubles.count(where: \.isOpen) - 1
            add(.moreTroubles(count: more), 8 * Double(more), limit: 24)
        }
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
        let missing = state.reporting.missingShare
        if missing > 0.02 { add(.dataQuality(missingShare: missing), 40 * missing, limit: 15) }
        return parts.sorted { $0.points > $1.points }
    }

    /// Sets parts, health and status of a device.
    func judge(_ state: inout DeviceState) {
        state.parts = parts(state)
        state.health = max(0, 100 - state.parts.reduce(0) { $0 + $1.points })
        if state.health < Self.criticalBelow {
            state.status = .critical
        } else if state.trouble != nil || state.health < Self.warningBelow {
            state.status = .warning
        }
    }
}
