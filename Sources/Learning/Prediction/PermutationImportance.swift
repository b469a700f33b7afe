import Analysis
import Dispatch
import Models
import Synchronization

/// How much a model relies on each source of its features (permutation importance: Breiman 2001):
/// all features of a source are replaced by those of another random sample, and the predictions are
/// evaluated again. The features of one source resemble each other, so that a single one would
/// hardly be missed.
struct PermutationImportance {
    /// Samples that are evaluated, evenly chosen: fewer than twice as many.
    static let rowLimit = 8_000
    /// Shuffles whose losses are averaged.
    static let repeats = 3

    let model: PredictionModel
    /// Features of held-out samples.
    let features: FeatureMatrix
    /// Quality of predictions for the samples; higher is better.
    let quality: @Sendable ([Double]) -> Double

    /// The mean fall of quality when each group of columns is shuffled.
    ///
    /// - Complexity: O(groups × samples × trees × depth).
    func losses(of groups: [[Int]], seed: UInt64) -> [Double] {
        let whole = quality(model.predictions(features))
        let losses = Mutex([Double](repeating: 0, count: groups.count))
        DispatchQueue.concurrentPerform(iterations: groups.count) { group in
            var random = SeededGenerator(seed: seed, stream: group)
            var sum = 0.0
            for _ in 0..<Self.repeats {
                let order = random.permutation(of: features.rowCount)
                var shuffled = features
                for (row, other) in order.enumerated() {
                    for column in groups[group] { shuffled[row, column] = features[other, column] }
                }
                sum += whole - quality(model.predictions(shuffled))
            }
            let loss = sum / Double(Self.repeats)
            losses.withLock { $0[group] = loss }
        }
        return losses.withLock { $0 }
    }
}
