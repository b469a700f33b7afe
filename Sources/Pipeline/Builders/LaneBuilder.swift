import Reports
import Telemetry
import Values

/// Makes the map of devices over time.
struct LaneBuilder {
    let scope: Scope
    let fleet: FleetState
    /// The slices of the charts over time.
    let slices: [TimeSlice]

    /// Devices that are drawn at most.
    static let limit = 16

    /// Troubles of the worst devices, else events of those with most; `nil` where there is neither.
    func lanes() -> OverviewReport.Lanes? {
        // Rows without a time are in no order.
        guard scope.catalog.axis.kind != .row else { return nil }
        guard slices.count >= 2, slices.count <= 130, fleet.devices.count >= 2 else { return nil }
        let hasBands = fleet.devices.contains { !$0.bands.isEmpty }
        let kind: EventKind? =
            hasBands
            ? nil
            : [EventKind.failure, .error, .other].first { !scope.codes($0).isEmpty }
        guard hasBands || kind != nil else { return nil }
        let shown = devices(kind)
        return OverviewReport.Lanes(
            measure: kind.map { .events($0) } ?? .troubles, width: scope.trendStep,
            slices: slices, devices: shown.map(\.device),
            values: shown.map { state in
                kind.map { eventCounts(state, $0) } ?? troubleCounts(state)
            },
            failures: kind == .failure
                ? shown.map { _ in [] } : shown.map { slicesHit(times($0, .failure)) },
            counted: hasBands ? fleet.grid.width : nil)
    }

    /// The worst devices, or those with most events of a kind.
    private func devices(_ kind: EventKind?) -> [DeviceState] {
        guard let kind else { return fleet.worst(Self.limit) }
        let counts = fleet.devices.map { scope.count(kind, in: $0.features.codes) }
        let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        return order.prefix(Self.limit).filter { counts[$0] > 0 }.map { fleet.devices[$0] }
    }

    private func times(_ state: DeviceState, _ kind: EventKind) -> [Double] {
        let codes = Set(scope.codes(kind).map(\.index))
        return state.events.filter { codes.contains($0.code) }.map(\.time)
    }

    private func slicesHit(_ times: [Double]) -> [Int] {
        slices.indices.filter { index in
            times.contains { $0 >= slices[index].from && $0 < slices[index].to }
        }
    }

    private func eventCounts(_ state: DeviceState, _ kind: EventKind) -> [Double?] {
        let times = times(state, kind)
        guard let known = scope.known(kind) else { return slices.map { _ in nil } }
        return slices.map { slice in
            guard slice.to > known.lowerBound, slice.from <= known.upperBound else { return nil }
            return Double(times.count { $0 >= slice.from && $0 < slice.to })
        }
    }

    /// Band slices with an episode that begin in each slice; `nil` outside the device's record.
    private func troubleCounts(_ state: DeviceState) -> [Double?] {
        let marked = Set(
            state.troubles.flatMap { fleet.grid.indices(from: $0.from, to: $0.to ?? .infinity) })
        let outlying = marked.map { fleet.grid.slices[$0].from }
        return slices.map { slice in
            guard slice.to > state.features.firstTime, slice.from <= state.features.lastTime else {
                return nil
            }
            return Double(outlying.count { $0 >= slice.from && $0 < slice.to })
        }
    }
}
