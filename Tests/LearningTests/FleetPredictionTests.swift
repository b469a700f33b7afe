import Testing
import Values
@testable import Reports

@Suite("Failures to be expected")
struct FleetPredictionTests {
    private func prediction(_ risks: [Double]) -> FleetPrediction {
        FleetPrediction(
            quantity: .failure(within: 86_400), time: 0,
            rows: risks.enumerated().map {
                FleetPrediction.Row(
                    device: DeviceRef(index: $0, name: "\($0)"), value: $1)
            }, test: BackTest(rows: 0), file: "risk.onnx")
    }

    @Test("are the sum of the risks, within the limits of a binomial where all are alike")
    func binomial() throws {
        // Of 100 with 10 %: the 5th and 95th percentile are 5 and 15 (scipy.stats.binom.ppf).
        let expected = try #require(prediction(Array(repeating: 0.1, count: 100)).expected)
        #expect(abs(expected.count - 10) < 1e-9)
        #expect(expected.range == 5...15)
    }

    @Test("are certain where all risks are 0 or 1, and none without devices")
    func certain() throws {
        let expected = try #require(prediction([1, 1, 0, 0, 1]).expected)
        #expect(expected.range == 3...3)
        #expect(prediction([]).expected == nil)
        let lives = FleetPrediction(
            quantity: .life, time: 0, rows: prediction([3]).rows, test: BackTest(rows: 0), file: "")
        #expect(lives.expected == nil)
    }
}
