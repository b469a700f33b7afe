import Analysis
import Testing

@Suite("Survival")
struct SurvivalTests {
    @Test("Without censoring the curve is the share that is left")
    func empirical() throws {
        let ages = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3]
        let curve = KaplanMeier(try ages.map { try #require(Lifetime(exit: $0, isFailure: true)) })
        for step in curve.steps {
            #expect(agree(step.survival, Double(ages.count { $0 > step.age }) / 10))
            #expect(step.interval.lower <= step.survival && step.survival <= step.interval.upper)
        }
        #expect(curve.survival(at: 0.5) == 1 && curve.survival(at: 9) == 0)
        #expect(curve.age(failed: 0.5)?.value == 3)
        // Only 4 of 10 reach an age of 5 and more.
        #expect(curve.reach == 4 && curve.age(failed: 0.9) == nil)
    }

    @Test("A life must be a stretch of age")
    func lifetimes() {
        #expect(Lifetime(entry: 2, exit: 2, isFailure: true) == nil)
        #expect(Lifetime(entry: -1, exit: 2, isFailure: true) == nil)
        #expect(Lifetime(entry: .nan, exit: 2, isFailure: true) == nil)
        #expect(Lifetime(exit: .infinity, isFailure: false) == nil)
    }

    @Test("Nothing, one failure, and one age of failure give no shape")
    func degenerate() throws {
        #expect(KaplanMeier([]).steps.isEmpty && KaplanMeier([]).reach == 0)
        #expect(WeibullFit([]) == nil && LifeModel([]) == nil)
        let alike = try (0..<12).map { _ in try #require(Lifetime(exit: 7, isFailure: true)) }
        #expect(WeibullFit(alike) == nil)
        let model = try #require(LifeModel(alike))
        #expect(model.ageing == .irregular && model.curve.survival(at: 7) == 0)
        #expect(model.failureProbability(at: 0, within: 7)?.value == 1)
        let running = try (0..<9).map { _ in try #require(Lifetime(exit: 7, isFailure: false)) }
        #expect(LifeModel(running) == nil && KaplanMeier(running).steps.isEmpty)
        let none = try #require(KaplanMeier(running).failureProbability(at: 1, within: 3))
        #expect(none.value == 0 && none.interval.upper > 0.2 && none.interval.upper < 0.4)
    }

    @Test("The limits of a Weibull fit hold the truth 19 times out of 20")
    func coverage() throws {
        var (shapes, scales, probabilities) = (0, 0, 0)
        for seed in 1...200 as ClosedRange<UInt64> {
            var made = MadeLives(shape: 2.2, scale: 60, seed: seed)
            let fit = try #require(WeibullFit(made.censored(80, latest: 120)))
            shapes += fit.shape.interval.contains(2.2) ? 1 : 0
            scales += fit.scale.interval.contains(60) ? 1 : 0
            let found = try #require(fit.failureProbability(at: 30, within: 10))
            let truth =
                1
                - CountingHelp.exponential(
                    CountingHelp.power(30.0 / 60, 2.2) - CountingHelp.power(40.0 / 60, 2.2))
            probabilities += found.interval.contains(truth) ? 1 : 0
        }
        for held in [shapes, scales, probabilities] { #expect(held >= 182 && held <= 199) }
    }

    @Test("Parts that were in use before the record bias a fit that forgets when they entered")
    func lateEntry() throws {
        var made = MadeLives(shape: 3, scale: 100, seed: 5)
        let lives = (0..<600).compactMap { _ -> Lifetime? in
            let (life, entry) = (made.life(), 80 * made.generator.uniform())
            return life > entry ? Lifetime(entry: entry, exit: life, isFailure: true) : nil
        }
        let known = try #require(WeibullFit(lives))
        #expect(known.shape.interval.contains(3) && known.scale.interval.contains(100))
        let forgotten = lives.compactMap { Lifetime(exit: $0.exit, isFailure: $0.isFailure) }
        #expect(try #require(WeibullFit(forgotten)).scale.interval.lower > 100)
        let curve = KaplanMeier(lives)
        func truth(from start: Double) -> Double {
            CountingHelp.exponential(
                CountingHelp.power(start / 100, 3) - CountingHelp.power(0.6, 3))
        }
        #expect(abs(curve.survival(at: 60) - truth(from: curve.start)) < 0.05)
        #expect(KaplanMeier(forgotten).survival(at: 60) > truth(from: 0) + 0.05)
    }

    @Test("A first failure among one or two parts at risk does not pull the curve to nothing")
    func thinStart() throws {
        let early = try #require(Lifetime(entry: 1, exit: 2, isFailure: true))
        var made = MadeLives(shape: 3, scale: 50, seed: 3)
        let others = (0..<60).compactMap { _ -> Lifetime? in
            let life = made.life()
            return life > 10 ? Lifetime(entry: 10, exit: life, isFailure: true) : nil
        }
        let curve = KaplanMeier([early] + others)
        #expect(curve.start == 2 && curve.survival(at: 20) > 0.8)
        #expect(curve.failureProbability(at: 1, within: 5) == nil)
    }
}
