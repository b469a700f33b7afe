import Analysis
import Testing

@Suite("Life models")
struct LifeModelTests {
    /// Of 100 fleets with lives of a shape, what age is said to tell.
    private func verdicts(shape: Double) throws -> [LifeModel.Ageing: Int] {
        var counts: [LifeModel.Ageing: Int] = [:]
        for seed in 1...100 as ClosedRange<UInt64> {
            var made = MadeLives(shape: shape, scale: 40, seed: seed)
            counts[try #require(LifeModel(made.censored(90, latest: 90))).ageing, default: 0] += 1
        }
        return counts
    }

    @Test("Wear, early failures and neither are told apart")
    func ageing() throws {
        // One fleet in a hundred or two is taken for one that no distribution fits.
        #expect(try verdicts(shape: 2)[.wears, default: 0] >= 95)
        #expect(try verdicts(shape: 0.5)[.failsEarly, default: 0] >= 95)
        #expect(try verdicts(shape: 1)[.none, default: 0] >= 90)
    }

    @Test("A distribution that lives were drawn from is rejected about once in a hundred")
    func fits() throws {
        var rejected = 0
        for seed in 1...300 as ClosedRange<UInt64> {
            var made = MadeLives(shape: 1.8, scale: 40, seed: seed)
            let lives = made.censored(100, latest: 90)
            let chance = WeibullFit(lives)?.goodnessOfFit(lives)
            rejected += try #require(chance) < 0.01 ? 1 : 0
        }
        #expect(rejected <= 10)
    }

    @Test("Lives that never end before an age, or end at a few ages only, are no Weibull")
    func irregular() throws {
        var made = MadeLives(shape: 1, scale: 30, seed: 11)
        let late = (0..<200).compactMap { _ in
            Lifetime(exit: 45 + made.life(), isFailure: true)
        }
        let model = try #require(LifeModel(late))
        #expect(model.ageing == .irregular && model.distribution == nil)
        #expect(try #require(model.failureProbability(at: 0, within: 30)).value == 0)
        let old = try #require(model.failureProbability(at: 46, within: 30))
        #expect(old.interval.contains(1 - CountingHelp.exponential(-1)))
        #expect(model.failureProbability(at: 400, within: 30) == nil)
        #expect(
            try #require(model.age(failed: LifeModel.characteristicShare)).interval.contains(75))
    }

    @Test("Where age does not tell, every age is as likely to fail")
    func constant() throws {
        var made = MadeLives(shape: 1, scale: 40, seed: 2)
        let model = try #require(LifeModel(made.censored(120, latest: 120)))
        #expect(model.ageing == .none)
        let young = try #require(model.failureProbability(at: 1, within: 10))
        let old = try #require(model.failureProbability(at: 90, within: 10))
        #expect(agree(young.value, old.value, 1e-9))
        #expect(young.interval.contains(1 - CountingHelp.exponential(-0.25)))
    }
}
