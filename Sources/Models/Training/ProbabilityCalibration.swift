#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns scores into probabilities that mean what they say (Platt 1999): the log odds are a line
/// over the score, fitted on rows that the model did not see.
public struct ProbabilityCalibration: Sendable, Hashable {
    /// What the score is multiplied by; positive.
    public var slope = 1.0

    /// What is then added.
    public var offset = 0.0

    /// The line that takes scores as log odds.
    public init() {}

    /// Fits the line by Newton's method; takes scores as log odds where there are fewer than 10
    /// rows of either kind or the slope does not lie between 0.05 and 20.
    ///
    /// - Complexity: O(rows).
    public init(scores: [Double], targets: [Double]) {
        let positives = targets.reduce(0, +)
        let negatives = Double(targets.count) - positives
        guard positives >= 10, negatives >= 10 else { return }
        // Targets a little inside 0 and 1, as Platt has it: separable scores stay finite.
        let high = (positives + 1) / (positives + 2)
        let low = 1 / (negatives + 2)
        var line = (slope: 1.0, offset: 0.0)
        for _ in 0..<50 {
            var (a, b, aa, ab, bb) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
            for (score, target) in zip(scores, targets) {
                let probability = 1 / (1 + exp(-(line.slope * score + line.offset)))
                let error = probability - (target > 0.5 ? high : low)
                let weight = max(probability * (1 - probability), 1e-12)
                a += error * score
                b += error
                aa += weight * score * score
                ab += weight * score
                bb += weight
            }
            let determinant = aa * bb - ab * ab
            guard abs(determinant) > 1e-12 else { break }
            let step = (bb * a - ab * b) / determinant
            // Steps that are too long for the curve are cut.
            line.slope -= min(max(step, -0.5), 0.5)
            line.offset -= min(max((aa * b - ab * a) / determinant, -2), 2)
        }
        guard line.slope > 0.05, line.slope < 20, line.offset.isFinite else { return }
        (slope, offset) = line
    }

    /// The probability of a score, 0…1.
    public func probability(_ score: Double) -> Double {
        1 / (1 + exp(-(slope * score + offset)))
    }
}
