import Analysis
import Foundation
import Testing

@Suite("Reliability")
struct ReliabilityTests {
    @Test("Chi-square limits of a failure rate")
    func limits() throws {
        for row in try AnalyticsReference.load().poissonRate {
            let rate = try #require(FailureRate(events: Int(row[0]), exposure: row[1]))
            #expect(agree(rate.rateInterval.lower, row[2], 1e-9))
            #expect(agree(rate.rateInterval.upper, row[3], 1e-9))
            #expect(rate.meanTimeInterval.contains(rate.meanTimeBetweenFailures))
        }
        #expect(FailureRate(events: 0, exposure: 5)?.meanTimeBetweenFailures == .infinity)
        #expect(FailureRate(events: 3, exposure: 0) == nil)
        #expect(FailureRate(events: -1, exposure: 1) == nil)
        #expect(FailureRate(events: 1, exposure: .nan) == nil)
    }

    @Test("Two rates are compared exactly")
    func comparison() throws {
        for row in try AnalyticsReference.load().rateTest {
            let found = try #require(
                RateComparison(first: (Int(row[0]), row[1]), second: (Int(row[2]), row[3])))
            #expect(agree(found.pValue, row[4], 1e-8))
            #expect(found.ratioInterval.contains(found.ratio) || row[0] == 0)
        }
        let nothing = try #require(RateComparison(first: (0, 1), second: (0, 1)))
        #expect(nothing.pValue == 1 && nothing.ratio.isNaN)
    }

    @Test("Mean cumulative function of three devices by hand")
    func meanCumulative() throws {
        let histories = try [
            #require(EventHistory(start: 0, end: 10, events: [2, 6])),
            #require(EventHistory(start: 0, end: 5, events: [2])),
            #require(EventHistory(start: 0, end: 8, events: [])),
        ]
        let steps = MeanCumulativeFunction(histories).steps
        #expect(steps.map(\.time) == [2, 6] && steps.map(\.atRisk) == [3, 2])
        #expect(steps.map(\.events) == [2, 1])
        #expect(agree(steps[0].mean, 2.0 / 3) && agree(steps[1].mean, 2.0 / 3 + 0.5))
        // Deviations at 2: 1/9, 1/9, -2/9; at 6 the second device has left.
        #expect(agree(steps[0].standardError, (6.0 / 81).squareRoot()))
        let first = 1.0 / 9 + 0.25
        let third = -2.0 / 9 - 0.25
        let variance = first * first + 1.0 / 81 + third * third
        #expect(agree(steps[1].standardError, variance.squareRoot()))
        #expect(steps[1].interval.contains(steps[1].mean))
        let function = MeanCumulativeFunction(histories)
        #expect(function.mean(at: 1) == 0 && agree(function.mean(at: 3), 2.0 / 3))
        #expect(MeanCumulativeFunction([]).steps.isEmpty)
    }

    @Test("A device that is observed late counts from then on only")
    func lateStart() throws {
        let histories = try [
            #require(EventHistory(start: 0, end: 10, events: [1, 7])),
            #require(EventHistory(start: 5, end: 10, events: [8])),
        ]
        let steps = MeanCumulativeFunction(histories).steps
        #expect(steps.map(\.mean) == [1, 1.5, 2] && steps.map(\.atRisk) == [1, 2, 2])
        #expect(EventHistory(start: 3, end: 1, events: []) == nil)
        #expect(EventHistory(start: 0, end: 1, events: [.nan, 2, 0.5])?.events == [0.5])
    }

    @Test("The growth model finds the exponent of power-law times, and a constant rate")
    func growth() throws {
        // E[N] = (t / 10)^0.5: the n-th failure is expected near 10 (n - 1/2)².
        let times = (1...40).map { 10 * (Double($0) - 0.5) * (Double($0) - 0.5) }
        let history = try #require(EventHistory(start: 0, end: 16_000, events: times))
        let growth = try #require(CrowAMSAA([history]))
        #expect(abs(growth.beta - 0.5) < 0.03 && growth.betaInterval.contains(0.5))
        #expect(growth.pValue < 0.001 && agree(growth.lambda * pow(16_000, growth.beta), 40))
        let even = try #require(
            EventHistory(start: 0, end: 40, events: (1...40).map { Double($0) - 0.5 }))
        #expect(try #require(CrowAMSAA([even])).pValue > 0.5)
        #expect(CrowAMSAA([]) == nil)
        #expect(try CrowAMSAA([#require(EventHistory(start: 0, end: 5, events: [5, 5]))]) == nil)
    }

    @Test("The worked example of MIL-HDBK-189: 40 failures by 3256.3 h, exponent 0.490")
    func growthHandbook() throws {
        let times = [
            0.7, 3.7, 13.2, 17.6, 54.5, 99.2, 112.2, 120.9, 151.0, 163.0, 174.5, 191.6, 282.8,
            355.2, 486.3, 490.5, 513.3, 558.4, 678.1, 688.0, 785.9, 887.0, 1010.7, 1029.1, 1034.4,
            1136.1, 1178.9, 1259.7, 1297.9, 1419.7, 1571.7, 1629.8, 1702.4, 1928.9, 2072.3, 2525.2,
            2928.5, 3016.4, 3181.0, 3256.3,
        ]
        let history = try #require(EventHistory(start: 0, end: 3256.3, events: times))
        let growth = try #require(CrowAMSAA([history]))
        #expect(abs(growth.beta - 0.490) < 0.0005)
        #expect(agree(growth.unbiasedBeta, growth.beta * 39 / 40))
        #expect(agree(growth.lambda * pow(3256.3, growth.beta), 40))
    }

    @Test("A planted precursor stands out, an unrelated code does not")
    func precursors() throws {
        let histories = try (0..<20).map { device in
            let failures = [100.0 + Double(device), 400 + Double(device)]
            return try #require(
                CodedHistory(
                    start: 0, end: 1000, failures: failures,
                    events: ["warns": failures.map { $0 - 24 }, "late": failures, "rare": [700]]))
        }
        let found = PrecursorAnalysis(window: 24).fit(histories)
        #expect(found.map(\.code) == ["warns", "late", "rare"])
        let warns = found[0]
        #expect(warns.preceded == 40 && warns.failures == 40 && warns.followed == 40)
        #expect(agree(warns.precededChance, 0.048) && agree(warns.followedChance, 0.048))
        #expect(agree(warns.lift, 1 / 0.048) && warns.pValue < 1e-40)
        #expect(found[1].preceded == 0 && found[2].followed == 0 && found[2].pValue == 1)
        #expect(PrecursorAnalysis(window: 24).fit([CodedHistory<String>]()).isEmpty)
        #expect(PrecursorAnalysis(window: .nan).fit(histories).isEmpty)
    }
}
