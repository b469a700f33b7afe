import Values

/// The place where a short series steps from one level to another from one value to the next.
public enum SharpStep {
    /// How far the levels must be apart: in mean deviations of the values from their levels, as
    /// normal noise has them, and in the noise from one value to the next.
    private static let leastDistance = (spread: 2.0, noise: 4.0)
    /// The standard deviation of normal noise by its mean deviation.
    private static let perMeanDeviation = 1.2533
    /// Values on each side that show whether the step is sharp.
    private static let near = 4
    /// The share of the whole step that those must show.
    private static let leastShare = 0.6

    /// The first value after the step.
    ///
    /// The levels are the medians of the values outside `range`, and the step is the split within
    /// it that leaves the least squared deviations from two means; a slow change has no such place.
    /// - Parameters:
    ///   - values: In order of time; all finite.
    ///   - range: Where the step may be, with values on both sides.
    /// - Returns: `nil` without a sharp step.
    /// - Complexity: O(values).
    public static func place(in values: [Double], within range: Range<Int>) -> Int? {
        guard values.count > 2 * near else { return nil }
        let range = range.clamped(to: near..<values.count - near)
        let (before, after) = (values[..<range.lowerBound], values[range.upperBound...])
        guard !range.isEmpty else { return nil }
        let (low, high) = (Statistics.median(Array(before)), Statistics.median(Array(after)))
        let deviations = before.map { abs($0 - low) } + after.map { abs($0 - high) }
        let spread = perMeanDeviation * deviations.reduce(0, +) / Double(deviations.count)
        let steps = zip(values.dropFirst(), values).map { abs($0 - $1) }
        let noise = Statistics.madConsistency * Statistics.median(steps) / 2.0.squareRoot()
        guard abs(high - low) > leastDistance.spread * spread,
            abs(high - low) > leastDistance.noise * noise,
            let place = bestSplit(values, within: range)
        else { return nil }
        let local = mean(values[place..<place + near]) - mean(values[place - near..<place])
        return local / (high - low) >= leastShare ? place : nil
    }

    private static func bestSplit(_ values: [Double], within range: Range<Int>) -> Int? {
        let total = values.reduce(0, +)
        var before = values[..<range.lowerBound].reduce(0, +)
        var best: (gain: Double, place: Int)?
        for place in range {
            let (left, right) = (Double(place), Double(values.count - place))
            let gain = before * before / left + (total - before) * (total - before) / right
            if gain > best?.gain ?? -.infinity { best = (gain, place) }
            before += values[place]
        }
        return best?.place
    }

    private static func mean(_ values: ArraySlice<Double>) -> Double {
        values.reduce(0, +) / Double(values.count)
    }
}
