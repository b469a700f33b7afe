import Analysis
import Testing

@Suite("Survival against lifelines")
struct SurvivalReferenceTests {
    @Test("The curve with its limits, with ties, censoring and late entry")
    func curves() throws {
        for known in try SurvivalReference.load().cases {
            let curve = KaplanMeier(known.lifetimes)
            // Where the first parts at risk are too few the curve starts behind them.
            let first = known.curve.age.firstIndex { $0 > curve.start } ?? 0
            let left = first == 0 ? 1 : known.curve.survival[first - 1]
            #expect(curve.steps.map(\.age) == Array(known.curve.age[first...]), "\(known.name)")
            #expect(curve.steps.map(\.atRisk) == Array(known.curve.atRisk[first...]))
            for (step, index) in zip(curve.steps, first...) {
                #expect(agree(step.survival, known.curve.survival[index] / left, 1e-9))
                guard first == 0, step.survival > 0 else { continue }
                #expect(agree(step.interval.lower, known.curve.low[index], 1e-9))
                #expect(agree(step.interval.upper, known.curve.high[index], 1e-9))
            }
        }
    }

    @Test("The Weibull fit: parameters, their errors and the likelihood")
    func fits() throws {
        for known in try SurvivalReference.load().cases {
            let fit = try #require(WeibullFit(known.lifetimes))
            let expected = known.weibull
            #expect(agree(fit.shape.value, expected.shape, 1e-4), "\(known.name)")
            #expect(agree(fit.scale.value, expected.scale, 1e-4), "\(known.name)")
            #expect(agree(fit.logLikelihood, expected.logLikelihood, 1e-6), "\(known.name)")
            let z = SpecialFunctions.normalQuantile(0.975)
            for (estimate, error) in [
                (fit.shape, expected.shapeError), (fit.scale, expected.scaleError),
            ] {
                #expect(agree(logRatio(estimate.interval.upper, estimate.value) / z, error, 1e-3))
                #expect(agree(logRatio(estimate.value, estimate.interval.lower) / z, error, 1e-3))
            }
        }
    }

    @Test("The probability of failing within a span at an age, with limits")
    func probabilities() throws {
        for known in try SurvivalReference.load().cases {
            let fit = try #require(WeibullFit(known.lifetimes))
            let expected = known.weibull
            let found = try #require(
                fit.failureProbability(at: expected.age, within: expected.span))
            #expect(agree(found.value, expected.probability, 1e-4), "\(known.name)")
            let z = SpecialFunctions.normalQuantile(0.975)
            let width = doubleLog(found.interval.upper) - doubleLog(found.interval.lower)
            #expect(agree(width / 2 / z, expected.probabilityError, 1e-3), "\(known.name)")
        }
    }

    /// ln(−ln(1 − p)).
    private func doubleLog(_ p: Double) -> Double { logRatio(-logRatio(1 - p, 1), 1) }
}
