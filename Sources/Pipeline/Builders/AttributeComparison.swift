import Analysis
import Reports
import Telemetry
import Values

/// Compares the event rates of devices by their attributes.
struct AttributeComparison {
    let scope: Scope
    let fleet: FleetState

    /// Attributes with more distinct values do not group devices.
    static let valueLimit = 12

    /// The attribute whose values differ most surely in failures per device, or in errors where
    /// failures do not differ; `nil` where none differs at p below 0.05.
    func strongest() -> AttributeRates? {
        let kinds = [EventKind.failure, .error].filter { kind in
            fleet.devices.contains { scope.count(kind, in: $0.features.codes) > 0 }
        }
        for kind in kinds {
            let candidates = scope.catalog.attributes.indices.compactMap { rates(kind, $0) }
            if let best = candidates.min(by: { $0.p < $1.p }), best.p < 0.05 { return best }
        }
        return nil
    }

    private func rates(_ kind: EventKind, _ attribute: Int) -> AttributeRates? {
        var groups: [String: (devices: Int, events: Int)] = [:]
        for state in fleet.devices {
            let value = scope.catalog.devices[state.device.index].attributes[attribute]
            guard !value.isEmpty else { continue }
            groups[value, default: (0, 0)].devices += 1
            groups[value, default: (0, 0)].events += scope.count(kind, in: state.features.codes)
            guard groups.count <= Self.valueLimit else { return nil }
        }
        guard groups.count >= 2 else { return nil }
        let rows = groups.map { value, group in
            AttributeRates.Group(
                value: value, devices: group.devices, events: group.events,
                perDevice: Double(group.events) / Double(group.devices))
        }.sorted { ($1.perDevice, $0.value) < ($0.perDevice, $1.value) }
        return AttributeRates(
            attribute: scope.catalog.attributes[attribute], kind: kind, groups: rows,
            p: equalRates(rows))
    }

    /// P-value of the chi-square test that all groups have the same rate per device; 1 below ten
    /// events.
    private func equalRates(_ groups: [AttributeRates.Group]) -> Double {
        let events = Double(groups.reduce(0) { $0 + $1.events })
        let devices = Double(groups.reduce(0) { $0 + $1.devices })
        guard events >= 10, devices > 0 else { return 1 }
        let statistic = groups.reduce(0.0) { sum, group in
            let expected = events * Double(group.devices) / devices
            return sum + (Double(group.events) - expected) * (Double(group.events) - expected)
                / expected
        }
        return SpecialFunctions.gammaQ(Double(groups.count - 1) / 2, statistic / 2)
    }
}
