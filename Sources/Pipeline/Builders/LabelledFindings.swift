import Analysis
import Reports
import Telemetry
import Values

/// What marked rows have in common: the devices they are on and, in a table of rows, how they
/// differ from the others.
struct LabelledFindings {
    let scope: Scope
    let fleet: FleetState

    /// Marked rows that are needed.
    static let minimumCount = 10

    func findings() -> [Finding] {
        guard scope.catalog.hasLabels else { return [] }
        let marked = fleet.devices.filter { $0.features.labelled > 0 }
        let others = fleet.devices.filter { $0.features.labelled == 0 }
        guard fleet.devices.allSatisfy({ $0.features.rows <= 1 }) else { return hotSpot() }
        guard marked.count >= Self.minimumCount, others.count >= Self.minimumCount else {
            return []
        }
        return differences(marked, others) + scope.catalog.attributes.indices.compactMap(rates)
    }

    private func hotSpot() -> [Finding] {
        let counts = fleet.devices.map(\.features.labelled)
        guard let spot = HotSpot(counts, devices: fleet.devices.map(\.device)), spot.share >= 0.25
        else { return [] }
        return [
            Finding(
                .labelledAt(spot.devices, share: spot.share, total: spot.total), tone: .bad,
                weight: 45)
        ]
    }

    private func differences(_ marked: [DeviceState], _ others: [DeviceState]) -> [Finding] {
        let found = scope.metrics.compactMap { metric -> (ReadingDifference, Double)? in
            let (own, rest) = (means(marked, metric), means(others, metric))
            guard own.count >= Self.minimumCount, rest.count >= Self.minimumCount else {
                return nil
            }
            let difference = Statistics.mean(own) - Statistics.mean(rest)
            let error =
                (Statistics.variance(own) / Double(own.count)
                + Statistics.variance(rest) / Double(rest.count)).squareRoot()
            guard error > 0, abs(difference) / error >= 5 else { return nil }
            let entry = ReadingDifference(
                metric: metric, value: Statistics.mean(own), low: Statistics.mean(rest),
                high: Statistics.mean(rest))
            return (entry, abs(difference) / Statistics.standardDeviation(rest))
        }.sorted { $0.1 > $1.1 }
        guard !found.isEmpty else { return [] }
        return [
            Finding(
                .labelledDiffer(
                    found.map(\.0), count: marked.count, total: fleet.devices.count),
                tone: .neutral, weight: 44)
        ]
    }

    private func means(_ states: [DeviceState], _ metric: MetricRef) -> [Double] {
        states.map { $0.features.metrics[metric.index].mean }.filter(\.isFinite)
    }

    /// The share of marked rows by the values of an attribute; nil unless it differs beyond chance.
    private func rates(_ attribute: Int) -> Finding? {
        var counts: [String: (marked: Int, all: Int)] = [:]
        for state in fleet.devices {
            let value = scope.catalog.devices[state.device.index].attributes[attribute]
            guard !value.isEmpty else { continue }
            counts[value, default: (0, 0)].all += 1
            if state.features.labelled > 0 { counts[value, default: (0, 0)].marked += 1 }
            guard counts.count <= AttributeComparison.valueLimit else { return nil }
        }
        guard counts.count >= 2, chance(Array(counts.values)) < 0.01 else { return nil }
        let shares = counts.map {
            LabelledShare(value: $0.key, share: Double($0.value.marked) / Double($0.value.all))
        }.sorted { ($1.share, $0.value) < ($0.share, $1.value) }
        return Finding(
            .labelledRates(attribute: scope.catalog.attributes[attribute], shares),
            tone: .neutral, weight: 43)
    }

    /// P-value of the chi-square test that all groups have the same share of marked rows.
    private func chance(_ groups: [(marked: Int, all: Int)]) -> Double {
        let share =
            Double(groups.reduce(0) { $0 + $1.marked }) / Double(groups.reduce(0) { $0 + $1.all })
        guard share > 0, share < 1 else { return 1 }
        let statistic = groups.reduce(0.0) { sum, group in
            let expected = share * Double(group.all)
            let off = Double(group.marked) - expected
            return sum + off * off / (expected * (1 - share))
        }
        return SpecialFunctions.gammaQ(Double(groups.count - 1) / 2, statistic / 2)
    }
}
