/// A place where the level of a series changes.
public struct ChangePoint: Sendable, Equatable {
    /// Index of the first value on the new level.
    public let index: Int
    /// Mean of the segment before.
    public let before: Double
    /// Mean of the segment after.
    public let after: Double
    /// Likelihood-ratio p of the two neighbouring segments against one, multiplied by the number
    /// of places the change could have had (Bonferroni), as the place was chosen for being best.
    public let pValue: Double

    /// Change in the level, `after - before`.
    public var size: Double { after - before }
}

/// A stretch of a series on one level.
public struct Segment: Sendable, Equatable {
    /// Indices of the stretch.
    public let range: Range<Int>
    /// Mean of its values.
    public let mean: Double
}

/// A series cut into stretches on one level each. Made by ``PELT``.
public struct Segmentation: Sendable, Equatable {
    /// The stretches, in order; together they cover the series.
    public let segments: [Segment]
    /// The places between them.
    public let changePoints: [ChangePoint]
    /// The penalty per change that was used.
    public let penalty: Double
    /// What costs were divided by: the long-run variance of the noise (mean shift), 0 for a
    /// constant series, or the dispersion relative to a Poisson distribution (counts), at least 1.
    public let dispersion: Double
}

/// Exact segmentation by penalised likelihood with pruning.
///
/// Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear computational
/// cost", J. American Statistical Association 107 (2012). Nearly O(n) when changes are spread
/// over the series, O(n²) at worst (a long series without any change).
public struct PELT: Sendable {
    /// How badly one level fits a segment.
    public enum Cost: Sendable, Hashable {
        /// Counts with one rate per segment: twice the negative Poisson log-likelihood, divided
        /// by the counts' dispersion where that exceeds 1 (bursts).
        case poisson
        /// Values with one mean per segment and the same noise: squared deviations divided by
        /// the long-run variance of the noise.
        ///
        /// Level and serial correlation of the noise come from medians of differences, which
        /// changes hardly move (Chakar et al., Bernoulli 23, 2017).
        case meanShift
    }

    /// How the fit of a segment is measured.
    public var cost: Cost
    /// What a change must save; 3 ln n where nil (the BIC would be 2 ln n: place and level).
    public var penalty: Double?
    /// The fewest values of a segment, at least 1.
    public var minimumLength: Int

    /// A `minimumLength` below 1 counts as 1.
    public init(cost: Cost, penalty: Double? = nil, minimumLength: Int = 3) {
        self.cost = cost
        self.penalty = penalty
        self.minimumLength = max(1, minimumLength)
    }

    /// Cuts a series.
    ///
    /// - Parameters:
    ///   - values: The series; NaN is missing and left out, and so is a negative value under
    ///     `.poisson`.
    ///   - exposures: For counts, what each was counted over (days, devices); 1 where nil. The
    ///     means are then rates. Values whose exposure is missing or not above 0 are left out.
    /// - Returns: The segments, or nil when no value is present.
    public func fit(_ values: [Double], exposures: [Double]? = nil) -> Segmentation? {
        let rows = SegmentCosts.Rows(values, exposures: exposures, cost: cost)
        guard !rows.indices.isEmpty else { return nil }
        let costs = SegmentCosts(rows, cost: cost)
        let n = rows.indices.count
        let penalty = penalty ?? 3 * SegmentCosts.logarithm(Double(n))
        let cuts = [0] + optimalCuts(costs, n: n, penalty: penalty) + [n]
        let segments = zip(cuts, cuts.dropFirst()).map { start, end in
            // Missing values belong to the segment before them.
            let first = start == 0 ? 0 : rows.indices[start]
            let last = end == n ? values.count : rows.indices[end]
            return Segment(range: first..<last, mean: costs.mean(start, end))
        }
        let changes = cuts.indices.dropFirst().dropLast().map { position in
            let (start, middle, end) = (cuts[position - 1], cuts[position], cuts[position + 1])
            let saved = costs[start, end] - costs[start, middle] - costs[middle, end]
            let places = Double(max(1, end - start - 1))
            let p = SpecialFunctions.gammaQ(0.5, max(0, saved) / 2) * places
            return ChangePoint(
                index: rows.indices[middle], before: costs.mean(start, middle),
                after: costs.mean(middle, end), pValue: min(1, p))
        }
        return Segmentation(
            segments: segments, changePoints: changes, penalty: penalty,
            dispersion: costs.dispersion)
    }

    /// The inner cuts of the cheapest segmentation of rows 0..<n.
    private func optimalCuts(_ costs: SegmentCosts, n: Int, penalty: Double) -> [Int] {
        guard n >= 2 * minimumLength else { return [] }
        var best = [Double](repeating: .infinity, count: n + 1)
        var previous = [Int](repeating: 0, count: n + 1)
        best[0] = -penalty
        var candidates = SegmentStarts(costs)
        candidates.append(0, best: best[0])
        for end in minimumLength...n {
            if let cheapest = candidates.cheapest(to: end) {
                best[end] = cheapest.total + penalty
                previous[end] = cheapest.start
            }
            candidates.prune(above: best[end], at: end, minimumLength: minimumLength)
            let next = end + 1 - minimumLength
            if next >= minimumLength { candidates.append(next, best: best[next]) }
        }
        var cuts: [Int] = []
        var end = previous[n]
        while end > 0 {
            cuts.append(end)
            end = previous[end]
        }
        return cuts.reversed()
    }
}
