/// How often parts fail within a span when each that fails, or is replaced before, is followed by a
/// new one.
///
/// The span is cut into equal steps. Within a step a part fails with the hazard of its age, or else
/// is replaced with the hazard of replacements at its age, and a new part goes on from the middle
/// of the step. Mean and variance of the number of failures of a new part follow from those of
/// shorter spans, and those of an old part from those of a new one.
struct RenewalProjection {
    /// Mean and second factorial moment, E[N(N − 1)], of a number of failures.
    struct Moments: Sendable, Equatable {
        var mean = 0.0
        var factorial = 0.0

        var variance: Double { max(0, factorial + mean - mean * mean) }
    }

    private let failing: (Double) -> Double
    private let replacing: (Double) -> Double
    private let step: Double
    /// Moments of a new part, by the number of steps from 0.
    private var fresh: [Moments] = [Moments()]

    /// Steps that a span is cut into.
    static let steps = 40
    /// Different ages that are gone through; of more parts, neighbours in age are taken together.
    static let mostAges = 256

    /// Works out the moments of a new part for all spans up to `span`. O(steps²).
    ///
    /// - Parameters:
    ///   - failing: Cumulative hazard of failures by age.
    ///   - replacing: Cumulative hazard of replacements of working parts by age.
    ///   - span: How long to look ahead; above 0.
    init(
        failing: @escaping (Double) -> Double, replacing: @escaping (Double) -> Double, span: Double
    ) {
        self.failing = failing
        self.replacing = replacing
        step = span / Double(Self.steps)
        let ends = ends(age: 0)
        for count in 1...Self.steps { fresh.append(moments(ends.prefix(count))) }
    }

    /// Mean and variance of the failures of parts of these ages, independent of each other. O(ages
    /// log ages), and O(steps) for each of at most `mostAges` groups.
    func total(of ages: [Double]) -> (mean: Double, variance: Double) {
        let sorted = ages.sorted()
        let size = max(1, (sorted.count + Self.mostAges - 1) / Self.mostAges)
        var (mean, variance) = (0.0, 0.0)
        for start in stride(from: 0, to: sorted.count, by: size) {
            let group = sorted[start..<min(start + size, sorted.count)]
            let own = moments(ends(age: group[start + group.count / 2])[...])
            mean += own.mean * Double(group.count)
            variance += own.variance * Double(group.count)
        }
        return (mean, variance)
    }

    /// For each step the probabilities that a part of an age, alive at the start, fails or is
    /// replaced in it.
    private func ends(age: Double) -> [(failure: Double, replacement: Double)] {
        var (failed, replaced) = (failing(age), replacing(age))
        var alive = 1.0
        return (1...Self.steps).map { index in
            let end = age + Double(index) * step
            let (nextFailed, nextReplaced) = (failing(end), replacing(end))
            let working = ElementaryFunctions.exponential(failed - nextFailed)
            let kept = ElementaryFunctions.exponential(replaced - nextReplaced)
            let result = (alive * (1 - working), alive * working * (1 - kept))
            alive *= working * kept
            (failed, replaced) = (nextFailed, nextReplaced)
            return result
        }
    }

    private func moments(
        _ ends: ArraySlice<(failure: Double, replacement: Double)>
    ) -> Moments {
        var sum = Moments()
        for (index, end) in ends.enumerated() {
            let rest = rest(ends.count - 1 - index)
            sum.mean += end.failure * (1 + rest.mean) + end.replacement * rest.mean
            sum.factorial +=
                end.failure * (rest.factorial + 2 * rest.mean) + end.replacement * rest.factorial
        }
        return sum
    }

    /// The moments of a part that was new in the middle of a step, so many steps before the end of
    /// the span.
    private func rest(_ steps: Int) -> Moments {
        let (later, sooner) = (fresh[steps], fresh[min(steps + 1, fresh.count - 1)])
        return Moments(
            mean: (later.mean + sooner.mean) / 2,
            factorial: (later.factorial + sooner.factorial) / 2)
    }
}
