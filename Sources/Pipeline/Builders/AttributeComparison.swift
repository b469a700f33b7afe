import Analysis
import Telemetry

/// Compares the event rates of devices by their attributes.
struct AttributeComparison {
    let scope: Scope
    let fleet: FleetState

    /// The attribute whose values differ most surely in failures (or errors) per device.
    func strongest() -> AttributeRates? {
        let kinds = [EventClass.failure, .error].filter { kind in
            fleet.devices.contains { scope.count(kind, in: $0.features.codes) > 0 }
        }
        for kind in kinds {
            let candidates = scope.catalog.attributes.indices.compactMap { rates(kind, $0) }
            if let best = candidates.min(by: { $0.p < $1.p }), best.p < 0.05 { return best }
        }
        return nil
    }

    private func rates(_ kind: EventClass, _ attribute: Int) -> AttributeRates? {
        let groups = Dictionary(grouping: fleet.devices) {
            scope.catalog.devices[$0.device.index].attributes[attribute]
        }.filter { !$0.key.isEmpty }
        guard groups.count >= 2, groups.count <= 12 else { return nil }
        let rows = groups.map { value, devices in
            let events = devices.reduce(0) { $0 + scope.count(kind, in: $1.features.codes) }
            return AttributeRates.Group(
                value: value, devices: devices.count, events: events,
                perDevice: Double(events) / Double(devices.count))
        }.sorted { ($1.perDevice, $0.value) < ($0.perDevice, $1.value) }
        return AttributeRates(
            attribute: scope.catalog.attributes[attribute], kind: kind, groups: rows,
            p: equalRates(rows))
    }

    /// Chi-square test that all groups have the same rate per device.
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
