import Testing
import Values

@testable import Learning
@testable import Reports

@Suite("Versions of what was learned, and how they fare")
struct ModelVersionsTests {
    private func version(_ number: Int) -> ModelVersions.Version {
        ModelVersions.Version(
            number: number, learned: 0, rows: 100, horizon: 86_400, cause: .grown, test: nil)
    }

    @Test("the newest is in use; the oldest are let go, but never one that is to be kept")
    func kept() {
        var versions = ModelVersions()
        for number in 1...ModelVersions.limit {
            #expect(versions.next == number)
            #expect(versions.add(version(number)).isEmpty)
        }
        versions.pinned = 1
        #expect(versions.add(version(6)).isEmpty)
        #expect(versions.add(version(7)) == [2])
        #expect(versions.versions.map(\.number) == [1, 3, 4, 5, 6, 7])
        #expect(versions.current == 7)
        versions.pinned = nil
        #expect(versions.add(version(8)) == [1, 3])
    }

    private func counts(_ expected: [Double], _ observed: [Int]) -> [BackTest.HorizonCount] {
        zip(expected, observed).map { expected, observed in
            // A hundred devices with the same probability.
            BackTest.HorizonCount(
                time: 0, probabilities: [Double](repeating: expected / 100, count: 100),
                happened: (0..<100).map { $0 < observed })
        }
    }

    @Test("failures that come as often as said are no drift, three times as many are")
    func drift() {
        let said = [2.0, 2, 2, 2, 2, 2]
        #expect(!CalibrationSince(counts(said, [3, 1, 2, 4, 0, 2])).drifts(dispersion: 1))
        let more = CalibrationSince(counts(said, [6, 5, 7, 6, 6, 6]))
        #expect(more.drifts(dispersion: 1))
        #expect(
            !more.drifts(dispersion: 16), "counts that vary that much by themselves say nothing")
        #expect(!CalibrationSince(counts([2, 2], [9, 9])).drifts(dispersion: 1), "two horizons")
        #expect(CalibrationSince(counts([9, 9, 9], [0, 0, 0])).drifts(dispersion: 1))
    }

    @Test("the range of a count is as wide as counts have varied")
    func dispersion() throws {
        var test = BackTest(rows: 100)
        #expect(test.dispersion == 1)
        test.counts = counts([4, 4, 4, 4, 4, 4], [4, 3, 5, 4, 6, 2])
        #expect(test.dispersion == 1)
        // Counts of 0 and 12 about 4 have a variance of 37 instead of 3.84.
        test.counts = counts([4, 4, 4, 4, 4, 4], [0, 12, 0, 12, 0, 0])
        #expect(test.dispersion > 4 && test.dispersion < 10)
        let expected = { (test: BackTest) in
            try #require(
                FleetPrediction(
                    quantity: .failure(within: 1), time: 0,
                    rows: (0..<100).map {
                        .init(device: DeviceRef(index: $0, name: "\($0)"), value: 0.1)
                    }, test: test, file: ""
                ).expected)
        }
        #expect(try expected(BackTest(rows: 1)).range == 5...15)
        let wide = try expected(test).range
        #expect(wide.lowerBound == 0 && wide.upperBound > 20 && wide.upperBound <= 100)
        #expect(try expected(test).count == expected(BackTest(rows: 1)).count)
    }
}
