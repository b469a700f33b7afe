import Analysis
import Telemetry

/// Shares of codes, and event rates by attribute.
struct CodeShares {
    let scope: Scope
    let fleet: FleetState
    let totals: Totals

    /// A kind's events by code; `nil` where there is none.
    func breakdown(_ kind: EventClass) -> CodeBreakdown? {
        let codes = scope.codes(kind).map { (code: $0, count: totals.codes[$0.index]) }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.code.name) < ($0.count, $1.code.name) }
        let total = codes.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        let items = codes.prefix(12).map {
            CodeBreakdown.Item(
                code: $0.code, count: $0.count, share: Double($0.count) / Double(total),
                recent: recent($0.code))
        }
        return CodeBreakdown(
            kind: kind, total: total, items: items,
            otherCount: codes.dropFirst(12).reduce(0) { $0 + $1.count },
            otherCodes: max(0, codes.count - 12))
    }

    private func recent(_ code: CodeRef) -> Compared? {
        guard scope.recent != nil else { return nil }
        let counts = fleet.devices.compactMap { $0.recentCodes[code.index] }
        return Compared(
            current: Double(counts.reduce(0) { $0 + $1.now }),
            previous: Double(counts.reduce(0) { $0 + $1.before }))
    }

    /// The attribute whose values differ most surely in failures (or errors) per device.
    func byAttribute() -> AttributeRates? {
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
