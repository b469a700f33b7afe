import Analysis
import Reports
import Telemetry
import Values

/// The features of a recipe: rolling means, spreads and slopes of readings, their distance from the
/// device's beginning, counts of events, the time since the last one, attributes, age.
struct PredictionFeatures: Sendable {
    let recipe: PredictionRecipe

    /// Unique names that describe the features, such as `pressure, mean, 7 d`.
    var names: [String] {
        let windows = recipe.windows.map(label)
        var names: [String] = []
        for metric in recipe.metrics {
            names.append("\(metric), last")
            for window in windows {
                names += ["mean", "spread", "slope", "mean since the beginning"].map {
                    "\(metric), \($0), \(window)"
                }
            }
        }
        for code in recipe.codes {
            names += windows.map { "\(code.kind.rawValue) \(code.name), count, \($0)" }
            names.append("\(code.kind.rawValue) \(code.name), time since")
        }
        for attribute in recipe.attributes {
            names += attribute.words?.map { "\(attribute.name) = \($0)" } ?? [attribute.name]
        }
        if recipe.task == .life { names.append("elapsed") }
        return names
    }

    /// The source of each feature, in the order of `names`.
    var sources: [BackTest.Source] {
        let count = recipe.windows.count
        var sources = recipe.metrics.flatMap {
            Array(repeating: BackTest.Source(.reading, $0), count: 1 + 4 * count)
        }
        for code in recipe.codes {
            let kind = BackTest.Source.Kind(rawValue: code.kind.rawValue) ?? .other
            sources += Array(repeating: BackTest.Source(kind, code.name), count: count + 1)
        }
        for attribute in recipe.attributes {
            let source = BackTest.Source(.attribute, attribute.name)
            sources += Array(repeating: source, count: attribute.words?.count ?? 1)
        }
        return recipe.task == .life ? sources + [BackTest.Source(.age, "")] : sources
    }

    private func label(_ width: Double) -> String {
        guard recipe.isCalendar else { return "\(Int(clamping: width.rounded()))" }
        for (unit, name) in [(86_400.0, "d"), (3_600, "h"), (60, "min")]
        where width >= 2 * unit && width.truncatingRemainder(dividingBy: unit) == 0 {
            return "\(Int(clamping: width / unit)) \(name)"
        }
        return "\(Int(clamping: width.rounded())) s"
    }

    /// The features at a time, in the order of `names`; NaN where they are not known.
    func values(_ history: DeviceHistory, at time: Double) -> [Double] {
        let ranges = recipe.windows.map { history.readings(at: time, within: $0) }
        let end = ranges.first?.upperBound ?? 0
        var values: [Double] = []
        for signal in history.signals {
            guard let signal else {
                values += Array(repeating: .nan, count: 1 + 4 * ranges.count)
                continue
            }
            let start = signal.start(before: end)
            values.append(signal.last(before: end))
            for range in ranges {
                let mean = signal.mean(range)
                values += [mean, signal.deviation(range), signal.slope(range), mean - start]
            }
        }
        for events in history.events {
            let until = events.count(upTo: time)
            values += recipe.windows.map { Double(until - events.count(upTo: time - $0)) }
            values.append(until > 0 ? time - events[until - 1] : .nan)
        }
        values += history.attributes
        if recipe.task == .life { values.append(time - (history.times.first ?? time)) }
        return values
    }
}
