import Analysis
import Models
public import Telemetry
import Values

/// The samples of a training table: a row of features per device and time of prediction.
public struct PredictionSamples: Sendable {
    /// Index of each row's device in the catalog.
    public private(set) var devices: [Int] = []
    /// Time of each row, in the axis' unit.
    public private(set) var times: [Double] = []
    /// What is to be predicted: 1 for a failure within the horizon, else 0; or the remaining life,
    /// at most the longest learned. NaN where it is not known.
    private(set) var targets: [Double] = []
    /// The remaining life of each row, unlimited; NaN where it is not known, and for failures.
    private(set) var lives: [Double] = []
    /// The naive prediction: errors within the horizon before, whatever the task.
    private(set) var naive: [Double] = []
    private(set) var values: [Double] = []
    /// Rows without a target, as the device's readings stood still after a failure.
    private(set) var standing = 0
    /// Times of failures by device, ascending, to match alarms with them.
    private(set) var failures: [Int: [Double]] = [:]
    let names: [String]

    /// Values that are computed at most: a recipe comes from a model's file and may ask for
    /// anything.
    private static let numberLimit = 1 << 29

    /// The rows of some devices.
    ///
    /// - Parameters:
    ///   - until: Only earlier times are used, and targets known by then.
    ///   - lastOnly: Whether only the last row of each device is made.
    ///   - moments: The only times of prediction, ascending; nil = those of the recipe.
    /// - Throws: What the source throws; `ModelError.unsupported` for a recipe that asks for too
    ///   many values.
    public init(
        _ recipe: PredictionRecipe, source: any TelemetrySource, devices chosen: [Int],
        until: Double = .infinity, lastOnly: Bool = false, at moments: [Double]? = nil
    ) throws {
        let features = PredictionFeatures(recipe: recipe)
        names = features.names
        let axis = source.catalog.axis
        let namesFailures = source.catalog.namesFailures
        for device in chosen {
            let history = try DeviceHistory(device, source: source, recipe: recipe)
            var times = moments ?? Self.times(history, recipe, axis).filter { $0 < until }
            if lastOnly { times = times.suffix(1) }
            guard (devices.count + times.count) * max(1, names.count) <= Self.numberLimit else {
                throw ModelError.unsupported(.inputTooLarge(name: PredictionRecipe.metadataKey))
            }
            for time in times {
                devices.append(device)
                self.times.append(time)
                values += features.values(history, at: time)
                let isStanding = history.isStanding(at: time)
                if isStanding { standing += 1 }
                let target =
                    isStanding
                    ? .nan
                    : Self.target(
                        history, recipe, time, end: min(until, axis.end),
                        namesFailures: namesFailures)
                targets.append(min(target, recipe.longestLife ?? .infinity))
                lives.append(recipe.task == .life ? target : .nan)
                naive.append(
                    Double(
                        history.errors.count(upTo: time)
                            - history.errors.count(upTo: time - recipe.horizon)))
            }
            failures[device] = history.failures
        }
    }

    /// The features of the rows; missing values are NaN.
    func matrix() throws -> FeatureMatrix {
        try FeatureMatrix(rowCount: times.count, columnCount: names.count, values: values)
    }

    /// Each reading for remaining life; else multiples of the step from the beginning of the set,
    /// from the device's first reading (or event) to the end of the data.
    private static func times(
        _ history: DeviceHistory, _ recipe: PredictionRecipe, _ axis: TimeAxis
    ) -> [Double] {
        if recipe.task == .life { return history.known }
        let origin = axis.dataRange.lowerBound
        guard recipe.step > 0,
            let first = history.known.first ?? history.events.compactMap(\.first).min()
        else { return [] }
        let start = ((first - origin) / recipe.step).rounded(.up)
        let end = ((axis.dataRange.upperBound - origin) / recipe.step).rounded(.down)
        guard start <= end, end - start < 5_000_000 else { return [] }
        return stride(from: start, through: end, by: 1).map { origin + $0 * recipe.step }
    }

    private static func target(
        _ history: DeviceHistory, _ recipe: PredictionRecipe, _ time: Double, end: Double,
        namesFailures: Bool
    ) -> Double {
        let next = history.nextFailure(after: time)
        switch recipe.task {
        case .failure:
            guard time + recipe.horizon <= end else { return .nan }
            return next.map { $0 <= time + recipe.horizon } ?? false ? 1 : 0
        case .life:
            // A set without failures is one of lives that run to their last reading; in any other
            // set a device that has not failed yet has no known end.
            let last = namesFailures ? next : history.known.last
            return last.map { $0 - time } ?? .nan
        }
    }
}

extension TimeAxis {
    fileprivate var end: Double { dataRange.upperBound }
}

extension Catalog {
    /// Whether the set names failures, so that lives end with these.
    var namesFailures: Bool { codes.contains { $0.kind == .failure } }
}
