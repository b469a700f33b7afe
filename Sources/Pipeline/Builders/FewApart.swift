import Analysis
import Reports
import Telemetry
import Values

/// Tells which of a few devices lies apart from all others.
///
/// Three to nine devices give no estimate of a spread; but if all others agree and one does not,
/// that is obvious.
struct FewApart {
    let fleet: FleetState

    /// How many times the range of the others the gap to the nearest of them must be.
    static let gap = 3.0
    /// The least gap, as a share of the median standard deviation of the readings.
    static let least = 0.15
    /// Readings that each device needs for a steady mean.
    static let minimumCount = 100

    func findings() -> [Finding] {
        guard (3...9).contains(fleet.devices.count), fleet.scope.catalog.axis.kind != .row else {
            return []
        }
        var found: [Int: [ReadingDifference]] = [:]
        for metric in fleet.scope.metrics {
            guard let (device, difference) = apart(metric) else { continue }
            found[device, default: []].append(difference)
        }
        return found.sorted { $0.key < $1.key }.map { device, differences in
            Finding(
                .apartOfFew(fleet.devices[device].device, differences), tone: .neutral,
                weight: 26 + Double(min(4, differences.count)))
        }
    }

    private func apart(_ metric: MetricRef) -> (Int, ReadingDifference)? {
        let cells = fleet.devices.map { $0.features.metrics[metric.index] }
        guard cells.allSatisfy({ $0.count >= Self.minimumCount }) else { return nil }
        let order = cells.indices.sorted { cells[$0].mean < cells[$1].mean }
        let means = order.map { cells[$0].mean }
        let (low, high) = (means[1] - means[0], means[means.count - 1] - means[means.count - 2])
        let isHigh = high >= low
        let rest = isHigh ? means.dropLast() : means.dropFirst()
        guard let index = isHigh ? order.last : order.first, let least = rest.first,
            let most = rest.last, max(low, high) >= Self.gap * (most - least),
            max(low, high) >= Self.least * Statistics.median(cells.map(\.standardDeviation)),
            max(low, high) > 0
        else { return nil }
        return (
            index,
            ReadingDifference(metric: metric, value: cells[index].mean, low: least, high: most)
        )
    }
}
