import Analysis
import Reports
import Telemetry
import Values

/// Findings about single devices, for the fleet or for one of them.
struct DeviceFindings {
    let fleet: FleetState

    /// Outliers of single readings are reported for fleets up to this size.
    static let fewDevices = 8

    private var scope: Scope { fleet.scope }

    /// Findings of the fleet: how many devices are in trouble, then each episode once, outliers and
    /// constant readings.
    func findings() -> [Finding] {
        outOfBand() + fleet.episodes.prefix(Self.mostEpisodes).map(finding) + glitches()
            + constant()
    }

    /// The episodes of one device, as findings.
    func own(_ state: DeviceState) -> [Finding] { state.troubles.map(finding) }

    /// Episodes that are told one by one at most.
    private static let mostEpisodes = 50

    /// Weights: an open episode 60 to 90, one that ended lately 40 to 55, an older one up to 35, a
    /// remark 10.
    func finding(_ episode: Episode) -> Finding {
        let weight =
            switch episode.to {
            case nil: 60 + 0.3 * episode.severity
            case _ where episode.grade == .remark: 10.0
            case let to?: isNews(to) ? 40 + 0.15 * episode.severity : 0.35 * episode.severity
            }
        return Finding(
            .episode(episode), tone: episode.grade == .remark ? .neutral : .bad, weight: weight)
    }

    /// Whether a time lies in the recent span, or in the last tenth of a period without one.
    private func isNews(_ time: Double) -> Bool {
        let period = scope.period
        let length = period.upperBound - period.lowerBound
        return time >= scope.recent?.from ?? (period.upperBound - length / 10)
    }

    private func outOfBand() -> [Finding] {
        let out = fleet.outNow
        guard out > 1 else { return [] }
        let ordinary = Statistics.median(fleet.outCounts.map(Double.init))
        let isMore = Double(out) > 1.5 * ordinary + 1
        return [
            Finding(
                .devicesOut(
                    count: out, total: fleet.devices.count, ordinary: ordinary,
                    at: scope.period.upperBound),
                tone: isMore ? .bad : .neutral, weight: isMore ? 95 : 45)
        ]
    }

    /// Outliers that return at the next reading, on many occasions over the whole record: a fault
    /// of the sensor, not of the device. Those within one stretch are an episode of their own.
    private func glitches() -> [Finding] {
        guard fleet.devices.count <= Self.fewDevices else { return [] }
        let counts = fleet.devices.map { state in
            Dictionary(grouping: state.glitches, by: \.metric.index).mapValues(\.count)
        }
        return scope.metrics.compactMap { metric in
            let marked = zip(fleet.devices, counts).compactMap { state, counts in
                counts[metric.index].flatMap { count in
                    isTold(metric, state) ? nil : (state.device, count)
                }
            }
            let total = marked.reduce(0) { $0 + $1.1 }
            guard total >= 5 else { return nil }
            return Finding(
                .glitches(metric, count: total, devices: marked.map(\.0)), tone: .neutral,
                weight: 28)
        }
    }

    private func isTold(_ metric: MetricRef, _ state: DeviceState) -> Bool {
        state.troubles.contains { $0.kind == .spikes && $0.subjects.contains(.metric(metric)) }
    }

    func constant() -> [Finding] {
        let metrics = fleet.constantMetrics
        return metrics.isEmpty
            ? [] : [Finding(.constant(metrics), tone: .neutral, weight: 12)]
    }
}
