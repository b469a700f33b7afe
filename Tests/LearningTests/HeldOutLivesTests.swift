import Analysis
import Reports
import Testing

@testable import Learning

@Suite("Lives of units held out")
struct HeldOutLivesTests {
    /// Forty units whose lives are told with an error of a tenth of what is left.
    private func lives(bias: Double = 0, longest: Double = 100) throws -> BackTest.Lives {
        var random = SeededGenerator(seed: 4)
        var (predictions, truth, units): ([Double], [Double], [Int]) = ([], [], [])
        for unit in 0..<40 {
            for left in 1...150 {
                let isKnown = Double(left) <= longest
                let noise = Double(left) / 10 * random.normal()
                predictions.append(isKnown ? Double(left) + noise + bias : longest)
                truth.append(Double(left))
                units.append(unit)
            }
        }
        return try #require(
            HeldOutLives(predictions: predictions, truth: truth, units: units, longest: longest)
                .lives)
    }

    @Test("are told worse where more is left, in even classes up to the longest life learned")
    func sizes() throws {
        let found = try lives()
        #expect(found.units == 40)
        #expect(found.sizes.map(\.to) == [25, 50, 75, 100])
        #expect(found.sizes.map(\.rows) == [1_000, 1_000, 1_000, 1_000])
        // The root mean square of 0.1, 0.2, ... 2.5, and of 7.6 ... 10.
        #expect(abs(found.sizes[0].rmse - 1.486) < 0.1)
        #expect(abs(found.sizes[3].rmse - 8.83) < 0.4)
    }

    @Test("come too late in half of the cases, or nearly always where too much is told")
    func late() throws {
        #expect(abs(try lives().late - 0.5) < 0.03)
        let late = try lives(bias: 20)
        #expect(late.late > 0.95)
        #expect(abs(late.lateBy - 20) < 1.5)
    }

    @Test("end within intervals that other units gave as often as these promise")
    func coverage() throws {
        #expect(abs(try #require(lives(longest: 150).covered) - BackTest.coverage) < 0.05)
    }

    @Test("are none without units")
    func none() {
        #expect(HeldOutLives(predictions: [], truth: [], units: [], longest: 9).lives == nil)
    }
}
