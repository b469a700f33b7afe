import Analysis
import Reports
import Testing
@testable import Learning

@Suite("What is told beside a prediction")
struct HeldOutErrorsTests {
    /// Units whose lives are predicted the worse the longer they are.
    private func units(_ count: Int, seed: UInt64) -> (said: [Double], true: [Double], unit: [Int])
    {
        var random = SeededGenerator(seed: seed)
        var found: (said: [Double], true: [Double], unit: [Int]) = ([], [], [])
        for unit in 0..<count {
            let bias = random.normal()
            for left in stride(from: 100.0, through: 1, by: -1) {
                found.true.append(left)
                found.said.append(max(0, left + 0.2 * left * (0.7 * bias + 0.7 * random.normal())))
                found.unit.append(unit)
            }
        }
        return found
    }

    @Test("an interval holds four times out of five on units that were not seen, over 20 splits")
    func coverage() throws {
        var inside = 0
        var all = 0
        for split in 0..<20 {
            let known = units(30, seed: UInt64(split))
            var test = BackTest(rows: known.said.count)
            test.errors =
                HeldOutErrors(predictions: known.said, truth: known.true, units: known.unit)
                .quantiles
            // One row of each new unit, so that they are independent.
            let new = units(60, seed: UInt64(1_000 + split))
            for unit in 0..<60 {
                let row = unit * 100 + (unit * 37) % 100
                let interval = try #require(test.interval(around: new.said[row]))
                all += 1
                if interval.contains(new.true[row]) { inside += 1 }
            }
        }
        let share = Double(inside) / Double(all)
        // Binomial limits of 0.8 over 1,200, a little wider above: few units make it cautious.
        #expect(share > 0.77 && share < 0.88, "\(share)")
    }

    @Test("near the end an interval is narrower, and never below nothing")
    func widths() throws {
        let known = units(30, seed: 5)
        var test = BackTest(rows: known.said.count)
        test.errors =
            HeldOutErrors(predictions: known.said, truth: known.true, units: known.unit).quantiles
        let (near, far) = (
            try #require(test.interval(around: 3)), try #require(test.interval(around: 80))
        )
        #expect(near.lowerBound >= 0)
        #expect(
            near.upperBound - near.lowerBound < (far.upperBound - far.lowerBound) / 2)
    }

    @Test("nothing is told of too few rows or of one unit")
    func few() {
        #expect(
            HeldOutErrors(predictions: [1, 2], truth: [1, 2], units: [0, 1]).quantiles.isEmpty)
        let many = [Double](repeating: 1, count: 90)
        let one = HeldOutErrors(predictions: many, truth: many, units: many.map { _ in 0 })
        #expect(one.quantiles.isEmpty)
        #expect(BackTest(rows: 90).interval(around: 4) == nil)
    }

    @Test("a rule that is as good as the model is not beaten, a worse one is")
    func rule() {
        var random = SeededGenerator(seed: 2)
        let truth = (0..<600).map { _ in random.normal() }
        let noisy = truth.map { $0 + random.normal() }
        let equal = truth.map { $0 + random.normal() }
        let worse = truth.map { $0 + 2 * random.normal() }
        let comparison = RuleComparison(blocks: truth.indices.map { $0 / 20 }, seed: 1)
        let share = { (rule: [Double]) in
            comparison.winShare { rows in
                let loss = { (found: [Double]) in
                    rows.reduce(0) { $0 + (found[$1] - truth[$1]) * (found[$1] - truth[$1]) }
                }
                return loss(noisy) < loss(rule)
            }
        }
        #expect(share(worse) >= BackTest.leastWins)
        #expect(share(equal) < BackTest.leastWins)
    }
}
