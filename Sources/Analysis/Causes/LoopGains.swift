/// Which signals follow another one at once, as a controller's output follows what it controls.
///
/// The steps of a proportional-integral controller's output are a multiple of the controlled
/// value's steps, noise and all, and what is left of them is proportional to that value's distance
/// from its set point. Both are looked for in usual rows, without knowing what is a controller. The
/// partner of a signal is the one whose steps go most closely with its own.
struct LoopGains: Sendable {
    /// By signal, the correlation of its steps with its partner's, 0…1 without sign.
    let follows: [Double]
    /// By signal, how much it looks like the output of a controller of its partner, 0…1.
    let output: [Double]
    /// By signal, how much it looks like what a controller holds, 0…1.
    let controlled: [Double]
    /// By signal, the logarithm of its gain on its partner in late rows over that in usual ones,
    /// within ±1.5.
    let gainChange: [Double]

    /// - Complexity: O(rows · signals²).
    init(_ columns: [[Double]], usual: Range<Int>, late: Range<Int>) {
        let usualSteps = Self.steps(columns, usual)
        let covariances = StepCovariances(usualSteps)
        let lateCovariances = StepCovariances(Self.steps(columns, late))
        let partners = columns.indices.map(covariances.partner)
        let follows = columns.indices.map { abs(covariances.correlation($0, partners[$0])) }
        let output = columns.indices.map { signal in
            let rest = Self.restShare(
                usualSteps[signal], usualSteps[partners[signal]],
                gain: covariances.gain(signal, on: partners[signal]),
                level: Array(columns[partners[signal]][usual]))
            return rest * follows[signal] * follows[signal]
        }
        var controlled = [Double](repeating: 0, count: columns.count)
        for (signal, partner) in partners.enumerated() {
            controlled[partner] = max(controlled[partner], output[signal])
        }
        self.follows = follows
        self.output = output
        self.controlled = controlled
        gainChange = columns.indices.map { signal in
            let before = abs(covariances.gain(signal, on: partners[signal]))
            let after = abs(lateCovariances.gain(signal, on: partners[signal]))
            return min(
                1.5, max(-1.5, ElementaryFunctions.logarithm((after + 1e-6) / (before + 1e-6))))
        }
    }

    private static func steps(_ columns: [[Double]], _ rows: Range<Int>) -> [[Double]] {
        columns.map { column in rows.map { $0 == 0 ? 0 : column[$0] - column[$0 - 1] } }
    }

    /// The squared correlation of what the gain leaves of the steps with the partner's level.
    private static func restShare(
        _ own: [Double], _ partner: [Double], gain: Double, level: [Double]
    ) -> Double {
        let rest = zip(own, partner).map { $0 - gain * $1 }
        let limits = Statistics.quantiles(rest, [0.01, 0.99])
        guard limits.count == 2, limits[0] < limits[1] else { return 0 }
        let clipped = rest.map { min(limits[1], max(limits[0], $0)) }
        let (one, other) = (Statistics.mean(clipped), Statistics.mean(level))
        var (product, left, right) = (0.0, 0.0, 0.0)
        for (value, other2) in zip(clipped, level) {
            product += (value - one) * (other2 - other)
            left += (value - one) * (value - one)
            right += (other2 - other) * (other2 - other)
        }
        return left > 0 && right > 0 ? product * product / (left * right) : 0
    }
}

/// Covariances of steps; single large ones are cut, so that they count little.
private struct StepCovariances {
    private let values: [[Double]]

    init(_ steps: [[Double]]) {
        let clipped = steps.map(Self.clipped)
        values = clipped.indices.map { one in
            (0...one).map { other in
                zip(clipped[one], clipped[other]).reduce(0) { $0 + $1.0 * $1.1 }
                    / Double(max(1, clipped[one].count))
            }
        }
    }

    private static func clipped(_ steps: [Double]) -> [Double] {
        let middle = Statistics.median(steps)
        guard middle.isFinite else { return steps }
        let centred = steps.map { $0 - middle }
        let limit = 6 * RootMeanSquare.of(centred)
        return centred.map { min(limit, max(-limit, $0)) }
    }

    private func covariance(_ one: Int, _ other: Int) -> Double {
        one >= other ? values[one][other] : values[other][one]
    }

    func gain(_ signal: Int, on partner: Int) -> Double {
        covariance(signal, partner) / max(covariance(partner, partner), 1e-12)
    }

    func correlation(_ one: Int, _ other: Int) -> Double {
        guard one != other else { return 0 }
        let product = covariance(one, one) * covariance(other, other)
        return covariance(one, other) / (product + 1e-12).squareRoot()
    }

    func partner(of signal: Int) -> Int {
        values.indices.filter { $0 != signal }
            .max { abs(correlation(signal, $0)) < abs(correlation(signal, $1)) } ?? signal
    }
}
