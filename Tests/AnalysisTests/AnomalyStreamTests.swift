import Foundation
import Testing
@testable import Analysis

/// What the detector of streams is made of.
@Suite("Anomalies of a stream")
struct AnomalyStreamTests {
    /// The tail of sizes with a known share of larger ones: the quantiles of a distribution.
    private func tail(_ quantile: (Double) -> Double) -> ConformalTail {
        var tail = ConformalTail()
        for step in 1...2000 { tail.insert(quantile(Double(step) / 2001)) }
        return tail
    }

    @Test("Within the known sizes the surprise is the rank of a size among them")
    func rank() {
        let tail = tail { $0 }
        #expect(abs(tail.surprise(0.5) + log(0.5)) < 0.01)
        #expect(abs(tail.surprise(0.9) + log(0.1)) < 0.01)
        #expect(tail.surprise(0) == 0 && tail.surprise(.nan) == 0)
    }

    @Test("Beyond the largest size the surprise goes on, as far as the sizes' own tail lets it")
    func tails() {
        let light = tail { -log(1 - $0) }
        // An exponential size of x is exceeded with probability exp(-x).
        for size in [8.0, 10, 14] { #expect(abs(light.surprise(size) / size - 1) < 0.25) }
        #expect(light.surprise(8) < light.surprise(10) && light.surprise(10) < light.surprise(14))
        // Sizes that shrink like 1 / x⁴ reach ten times their scale once in 10,000.
        let heavy = tail { (1 / (1 - $0)).squareRoot().squareRoot() }
        #expect(abs(heavy.surprise(10) + log(1e-4)) < 2)
        #expect(heavy.surprise(1e9) <= 60)
    }

    @Test("Fewer than 20 known sizes tell nothing, equal ones no more than their rank")
    func fewOrEqual() {
        var tail = ConformalTail()
        for _ in 0..<19 { tail.insert(1) }
        #expect(tail.surprise(100) == 0)
        for _ in 0..<100 { tail.insert(1) }
        #expect(tail.surprise(1) == 0)
        #expect(abs(tail.surprise(100) + log(1 / 120)) < 1e-9)
    }

    @Test("After a score only a clearly higher one is given out, until the silence is over")
    func silence() {
        let scores = [0.0, 10, 14, 16, 20, 1, 1, 1, 9]
        let kept = StreamEnsembleModel.records(scores, silence: 3, rise: 1.5)
        #expect(kept == [0, 10, 0, 16, 0, 0, 0, 1, 9])
        #expect(StreamEnsembleModel.records([], silence: 3, rise: 1.5).isEmpty)
    }

    @Test("A shift too small for a single value is found by its mean over many")
    func shift() throws {
        var noise = TestNoise(seed: 11)
        let times = (0..<3000).map { Double($0) * 900 }
        var values = times.map { _ in noise.normal() }
        for row in 2000..<2100 { values[row] += 1.2 }
        let signals = try Signals([values], times: times)
        func most(_ widths: [Int]) throws -> Double {
            let model = try SeasonalResidual(widths: widths).fit(signals.prefix(450))
            return try model.scores(signals, mode: .live).score[2000..<2100].max() ?? 0
        }
        #expect(try most([64]) > 7 && most([64]) > most([1]))
    }

    @Test("A row's surprise is the mean over the parts of a view and the sum over the views")
    func views() throws {
        var noise = TestNoise(seed: 4)
        let signals = try Signals([(0..<200).map { _ in noise.normal() }])
        func scores(_ views: [[Int]]) throws -> [Double] {
            let model = try StreamModel(
                signals.prefix(50), threshold: 5, looksBack: false
            ) { views.map { $0.map { SeasonalPart(width: $0) } } }
            return try model.scores(signals, mode: .live).score
        }
        let single = try [scores([[1]]), scores([[8]])]
        let mean = try scores([[1, 8]])
        let sum = try scores([[1], [8]])
        for row in 0..<200 {
            #expect(abs(sum[row] - single[0][row] - single[1][row]) < 1e-9)
            #expect(abs(mean[row] - sum[row] / 2) < 1e-9)
        }
    }
}
