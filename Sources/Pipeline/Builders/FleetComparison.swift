import Analysis
import Reports
import Telemetry
import Values

/// Compares levels: groups of devices that differ from the rest throughout, and one of a few
/// devices. One of many is an episode.
struct FleetComparison {
    let fleet: FleetState

    private var scope: Scope { fleet.scope }

    func findings() -> [Finding] { groupsApart() + FewApart(fleet: fleet).findings() }

    private func medians(_ metric: MetricRef) -> [(device: Int, value: Double)] {
        fleet.devices.enumerated().compactMap { index, device in
            device.band(of: metric).map { (index, $0.median) }
        }
    }

    /// For each reading the attribute value whose devices differ most from all others.
    private func groupsApart() -> [Finding] {
        scope.metrics.compactMap { metric -> Finding? in
            let values = medians(metric)
            guard values.count >= 8 else { return nil }
            return scope.catalog.attributes.indices
                .compactMap { strongest(attribute: $0, metric, values) }
                .max { $0.weight < $1.weight }
        }
    }

    private func strongest(
        attribute: Int, _ metric: MetricRef, _ values: [(device: Int, value: Double)]
    ) -> Finding? {
        let groups = Dictionary(grouping: values) { entry in
            scope.catalog.devices[fleet.devices[entry.device].device.index].attributes[attribute]
        }
        guard groups.count >= 2, groups.count <= max(8, values.count / 3) else { return nil }
        let levels = SortedLevels(values)
        let candidates = groups.sorted { $0.key < $1.key }.compactMap { value, members in
            finding(attribute, value, members: members, of: levels, metric)
        }
        return candidates.max { $0.weight < $1.weight }
    }

    /// The medians of a metric in ascending order, and each device's place among them.
    private struct SortedLevels {
        let values: [Double]
        let places: [Int: Int]

        init(_ levels: [(device: Int, value: Double)]) {
            let order = levels.sorted { ($0.value, $0.device) < ($1.value, $1.device) }
            values = order.map(\.value)
            places = Dictionary(
                uniqueKeysWithValues: order.enumerated().map { ($1.device, $0) })
        }
    }

    /// Robust standard deviations from which on a group is apart.
    private static let limit = 5.2

    private func finding(
        _ attribute: Int, _ value: String, members: [(device: Int, value: Double)],
        of all: SortedLevels, _ metric: MetricRef
    ) -> Finding? {
        let others = RemainingOrder(
            of: all.values, without: members.compactMap { all.places[$0.device] })
        // Of two groups the smaller one is called apart.
        guard !value.isEmpty, members.count >= 3, others.count >= members.count else { return nil }
        let own = members.map(\.value)
        let centre = others.median
        let mad = others.medianDistance(from: centre) * Statistics.madConsistency
        let spread = max(Statistics.mad(own), mad)
        let difference = Statistics.median(own) - centre
        guard spread > 0, abs(difference) / spread >= Self.limit else { return nil }
        let inside = Set(members.compactMap { all.places[$0.device] })
        let rest = all.values.indices.filter { !inside.contains($0) }.map { all.values[$0] }
        let kind = Finding.Kind.groupApart(
            attribute: scope.catalog.attributes[attribute], value: value, metric,
            mean: Statistics.mean(own), others: Statistics.mean(rest), devices: own.count,
            z: difference / spread)
        return Finding(kind, tone: .neutral, weight: 30 + min(20, abs(difference) / spread))
    }
}
