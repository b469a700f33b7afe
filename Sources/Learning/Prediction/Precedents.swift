import Analysis
import Reports
import Telemetry
import Values

/// Devices with a known end, at the time at which each was most like another device now.
///
/// They are compared by the means of their readings over the shortest window, in standard
/// deviations (within the operating regime where there are such), each reading weighted by what the
/// model loses without it: readings that say nothing about the end do not decide.
struct Precedents {
    /// Precedents that are returned at most.
    private static let limit = 3
    /// Rows of a device that are compared, evenly chosen: fewer than twice as many.
    private static let rowLimit = 200

    private struct Row {
        let place: Int
        let left: Double
        let means: [Double]
    }

    let recipe: PredictionRecipe
    let source: any TelemetrySource
    /// One per metric of the recipe; 0 = not compared.
    private let weights: [Double]

    init(_ model: TaughtModel, source: any TelemetrySource) {
        recipe = model.recipe
        self.source = source
        let importance = BackTest(metadata: model.metadata)?.importance ?? []
        let losses = model.recipe.metrics.map { name in
            importance.first { $0.source == .init(.reading, name) }?.loss ?? 0
        }
        weights = losses.contains { $0 > 0 } ? losses : losses.map { _ in 1 }
    }

    /// The devices most like one, the most similar first; empty for a device without readings.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(devices × rows × metrics).
    func nearest(to device: Int) throws -> [ModelPanel.LifeCourse.Precedent] {
        let own = try DeviceHistory(device, source: source, recipe: recipe)
        guard let now = own.known.last, let window = recipe.windows.first else { return [] }
        let present = means(own, at: now, within: window)
        let past = try PredictionTraining.devices(of: source, for: recipe.task)
            .filter { $0 != device }
            .flatMap { try rows(of: $0, within: window) }
        let spreads = present.indices.map { metric in
            Statistics.standardDeviation(past.map { $0.means[metric] })
        }
        var nearest: [Int: ModelPanel.LifeCourse.Precedent] = [:]
        for row in past {
            let distance = distance(present, row.means, spreads)
            guard distance < nearest[row.place]?.distance ?? .infinity else { continue }
            nearest[row.place] = ModelPanel.LifeCourse.Precedent(
                device: DeviceRef(
                    index: row.place, name: source.catalog.devices[row.place].name),
                left: row.left, distance: distance)
        }
        return nearest.values.sorted {
            ($0.distance, $0.device.index) < ($1.distance, $1.device.index)
        }.prefix(Self.limit).map(\.self)
    }

    /// Rows of a device with a known end.
    private func rows(of device: Int, within window: Double) throws -> [Row] {
        let history = try DeviceHistory(device, source: source, recipe: recipe)
        let step = max(1, history.known.count / Self.rowLimit)
        let namesFailures = source.catalog.namesFailures
        return stride(from: 0, to: history.known.count, by: step).compactMap { place in
            let time = history.known[place]
            let end = namesFailures ? history.nextFailure(after: time) : history.known.last
            return end.map {
                Row(
                    place: device, left: $0 - time,
                    means: means(history, at: time, within: window))
            }
        }
    }

    private func means(
        _ history: DeviceHistory, at time: Double, within window: Double
    ) -> [Double] {
        let range = history.readings(at: time, within: window)
        return history.signals.map { $0?.mean(range) ?? .nan }
    }

    /// Root of the weighted mean squared difference; infinite where nothing can be compared.
    private func distance(_ first: [Double], _ second: [Double], _ spreads: [Double]) -> Double {
        var (sum, weight) = (0.0, 0.0)
        for metric in first.indices where spreads[metric] > 0 && weights[metric] > 0 {
            let difference = (first[metric] - second[metric]) / spreads[metric]
            guard difference.isFinite else { continue }
            sum += weights[metric] * difference * difference
            weight += weights[metric]
        }
        return weight > 0 ? (sum / weight).squareRoot() : .infinity
    }
}
