import Analysis
import Testing

@Suite("Distribution functions against SciPy")
struct SpecialFunctionsTests {
    let reference: AnalyticsReference

    init() throws { reference = try AnalyticsReference.load() }

    @Test("Normal distribution and its quantile, far into the tails")
    func normal() {
        for row in reference.normalQuantile {
            #expect(agree(SpecialFunctions.normalQuantile(row[0]), row[1], 1e-13), "\(row)")
        }
        for row in reference.normalCDF {
            #expect(agree(SpecialFunctions.normalCDF(row[0]), row[1], 1e-13), "\(row)")
        }
        #expect(SpecialFunctions.normalQuantile(0) == -.infinity)
        #expect(SpecialFunctions.normalQuantile(1) == .infinity)
        #expect(SpecialFunctions.normalQuantile(1.1).isNaN)
        #expect(SpecialFunctions.normalQuantile(.nan).isNaN)
    }

    @Test("Gamma, chi-square and beta functions")
    func gammaAndBeta() {
        for row in reference.logGamma {
            #expect(agree(SpecialFunctions.logGamma(row[0]), row[1], 1e-13), "\(row)")
        }
        for row in reference.gammaP {
            #expect(agree(SpecialFunctions.gammaP(row[0], row[1]), row[2], 1e-9), "\(row)")
        }
        for row in reference.chiSquareQuantile {
            let found = SpecialFunctions.chiSquareQuantile(row[0], degreesOfFreedom: row[1])
            #expect(agree(found, row[2], 1e-9), "\(row)")
        }
        for row in reference.betaI {
            #expect(agree(SpecialFunctions.betaI(row[0], row[1], row[2]), row[3], 1e-9), "\(row)")
        }
        #expect(SpecialFunctions.logGamma(-1).isNaN)
        #expect(SpecialFunctions.gammaP(-1, 1).isNaN)
        #expect(SpecialFunctions.betaI(2, 1, 1).isNaN)
        #expect(SpecialFunctions.gammaP(2, 0) == 0 && SpecialFunctions.gammaQ(2, .infinity) == 0)
    }

    @Test("Exact binomial test and the interval of Clopper and Pearson")
    func binomial() throws {
        for row in reference.binomialTest {
            let law = try #require(Binomial(trials: Int(row[1]), probability: row[2]))
            #expect(agree(law.twoSidedP(Int(row[0])), row[3], 1e-8), "\(row)")
        }
        for row in reference.clopperPearson {
            let found = try #require(
                Binomial.interval(successes: Int(row[0]), trials: Int(row[1]), level: 0.95))
            #expect(agree(found.lower, row[2], 1e-9) && agree(found.upper, row[3], 1e-9), "\(row)")
        }
        #expect(Binomial(trials: -1, probability: 0.5) == nil)
        #expect(Binomial(trials: 1, probability: .nan) == nil)
        #expect(Binomial.interval(successes: 0, trials: 0, level: 0.95) == nil)
    }

    @Test("Benjamini-Hochberg against statsmodels; a missing p counts as no test")
    func falseDiscoveries() {
        let given = reference.benjaminiHochberg
        let found = MultipleTesting.benjaminiHochberg(given.p)
        for (a, b) in zip(found, given.q) { #expect(agree(a, b, 1e-12)) }
        let gapped = MultipleTesting.benjaminiHochberg([.nan] + given.p)
        #expect(gapped[0].isNaN && Array(gapped[1...]) == found)
        #expect(MultipleTesting.benjaminiHochberg([]).isEmpty)
    }
}
