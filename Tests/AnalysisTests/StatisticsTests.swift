import Testing
@testable import Analysis

@Suite("Statistics")
struct StatisticsTests {
    @Test("numbers that do not exist are NaN", arguments: [[], [Double.nan], [.nan, .nan]])
    func nothing(values: [Double]) {
        #expect(Statistics.mean(values).isNaN)
        #expect(Statistics.variance(values).isNaN)
        #expect(Statistics.median(values).isNaN)
        #expect(Statistics.mad(values).isNaN)
        #expect(Statistics.quantiles(values, [0, 0.5]).allSatisfy { $0.isNaN })
        #expect(Statistics.pearson(values, values).isNaN)
        #expect(Statistics.ranks(values).allSatisfy { $0.isNaN })
    }

    @Test("one value is its own mean and median, and has no variance")
    func one() {
        #expect(Statistics.mean([3]) == 3)
        #expect(Statistics.median([.nan, 3]) == 3)
        #expect(Statistics.variance([3]).isNaN)
        #expect(Statistics.variance([3], degreesOfFreedom: 0) == 0)
        #expect(Statistics.mad([3]) == 0)
    }

    @Test(
        "a constant has exactly no variance",
        arguments: [0.1, 1e300, -7, Double.leastNonzeroMagnitude])
    func constant(value: Double) {
        for count in [2, 3, 10, 49] {
            let values = [Double](repeating: value, count: count)
            #expect(Statistics.variance(values) == 0)
            #expect(Statistics.pearson(values, values).isNaN)
        }
    }

    @Test(
        "selection finds what a sort would, in any order of the input",
        arguments: [1, 2, 3, 10, 47])
    func selection(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let inputs = [
            (0..<count).map { _ in generator.uniform() },
            (0..<count).map { _ in Double(generator.integer(below: 3)) },
            (0..<count).map(Double.init), (0..<count).reversed().map(Double.init),
        ]
        for input in inputs {
            for rank in 0..<count {
                var values = input
                #expect(Selection.element(rank, of: &values) == input.sorted()[rank])
                #expect(values.sorted() == input.sorted())
            }
        }
    }

    @Test("the mean of zeros after a peak is zero, in windows of any width")
    func zerosAfterPeak() {
        let values = [0.1, 0.3, 0.7, 1.0 / 3] + [Double](repeating: 0, count: 20)
        for width in 1...8 {
            let means = Rolling.trailingMean(values, width: width)
            #expect(means[(3 + width)...].allSatisfy { $0 == 0 }, "\(width)")
            let direct = (values[0..<min(width, 4)].reduce(0, +)) / Double(min(width, 4))
            #expect(means[min(width, 4) - 1] == direct)
        }
    }

    @Test("an organ pipe of a hundred thousand values is no trap for the median")
    func organPipe() {
        let half = (0..<50_000).map(Double.init)
        #expect(Statistics.median(half + half.reversed()) == 24_999.5)
    }

    @Test("quantiles outside 0...1 are the ends, infinities keep their place")
    func ends() {
        #expect(Statistics.quantile([3, 1, 2], -1) == 1)
        #expect(Statistics.quantile([3, 1, 2], 7) == 3)
        #expect(Statistics.quantile([3, 1, 2], .nan).isNaN)
        #expect(Statistics.median([.infinity, 1, .infinity, .infinity]) == .infinity)
        #expect(Statistics.median([-.infinity, 1, .infinity]) == 1)
    }

    @Test("the mean of numbers of very different size loses no digit")
    func compensated() {
        #expect(Statistics.mean([1e100, 1, -1e100, 1]) == 0.5)
        #expect(Statistics.mean([.infinity, 1]) == .infinity)
    }

    @Test("correlation is 1 for a line, whatever its slope and offset")
    func line() {
        let x = (0..<50).map(Double.init)
        #expect(agree(Statistics.pearson(x, x.map { 1e9 + 3 * $0 }), 1, to: 1e-12))
        #expect(agree(Statistics.pearson(x, x.map { -$0 }), -1, to: 1e-15))
    }
}
