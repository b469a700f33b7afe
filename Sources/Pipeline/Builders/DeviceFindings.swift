import Analysis
import Reports
import Telemetry
import Values

/// What single devices give to say, for the whole fleet or for one of them.
struct DeviceFindings {
    let fleet: FleetState

    /// Single readings are reported of fleets up to this size.
    static let fewDevices = 8

    private var scope: Scope { fleet.scope }

    /// The fleet's list: how many are out, then each trouble.
    func findings() -> [Finding] {
        outOfBand() + fleet.worst(50).flatMap(own) + glitches() + constant()
    }

    /// Troubles of one device, without those that only the fleet can tell.
    func own(_ state: DeviceState) -> [Finding] {
        var findings: [Finding] = []
        let gravity = 100 - state.health
        if let furthest = state.furthest, furthest.isOpen {
            if let drift = state.drift, drift.isSteady {
                findings.append(
                    Finding(
                        .drift(
                            state.device, drift.metric, since: drift.since, from: drift.from,
                            to: drift.to, perDay: drift.perUnit),
                        tone: .bad, weight: 70 + gravity / 4))
            } else {
                findings.append(
                    Finding(.deviceOut(furthest), tone: .bad, weight: 60 + gravity / 4))
            }
        }
        let reporting = state.reporting
        if let since = reporting.silentSince {
            findings.append(Finding(.silent(state.device, since: since), tone: .bad, weight: 65))
        }
        if reporting.isIntermittent {
            findings.append(
                Finding(
                    .intermittent(
                        state.device, gaps: reporting.interruptions,
                        share: 1 - reporting.missingShare), tone: .bad, weight: 58))
        } else if let gap = reporting.gaps.max(by: { $0.to - $0.from < $1.to - $1.from }) {
            findings.append(
                Finding(
                    .gap(state.device, from: gap.from, to: gap.to), tone: .neutral, weight: 35))
        }
        for stretch in state.frozen {
            findings.append(
                Finding(
                    .frozen(
                        state.device, stretch.metric, value: stretch.value, from: stretch.from,
                        to: stretch.to, isOpen: stretch.isOpen), tone: .bad,
                    weight: stretch.isOpen ? 62 : 30))
        }
        return findings
    }

    private func outOfBand() -> [Finding] {
        let out = fleet.outNow
        guard out > 0 else { return [] }
        let ordinary = Statistics.median(fleet.outCounts.map(Double.init))
        var findings = [
            Finding(
                .devicesOut(
                    count: out, total: fleet.devices.count, ordinary: ordinary,
                    at: scope.period.upperBound),
                tone: Double(out) > 1.5 * ordinary + 1 ? .bad : .neutral,
                weight: Double(out) > 1.5 * ordinary + 1 ? 90 : 45)
        ]
        let several = fleet.devices.filter { state in
            state.bands.count(where: \.band.isOutNow) >= 2
        }
        if several.count > 1 {
            findings.append(
                Finding(
                    .severalReadingsOut(several.prefix(8).map(\.device)), tone: .bad, weight: 55))
        }
        return findings
    }

    /// Single readings far off on many occasions: the sensor, not the device.
    private func glitches() -> [Finding] {
        guard fleet.devices.count <= Self.fewDevices else { return [] }
        let counts = fleet.devices.map { state in
            Dictionary(grouping: state.glitches, by: \.metric.index).mapValues(\.count)
        }
        return scope.metrics.compactMap { metric in
            let marked = zip(fleet.devices, counts).compactMap { state, counts in
                counts[metric.index].map { (state.device, $0) }
            }
            let total = marked.reduce(0) { $0 + $1.1 }
            guard total >= 5 else { return nil }
            return Finding(
                .glitches(metric, count: total, devices: marked.map(\.0)), tone: .neutral,
                weight: 28)
        }
    }

    /// Readings that never change.
    func constant() -> [Finding] {
        let metrics = fleet.constantMetrics
        return metrics.isEmpty
            ? [] : [Finding(.constant(metrics), tone: .neutral, weight: 12)]
    }
}
