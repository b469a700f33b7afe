import Analysis
import Reports
import Telemetry
import Values

/// Findings about the events of the period: more or fewer, on which devices, at what time of day.
struct EventFindings {
    let scope: Scope
    let fleet: FleetState

    func findings(week: WeekHeatmap?) -> [Finding] {
        let findings = [EventKind.failure, .error].flatMap { kind in
            let spot = concentration(kind)
            let most = kind == .error && spot.isEmpty ? mostErrors() : []
            return changes(kind) + spot + busiestDevice(kind) + most
        }
        // Without errors and failures, other events are all there is to count.
        let others =
            scope.codes(.failure).isEmpty && scope.codes(.error).isEmpty
            ? concentration(.other) : []
        return findings + others + nameGroups() + hotHours(week)
    }

    private func counts(_ kind: EventKind) -> [Int] {
        fleet.devices.map { scope.count(kind, in: $0.features.codes) }
    }

    /// Counts all events except repairs, which are planned.
    private func nameGroups() -> [Finding] {
        let counts = fleet.devices.map { state in
            [EventKind.failure, .error, .other].reduce(0) {
                $0 + scope.count($1, in: state.features.codes)
            }
        }
        guard let found = NameGroups(counts, names: fleet.devices.map(\.device.name)) else {
            return []
        }
        return [Finding(.nameGroups(found.groups, total: found.total), tone: .bad, weight: 30)]
    }

    /// Compares the recent span with the one before, by an exact test.
    private func changes(_ kind: EventKind) -> [Finding] {
        let pairs = fleet.devices.compactMap { kind == .error ? $0.errors : $0.failures }
        let now = pairs.reduce(0) { $0 + $1.current }
        guard
            let before = pairs.map(\.previous).reduce(
                0.0 as Double?,
                { sum, next in
                    sum.flatMap { sum in next.map { sum + $0 } }
                }), now + before >= 10,
            let test = RateComparison(
                first: (events: Int(clamping: before), exposure: 1),
                second: (events: Int(clamping: now), exposure: 1))
        else { return [] }
        let both = Compared(current: now, previous: before)
        guard test.pValue < 0.01, abs(now - before) >= 0.2 * before else {
            return [Finding(.eventsLevel(kind, both, p: test.pValue), tone: .neutral, weight: 5)]
        }
        let top = topOfRecent(kind, total: now)
        return [
            Finding(
                .eventsChanged(
                    kind, code: nil, both, p: test.pValue, topDevices: top.devices,
                    topShare: top.share),
                tone: now > before ? .bad : .good, weight: kind == .failure ? 80 : 60)
        ]
    }

    private func topOfRecent(
        _ kind: EventKind, total: Double
    ) -> (devices: [DeviceRef], share: Double) {
        let recent = fleet.devices.map {
            ($0.device, (kind == .error ? $0.errors : $0.failures)?.current ?? 0)
        }
        let top = recent.sorted { ($1.1, $0.0.index) < ($0.1, $1.0.index) }.prefix(3)
        return (top.map(\.0), total > 0 ? top.reduce(0) { $0 + $1.1 } / total : 0)
    }

    /// A few devices with most of the events.
    private func concentration(_ kind: EventKind) -> [Finding] {
        guard let spot = HotSpot(counts(kind), devices: fleet.devices.map(\.device)) else {
            return []
        }
        return [
            Finding(
                .concentration(
                    kind, devices: spot.devices, share: spot.share, total: spot.total),
                tone: kind == .other ? .neutral : .bad, weight: 40 + 30 * spot.share)
        ]
    }

    /// The device with the most errors, if it has clearly more than the median.
    private func mostErrors() -> [Finding] {
        let counts = counts(.error)
        guard scope.catalog.axis.kind != .row, counts.count >= 10, let most = counts.max(),
            counts.count(where: { $0 == most }) == 1, let index = counts.firstIndex(of: most)
        else { return [] }
        let median = Statistics.median(counts.map(Double.init))
        guard median > 0, Double(most) >= 1.3 * median else { return [] }
        return [
            Finding(
                .mostErrors(fleet.devices[index].device, count: most, median: median),
                tone: .neutral, weight: 24)
        ]
    }

    private func busiestDevice(_ kind: EventKind) -> [Finding] {
        let counts = counts(kind)
        // Without a time, a row's codes are the causes of one failure, not several failures.
        guard kind == .failure, scope.catalog.axis.kind != .row, let most = counts.max(), most >= 2,
            counts.count(where: { $0 == most }) == 1,
            let index = counts.firstIndex(of: most)
        else { return [] }
        let without = counts.indices.filter { counts[$0] == 0 }
        return [
            Finding(
                .mostFailures(
                    fleet.devices[index].device, count: most, withoutAny: without.count,
                    never: without.count <= 3 ? without.map { fleet.devices[$0].device } : []),
                tone: .bad, weight: 25)
        ]
    }

    /// An hour of the day with at least four times the events of the others.
    private func hotHours(_ week: WeekHeatmap?) -> [Finding] {
        guard let week, scope.catalog.axis.isCalendar else { return [] }
        let hours = (0..<24).map { hour in week.counts.reduce(0) { $0 + $1[hour] } }
        let total = hours.reduce(0, +)
        guard total >= 100, let most = hours.max(), let hour = hours.firstIndex(of: most) else {
            return []
        }
        let others = Double(total - most) / 23
        guard others > 0, Double(most) >= 4 * others else { return [] }
        let kind: EventKind = scope.codes(.error).isEmpty ? .failure : .error
        return [
            Finding(
                .hotHour(
                    kind, hour: hour, share: Double(most) / Double(total),
                    times: Double(most) / others),
                tone: .neutral, weight: 22)
        ]
    }
}
