import Telemetry

extension DeviceReader {
    /// Stretches in which a reading repeats exactly, far longer than it ever does otherwise.
    ///
    /// A stretch counts from 24 equal buckets on, when it is at least five times as long as the
    /// longest other run of equal values; a signal with fewer than ten different values, such as a
    /// switch, never freezes.
    func frozen(_ series: DeviceSeries, metric: MetricRef) -> [DeviceState.FrozenStretch] {
        let values = series.metrics[metric.index]
        let runs = equalRuns(values)
        guard Set(runs.lazy.map(\.value)).count >= 10 else { return [] }
        let lengths = runs.map(\.length).sorted()
        guard let longest = lengths.last, longest >= 24 else { return [] }
        let ordinary = lengths.dropLast().last ?? 1
        guard longest >= 5 * ordinary, let run = runs.last(where: { $0.length == longest }) else {
            return []
        }
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
