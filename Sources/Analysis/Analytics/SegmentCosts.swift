#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Costs of segments in O(1) each, from running sums over the values that take part.
struct SegmentCosts {
    /// The values that take part, with their indices in the series; exposures are 1 but for counts.
    struct Rows {
        var indices: [Int] = []
        var values: [Double] = []
        var exposures: [Double] = []

        init(_ values: [Double], exposures: [Double]?, cost: PELT.Cost) {
            for (index, value) in values.enumerated() where value.isFinite {
                let exposure = exposures.map { index < $0.count ? $0[index] : 0 } ?? 1
                guard exposure > 0, exposure.isFinite, cost == .meanShift || value >= 0 else {
                    continue
                }
                indices.append(index)
                self.values.append(value)
                self.exposures.append(cost == .poisson ? exposure : 1)
            }
        }
    }

    /// See ``Segmentation/dispersion``.
    let dispersion: Double
    let cost: PELT.Cost
    /// Running sums of what the values deviate from their base, and of its squares.
    private(set) var sums = [0.0]
    private(set) var squares = [0.0]
    private let base: Double
    private var exposures = [0.0]

    init(_ rows: Rows, cost: PELT.Cost) {
        self.cost = cost
        base = cost == .poisson ? 0 : Statistics.median(rows.values)
        dispersion =
            cost == .poisson ? Self.countDispersion(rows) : Self.longRunVariance(rows.values)
        for (value, exposure) in zip(rows.values, rows.exposures) {
            let deviation = value - base
            sums.append(sums[sums.count - 1] + deviation)
            squares.append(squares[squares.count - 1] + deviation * deviation)
            exposures.append(exposures[exposures.count - 1] + exposure)
        }
    }

    static func logarithm(_ x: Double) -> Double { log(x) }

    func mean(_ start: Int, _ end: Int) -> Double {
        base + (sums[end] - sums[start]) / (exposures[end] - exposures[start])
    }

    /// Twice the negative log-likelihood of rows start..<end, without terms common to all cuts.
    subscript(start: Int, end: Int) -> Double {
        let sum = sums[end] - sums[start]
        let exposure = exposures[end] - exposures[start]
        switch cost {
        case .poisson:
            return sum > 0 ? -2 * sum * log(sum / exposure) / dispersion : 0
        case .meanShift:
            guard dispersion > 0 else { return 0 }
            return max(0, squares[end] - squares[start] - sum * sum / exposure) / dispersion
        }
    }

    /// Mean of (x - y)² / (x + y) over neighbouring rates, about 1 for Poisson counts.
    private static func countDispersion(_ rows: Rows) -> Double {
        var sum = 0.0
        var count = 0.0
        for index in rows.values.indices.dropFirst() {
            let x = rows.values[index - 1]
            let y = rows.values[index]
            let (a, b) = (rows.exposures[index - 1], rows.exposures[index])
            guard x + y > 0 else { continue }
            // The variance of b·x - a·y is a·b·(a + b)·rate, and the rate is (x + y) / (a + b).
            let difference = b * x - a * y
            sum += difference * difference / (a * b * (x + y))
            count += 1
        }
        return count > 0 ? max(1, sum / count) : 1
    }

    /// The variance that means of neighbouring values have, times their number.
    private static func longRunVariance(_ values: [Double]) -> Double {
        let one = differenceScale(values, lag: 1)
        guard one > 0 else { return meanSquareDifference(values) }
        let ratio = differenceScale(values, lag: 2) / one
        let correlation = min(0.9, max(0, ratio * ratio - 1))
        // A difference has variance 2 σ² (1 - ρ); the sum of a run has n σ² (1 + ρ) / (1 - ρ).
        let variance = one * one / (2 * (1 - correlation))
        return variance * (1 + correlation) / (1 - correlation)
    }

    private static func differenceScale(_ values: [Double], lag: Int) -> Double {
        guard values.count > lag else { return 0 }
        let sizes = values.indices.dropFirst(lag).map { abs(values[$0] - values[$0 - lag]) }
        return Statistics.median(sizes) * Statistics.madConsistency
    }

    /// Where most neighbours are equal; 0 for a constant series.
    private static func meanSquareDifference(_ values: [Double]) -> Double {
        let squares = values.indices.dropFirst().map { index in
            let difference = values[index] - values[index - 1]
            return difference * difference
        }
        return squares.isEmpty ? 0 : Statistics.mean(squares) / 2
    }
}
