import Analysis
import Reports
import Telemetry
import Values

/// Reliability of the fleet or of its groups: time between failures, growth, cumulative failures.
struct ReliabilityBuilder {
    private let scope: Scope
    private let fleet: FleetState
    /// Failures if there are any, else errors; nil without either.
    private let kind: EventKind?
    /// The attribute that separates the devices' rates best; nil where it has more than six values.
    private let attribute: AttributeRates?
    /// Indices of devices per value of that attribute, else all devices as one group.
    private let groups: [(value: String?, devices: [Int])]

    /// - Parameter strongest: The attribute that separates the devices' event rates best.
    init(scope: Scope, fleet: FleetState, strongest: AttributeRates?) {
        self.scope = scope
        self.fleet = fleet
        let kind = [EventKind.failure, .error].first { kind in
            fleet.devices.contains { scope.count(kind, in: $0.features.codes) > 0 }
        }
        self.kind = kind
        attribute = strongest.flatMap { $0.kind == kind && $0.groups.count <= 6 ? $0 : nil }
        groups = Self.groups(scope, fleet, attribute)
    }

    private static func groups(
        _ scope: Scope, _ fleet: FleetState, _ attribute: AttributeRates?
    ) -> [(value: String?, devices: [Int])] {
        guard let attribute,
            let index = scope.catalog.attributes.firstIndex(of: attribute.attribute)
        else { return [(nil, Array(fleet.devices.indices))] }
        let members = Dictionary(grouping: fleet.devices.indices) {
            scope.catalog.devices[fleet.devices[$0].device.index].attributes[index]
        }
        return attribute.groups.map { ($0.value, members[$0.value] ?? []) }
    }

    /// One per device; times since events of the kind could be recorded, in days or units of the
    /// axis.
    private func histories(_ devices: [Int], _ kind: EventKind) -> [EventHistory] {
        let codes = Set(scope.codes(kind).map(\.index))
        guard let known = scope.known(kind) else { return [] }
        return devices.compactMap { history(fleet.devices[$0], codes, known) }
    }

    private func history(
        _ state: DeviceState, _ codes: Set<Int>, _ known: ClosedRange<Double>
    ) -> EventHistory? {
        let start = known.lowerBound
        let end = scope.catalog.axis.isCalendar ? known.upperBound : state.features.lastTime
        let times = state.events.filter { codes.contains($0.code) }.flatMap { event in
            Array(
                repeating: (event.time - start) / scope.rateUnit, count: min(event.count, 10_000))
        }
        return EventHistory(start: 0, end: max(0, end - start) / scope.rateUnit, events: times)
    }

    /// One row per group with at least three failures; empty where the set names none.
    func rows() -> [ReliabilityRow] {
        guard let kind, kind == .failure else { return [] }
        return groups.compactMap { value, devices in
            let histories = histories(devices, kind)
            let failures = histories.reduce(0) { $0 + $1.events.count }
            let exposure = histories.reduce(0) { $0 + $1.exposure }
            guard failures >= 3, let rate = FailureRate(events: failures, exposure: exposure),
                let growth = CrowAMSAA(histories, level: 0.95)
            else { return nil }
            return ReliabilityRow(
                value: value, failures: failures, devices: devices.count,
                meanTime: rate.meanTimeBetweenFailures, low: rate.meanTimeInterval.lower,
                high: rate.meanTimeInterval.upper, beta: growth.beta,
                betaLow: growth.betaInterval.lower, betaHigh: growth.betaInterval.upper)
        }
    }

    /// Mean cumulative events per device over time; `nil` below ten events and without dates.
    func cumulative() -> CumulativeFailures? {
        guard let kind, scope.catalog.axis.isCalendar else { return nil }
        let start = scope.known(kind)?.lowerBound ?? scope.period.lowerBound
        let lines = groups.compactMap { value, devices -> CumulativeFailures.Line? in
            let function = MeanCumulativeFunction(histories(devices, kind))
            guard !function.steps.isEmpty else { return nil }
            let steps = thinned(function.steps)
            return CumulativeFailures.Line(
                value: value, devices: devices.count,
                times: steps.map { start + $0.time * scope.rateUnit },
                values: steps.map(\.mean))
        }
        let total = fleet.devices.reduce(0) { $0 + scope.count(kind, in: $1.features.codes) }
        guard total >= 10, !lines.isEmpty else { return nil }
        return CumulativeFailures(
            kind: kind, attribute: attribute?.attribute, total: total, lines: lines)
    }

    private func thinned(
        _ steps: [MeanCumulativeFunction.Step]
    ) -> [MeanCumulativeFunction.Step] {
        let stride = max(1, steps.count / 300)
        return steps.enumerated().filter { $0.offset % stride == 0 || $0.offset == steps.count - 1 }
            .map(\.element)
    }
}
