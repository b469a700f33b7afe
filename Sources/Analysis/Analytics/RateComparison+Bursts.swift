import Values

extension RateComparison {
    /// Two counts of which the events may come in bursts: as many as are independent count, by the
    /// variance of the counts per block over their mean (quasi-likelihood).
    ///
    /// Nil for times that are not positive, or without an event.
    ///
    /// - Parameters:
    ///   - first: counts of the first side by block, `second` those of the second; the blocks of a
    ///     side are equally long.
    ///   - times: how long each side was watched, in any unit.
    public init?(_ first: [Int], _ second: [Int], times: (Double, Double)) {
        let dispersion = max(Self.dispersion(first), Self.dispersion(second), 1)
        let counts = [first, second].map { blocks in
            Int(clamping: (Double(blocks.reduce(0, +)) / dispersion).rounded())
        }
        guard first.contains(where: { $0 > 0 }) || second.contains(where: { $0 > 0 }) else {
            return nil
        }
        self.init(first: (counts[0], times.0), second: (counts[1], times.1))
    }

    /// Variance over mean of counts; 1 where there are too few to tell.
    private static func dispersion(_ counts: [Int]) -> Double {
        let mean = Double(counts.reduce(0, +)) / Double(max(1, counts.count))
        guard counts.count >= 5, mean > 0 else { return 1 }
        let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        return squares / Double(counts.count - 1) / mean
    }
}
