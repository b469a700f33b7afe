extension WeibullFit {
    /// The p of the goodness of fit: the probability of failures as unevenly spread over age as
    /// these, were the lives of the fitted distribution; nil with too few failures to compare.
    ///
    /// Ages are cut where equally many failed, and the failures of each stretch are compared with
    /// the fitted hazard of the parts at risk in it. The statistic takes into account that the
    /// parameters were fitted to the same lives, and is χ² with one degree of freedom less than
    /// there are stretches (Hjort, Annals of Statistics 18, 1990).
    /// - Complexity: O(n · stretches).
    public func goodnessOfFit(_ lifetimes: [Lifetime]) -> Double? {
        let edges = Self.edges(lifetimes.filter(\.isFailure).map(\.exit).sorted())
        let cells = (0...edges.count).map { index in
            Cell(
                fit: self, lifetimes: lifetimes, low: index == 0 ? 0 : edges[index - 1],
                high: index == edges.count ? .infinity : edges[index])
        }
        // The fit makes the sums agree: the last stretch follows from the others.
        let used = cells.dropLast()
        guard !used.isEmpty else { return nil }
        var matrix: [Double] = []
        for one in used {
            for other in used {
                let fitted =
                    covariance.shape * one.byShape * other.byShape
                    + covariance.scale * one.byScale * other.byScale + covariance.both
                    * (one.byShape * other.byScale + one.byScale * other.byShape)
                matrix.append((one.low == other.low ? one.expected : 0) - fitted)
            }
        }
        let excess = used.map { $0.failures - $0.expected }
        guard let solved = Cholesky.solve(&matrix, excess) else { return nil }
        let statistic = zip(solved, excess).reduce(0) { $0 + $1.0 * $1.1 }
        return 1
            - SpecialFunctions.chiSquareCDF(statistic, degreesOfFreedom: Double(used.count))
    }

    /// Failures aimed at per stretch, of which there are at least three, and the most stretches.
    private static let perStretch = 8
    private static let mostStretches = 10

    /// Halfway between two ages of failure, so that each stretch holds about as many.
    private static func edges(_ ages: [Double]) -> [Double] {
        let stretches = min(mostStretches, max(3, ages.count / perStretch))
        var edges: [Double] = []
        for index in 1..<stretches {
            let place = index * ages.count / stretches
            guard place > 0, place < ages.count,
                let below = ages[..<place].last(where: { $0 < ages[place] })
            else { continue }
            let edge = (below + ages[place]) / 2
            if edges.last.map({ $0 < edge }) ?? true { edges.append(edge) }
        }
        return edges
    }

    /// A stretch of age: failures in it, failures expected, and the derivatives of the latter by
    /// the logarithms of shape and scale.
    private struct Cell {
        let low: Double
        var failures = 0.0
        var expected = 0.0
        var byShape = 0.0
        var byScale = 0.0

        init(fit: WeibullFit, lifetimes: [Lifetime], low: Double, high: Double) {
            self.low = low
            for life in lifetimes {
                let (from, to) = (max(life.entry, low), min(life.exit, high))
                if life.isFailure, life.exit > low, life.exit <= high { failures += 1 }
                guard from < to else { continue }
                let (start, end) = (fit.gradient(at: from), fit.gradient(at: to))
                expected += fit.cumulativeHazard(at: to) - fit.cumulativeHazard(at: from)
                byShape += end.byShape - start.byShape
                byScale += end.byScale - start.byScale
            }
        }
    }
}
