import Telemetry
import Values

extension DeviceReader {
    /// Stretches in which a reading repeats exactly, far longer than it ever does otherwise.
    ///
    /// A stretch counts from 24 equal buckets on, when it is at least five times as long as the
    /// longest other run of equal values; a signal with fewer than ten different values, such as a
    /// switch, never freezes.
    func frozen(_ series: DeviceSeries, metric: MetricRef) -> [DeviceState.FrozenStretch] {
        let values = series.metrics[metric.index]
        let runs = equalRuns(values)
        guard let place = runs.indices.max(by: { runs[$0].length <= runs[$1].length }),
            runs[place].length >= 24, hasTenValues(runs)
        else { return [] }
        let run = runs[place]
        let others = runs[..<place].lazy.map(\.length) + runs[(place + 1)...].lazy.map(\.length)
        guard run.length >= 5 * (others.max() ?? 1) else { return [] }
        let isOpen = run.last == runs.last?.last
        return [
            DeviceState.FrozenStretch(
                metric: metric, value: run.value, from: series.times[run.first],
                to: series.times[run.last], isOpen: isOpen)
        ]
    }

    private struct EqualRun {
        var value: Double
        var first: Int
        var last: Int
        var length: Int
    }

    private func hasTenValues(_ runs: [EqualRun]) -> Bool {
        var values = Set<Double>()
        return runs.contains { run in
            values.insert(run.value)
            return values.count >= 10
        }
    }

    private func equalRuns(_ values: [MetricSummary]) -> [EqualRun] {
        var runs: [EqualRun] = []
        for (index, value) in values.enumerated() where value.count > 0 {
            let isStill = value.minimum == value.maximum
            if isStill, let run = runs.last, run.value == value.mean {
                runs[runs.count - 1].last = index
                runs[runs.count - 1].length += 1
            } else {
                runs.append(EqualRun(value: value.mean, first: index, last: index, length: 1))
            }
        }
        return runs
    }
}
