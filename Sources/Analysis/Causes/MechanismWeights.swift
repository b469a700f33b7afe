import Values

/// How the evidence for a signal is weighed for each mechanism.
///
/// A conditional logit (McFadden 1974) over pairs of a signal and a mechanism: the weighted sums of
/// all pairs of a plant compete, and one pair is where its fault began. The weights were fitted by
/// penalised likelihood on 480 simulated plants of 60 random layouts of chains and trees (8 to 20
/// process values, 1 to 5 loops), whose signals bear no names; none of the layouts that figures are
/// reported on was among them.
enum MechanismWeights {
    /// By signal and mechanism, in the order of ``CauseMechanism/allCases``, the probability that
    /// the fault began there and so; all add up to one.
    ///
    /// - Complexity: O(signals).
    static func beliefs(_ evidence: [CauseEvidence]) -> [[Double]] {
        let scores = evidence.map { signal in
            let values = signal.values
            return CauseMechanism.allCases.map { mechanism in
                zip(weights(mechanism), values).reduce(base(mechanism)) { $0 + $1.0 * $1.1 }
            }
        }
        let highest = scores.joined().max() ?? 0
        let odds = scores.map { $0.map { ElementaryFunctions.exponential($0 - highest) } }
        let total = odds.joined().reduce(0, +)
        return odds.map { $0.map { $0 / total } }
    }

    /// Intercept of a mechanism's sum: how common it was among the faults, evidence apart.
    private static func base(_ mechanism: CauseMechanism) -> Double {
        switch mechanism {
        case .lostActuation: -1.513
        case .biasedReading: 0.5345
        case .frozenReading: -1.093
        case .sharpLoop: -0.4694
        case .disturbance: 0
        }
    }

    /// In the order of ``CauseEvidence/values``.
    private static func weights(_ mechanism: CauseMechanism) -> [Double] {
        switch mechanism {
        case .lostActuation:
            [
                0.02459, -0.1841, 0.2854, 0.1935, 0.0004248, -1.055, 1.881, -1.033,
                4.084, -0.1906, -1.551, 2.92, -4.64, 2.405, 2.756, 1.166,
                0.8639,
            ]
        case .biasedReading:
            [
                0.7327, -0.01947, -0.428, -0.3256, -0.01674, 0.5627, 1.169, 2.069,
                -0.3938, 0.07931, 3.186, -3.714, 0.3805, 0.236, 0.4132, -6.04,
                0.1411,
            ]
        case .frozenReading:
            [
                -0.1176, -0.1117, -0.01921, 0.1987, 0.2542, 0.03962, 0.4833, -0.8894,
                -2.69, 3.768, -0.05608, -0.8475, -0.08837, -0.5644, -0.04045, 0.4356,
                -0.7601,
            ]
        case .sharpLoop:
            [
                -0.007426, -0.5736, -0.2232, 0.0964, -0.5086, -0.5087, -1.502, 8.583,
                1.795, -0.02542, 1.947, -0.001768, -1.138, 1.869, 17.48, 1.585,
                0.8668,
            ]
        case .disturbance:
            [
                -0.4221, 2.18, -0.7049, 0.684, 0.6263, 0.6132, -0.003753, -2.723,
                -0.01173, 0.396, 1.636, -3.038, 0.704, -1.716, -0.999, -7.759,
                -0.1729,
            ]
        }
    }
}
