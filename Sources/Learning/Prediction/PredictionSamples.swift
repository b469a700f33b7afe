import Analysis
import Models
public import Telemetry
import Values

/// The samples of a training table: a row of features for each device and time at which something
/// is predicted.
public struct PredictionSamples: Sendable {
    /// The index of the device in the catalog, for each row.
    public private(set) var devices: [Int] = []
    /// The time of each row.
    public private(set) var times: [Double] = []
    /// The label or length of life to be predicted; NaN where it is not known.
    private(set) var targets: [Double] = []
    /// The length of life of each row, however long; NaN where it is not known or not asked for.
    private(set) var lives: [Double] = []
    /// What the naive baseline predicts: errors within the horizon before, or mean life less age.
    private(set) var naive: [Double] = []
    private(set) var values: [Double] = []
    /// Rows that are left out as the device stood still after a failure.
    private(set) var standing = 0
    /// The times of failures by device, to match alarms with them.
    private(set) var failures: [Int: [Double]] = [:]
    let names: [String]

    /// More numbers are not made: a recipe comes in a model's file and may say anything.
    private static let numberLimit = 1 << 29

    /// The rows of some devices.
    ///
    /// - Parameters:
    ///   - lastOnly: only the last row of each device.
    ///   - moments: the only times at which something is predicted, rising.
    /// - Throws: What the source throws; `ModelError.unsupported` for a recipe that asks for more
    ///   numbers than are made.
    public init(
        _ recipe: PredictionRecipe, source: any TelemetrySource, devices chosen: [Int],
        until: Double = .infinity, lastOnly: Bool = false, at moments: [Double]? = nil
    ) throws {
        let features = PredictionFeatures(recipe: recipe)
        names = features.names
        let axis = source.catalog.axis
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
                    ? .nan : Self.target(history, recipe, time, end: min(until, axis.end))
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

    /// Each reading for remaining life; else even steps from the first time of the whole set on,
    /// those from the device's first reading (or event) to the end of the data.
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
        _ history: DeviceHistory, _ recipe: PredictionRecipe, _ time: Double, end: Double
    ) -> Double {
        let next = history.nextFailure(after: time)
        switch recipe.task {
        case .failure:
            guard time + recipe.horizon <= end else { return .nan }
            return next.map { $0 <= time + recipe.horizon } ?? false ? 1 : 0
        case .life:
            // Where no failures are named, a device runs until its last reading.
            let last = history.failures.isEmpty ? history.known.last : next
            return last.map { $0 - time } ?? .nan
        }
    }
}

extension TimeAxis {
    /// The end of what is known.
    fileprivate var end: Double { dataRange.upperBound }
}
