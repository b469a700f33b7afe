/// Exponential smoothing with an additive damped trend, ETS(A, Ad, N).
///
/// Gardner and McKenzie, Management Science 31 (1985). The level starts at the first value, the
/// trend at the mean of the first four differences.
struct DampedTrend: Sendable, Equatable {
    /// Weight of the newest value in the level.
    var alpha: Double
    /// Weight of the newest step in the trend.
    var beta: Double
    /// What is left of the trend after one step.
    var phi: Double

    /// The setting with the smallest sum of squared one-step errors on a grid, whose weights are
    /// refined twice; a fixed one for fewer than four values. O(n), 126 passes.
    static func fitted(to history: [Double]) -> DampedTrend {
        var best = DampedTrend(alpha: 0.5, beta: 0.1, phi: 0.9)
        guard history.count > 3 else { return best }
        var least = Double.infinity
        func consider(_ candidate: DampedTrend) {
            let error = candidate.run(history).squaredError
            if error < least {
                least = error
                best = candidate
            }
        }
        for alpha in [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95] {
            for beta in [0, 0.02, 0.1, 0.3] {
                for phi in [0.8, 0.9, 0.98] {
                    consider(DampedTrend(alpha: alpha, beta: beta, phi: phi))
                }
            }
        }
        for step in [0.06, 0.02] {
            let centre = best
            for a in [-step, 0, step] {
                for b in [-step, 0, step] {
                    consider(
                        DampedTrend(
                            alpha: min(0.99, max(0.01, centre.alpha + a)),
                            beta: min(0.99, max(0, centre.beta + b)), phi: centre.phi))
                }
            }
        }
        return best
    }

    /// The values after a history, which must not be empty.
    func forecast(_ history: [Double], horizon: Int) -> [Double] {
        let state = run(history)
        var damping = 0.0
        var power = 1.0
        return (0..<horizon).map { _ in
            power *= phi
            damping += power
            return state.level + damping * state.trend
        }
    }

    /// Level and trend after a history, and the sum of squared one-step errors on the way.
    func run(_ history: [Double]) -> (level: Double, trend: Double, squaredError: Double) {
        var level = history[0]
        let early = min(history.count - 1, 4)
        var trend = early > 0 ? (history[early] - level) / Double(early) : 0
        var squaredError = 0.0
        for value in history.dropFirst() {
            let expected = level + phi * trend
            let error = value - expected
            squaredError += error * error
            let next = expected + alpha * error
            trend = phi * trend + beta * (next - level - phi * trend)
            level = next
        }
        return (level, trend, squaredError)
    }
}
