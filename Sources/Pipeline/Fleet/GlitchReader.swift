import Telemetry
import Values

/// Finds single outliers: readings far off that are back at the next one.
///
/// Only single readings can tell: the mean of a day that lies apart is a day, not an outlier.
struct GlitchReader {
    let metric: MetricRef

    /// How many ordinary steps both jumps must exceed.
    static let height = 10.0
    /// The quantile of the steps that counts as an ordinary one.
    static let ordinary = 0.99
    /// Readings needed to tell an ordinary step.
    static let fewest = 200

    func glitches(_ series: DeviceSeries) -> [DeviceState.Glitch] {
        let cells = series.metrics[metric.index]
        let places = cells.indices.filter { cells[$0].count > 0 }
        let readings = places.reduce(0) { $0 + cells[$1].count }
        // Means of several readings are not single readings.
        guard places.count >= Self.fewest, readings <= 2 * places.count else { return [] }
        let values = places.map { cells[$0].mean }
        guard let limit = limit(values) else { return [] }
        return values.indices.dropFirst().dropLast().compactMap { index in
            let up = values[index] - values[index - 1]
            let down = values[index] - values[index + 1]
            guard up * down > 0, min(abs(up), abs(down)) >= limit else { return nil }
            return DeviceState.Glitch(
                metric: metric, time: series.times[places[index]], value: values[index])
        }
    }

    /// The smallest jump of an outlier; `nil` for a reading that rests at one value and leaves it
    /// now and then, such as rain or a switch: its single values are meant.
    private func limit(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard sorted[sorted.count / 4] < sorted[3 * sorted.count / 4] else { return nil }
        let steps = zip(values, values.dropFirst()).map { abs($1 - $0) }.sorted()
        let step = steps[Int(clamping: Self.ordinary * Double(steps.count - 1))]
        return step > 0 ? Self.height * step : nil
    }
}
