import Analysis
import Foundation
import Testing

/// Functions of the C library under names that tests may use beside properties of the same names.
enum CountingHelp {
    static func exponential(_ x: Double) -> Double { exp(x) }
    static func power(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }
}

@Suite("Expected failures")
struct ExpectedFailuresTests {
    @Test("Counts: Poisson, binomial and negative binomial quantiles as SciPy has them")
    func counts() throws {
        // poisson(4), binom(20, 0.3), nbinom(8, 0.4) at 0.05 and 0.95.
        #expect(CountInterval(mean: 4, variance: 4)?.range == 1...8)
        #expect(CountInterval(mean: 6, variance: 4.2)?.range == 3...9)
        #expect(CountInterval(mean: 12, variance: 30)?.range == 4...22)
        #expect(CountInterval(mean: 1_000, variance: 1_000)?.range == 948...1_052)
        #expect(CountInterval(mean: 0, variance: 0)?.range == 0...0)
        #expect(CountInterval(mean: 0.99, variance: 0.0099)?.range == 1...1)
        #expect(CountInterval(mean: .nan, variance: 1) == nil)
        #expect(CountInterval(mean: 1, variance: .infinity) == nil)
        #expect(CountInterval(mean: 1e9, variance: 1e9)?.range.contains(1_000_000_000) == true)
    }

    private func model(shape: Double, seed: UInt64) throws -> LifeModel {
        var made = MadeLives(shape: shape, scale: 50, seed: seed)
        return try #require(LifeModel(made.censored(400, latest: 150)))
    }

    private func expected(
        _ ages: [Double], _ model: LifeModel, replacements: [Lifetime] = [],
        ageless: ExpectedFailures.Ageless = .init(working: 0, failures: 0, exposure: 0),
        span: Double = 30
    ) -> ExpectedFailures {
        ExpectedFailures(
            ages: ages, model: model, replacements: replacements, ageless: ageless, span: span)
    }

    @Test("Parts that do not age fail at their rate, replaced ones again")
    func constant() throws {
        let model = try model(shape: 1, seed: 4)
        let life = try #require(model.distribution).scale.value
        let found = expected([Double](repeating: 3, count: 100), model, span: 100)
        #expect(abs(found.mean - 100 * 100 / life) < 0.03 * found.mean)
        let certain = found.mean * found.mean / Double(model.failures)
        // Within a step a part fails once at most: a twentieth of a life here.
        #expect(abs(found.variance - found.mean - certain) < 0.08 * found.variance)
    }

    @Test("Old parts are expected to fail before young ones; no part, no failure")
    func ages() throws {
        let model = try model(shape: 3, seed: 4)
        #expect(expected([60, 60], model).mean > 3 * expected([1, 1], model).mean)
        #expect(expected([], model).range == 0...0)
        let one = expected([60], model, span: 10)
        let probability = try #require(model.failureProbability(at: 60, within: 10)).value
        #expect(abs(one.mean - probability) < 0.01)
    }

    @Test("Parts that are replaced in time fail less")
    func replaced() throws {
        let model = try model(shape: 3, seed: 4)
        let early = try (0..<50).map { _ in try #require(Lifetime(exit: 15, isFailure: true)) }
        let kept = expected([5, 5, 5], model, span: 80)
        let replaced = expected([5, 5, 5], model, replacements: early, span: 80)
        #expect(replaced.mean < 0.4 * kept.mean)
    }

    @Test("Parts of unknown age go on failing as such parts have")
    func ageless() throws {
        let model = try model(shape: 3, seed: 4)
        let found = expected([], model, ageless: .init(working: 10, failures: 20, exposure: 2_000))
        #expect(agree(found.mean, 3) && agree(found.variance, 3 + 9.0 / 20))
    }

    @Test("The range holds what comes nine times out of ten, and so does that of many parts")
    func coverage() throws {
        var held = 0
        for seed in 1...100 as ClosedRange<UInt64> {
            var made = MadeLives(shape: 2.5, scale: 50, seed: seed)
            let model = try #require(LifeModel(made.censored(120, latest: 100)))
            let ages = (0..<300).compactMap { _ -> Double? in
                let (age, life) = (60 * made.generator.uniform(), made.life())
                return life > age ? age : nil
            }
            let range = try #require(expected(ages, model).range)
            var failures = 0
            for age in ages {
                var life = made.life()
                while life <= age { life = made.life() }
                var time = life - age
                while time <= 30 {
                    failures += 1
                    time += made.life()
                }
            }
            held += range.contains(failures) ? 1 : 0
        }
        #expect(held >= 82 && held <= 98)
    }
}
