import Testing

@testable import Analysis

@Suite("Parts of the search for a fleet's troubles")
struct FleetPartsTests {
    @Test("The shortest half is the level of the majority")
    func shorth() {
        let values = (0..<60).map { Double($0 % 5) * 0.1 } + [Double](repeating: 10, count: 40)
        #expect(abs(OrderStatistics.shorth(values) - 0.2) < 0.25)
        #expect(OrderStatistics.shorth([]).isNaN)
    }

    @Test("A regression goes with the majority of rows")
    func regression() {
        var random = SeededGenerator(seed: 5)
        let x = (0..<400).map { _ in random.normal() }
        let y = x.indices.map { row in
            (row < 160 ? -1 : 2) * x[row] + 3 + random.normal(standardDeviation: 0.1)
        }
        let ones = [Double](repeating: 1, count: 400)
        let found = RobustRegression().coefficients(of: [ones, x], for: y) { _ in true }
        #expect(abs(found[0] - 3) < 0.1)
        #expect(abs(found[1] - 2) < 0.1)
    }

    @Test("The best stretch has the ends of the change; holes do not matter")
    func bestStretch() {
        var values = (0..<900).map { Double($0 % 3) - 1 }
        for slot in 300..<420 { values[slot] += 5 }
        values[350] = .nan
        let found = BestStretch.of(values)
        #expect(abs(found.lowerBound - 300) <= 1)
        #expect(abs(found.upperBound - 420) <= 1)
    }

    @Test("Holes are filled on the line between their neighbours")
    func filled() {
        #expect([.nan, 1, .nan, 3, .nan].filled() == [1, 1, 2, 3, 3])
        #expect([Double.nan, .nan].filled() == [0, 0])
    }

    @Test("The tail of draws without replacement is that of counting")
    func hypergeometric() {
        // Of 10, 4 marked, 3 drawn: all marked in 4 of 120 draws.
        let draws = Hypergeometric(population: 10, marked: 4, drawn: 3)
        #expect(abs(draws.upperTail(3) - 4.0 / 120) < 1e-12)
        #expect(abs(draws.upperTail(0) - 1) < 1e-12)
        #expect(draws.upperTail(4) == 0)
    }

    @Test("The strongest swing is found with its period")
    func spectrum() {
        let swing = (0..<240).map { [0, 1, 2, 1, 0, -1, -2, -1][$0 % 8] }.map { Double($0) }
        let band = Spectrum.strongest(swing)
        #expect(abs(band.period - 8) < 0.1)
        #expect(band.share > 0.9)
    }

    @Test("A short run of equal values is usual where the peers have such runs")
    func standing() {
        let row = (0..<400).map { slot in (100..<130).contains(slot) ? 1 : Double(slot) }
        let quiet = (0..<8).map { StandingValues.Longest(device: $0, count: 2) }
        let still = (0..<8).map { StandingValues.Longest(device: $0, count: 25) }
        #expect(
            StandingValues(peers: quiet, slotCount: 400).stretch(row, device: 9) == 100..<130)
        #expect(StandingValues(peers: still, slotCount: 400).stretch(row, device: 9) == nil)
    }

    @Test("A signal that stays missing to the end is dead up to the last row of its device")
    func deadToTheEnd() {
        let all = [Bool](repeating: true, count: 60)
        let row = (0..<60).map { $0 < 40 ? Double($0) : .nan }
        #expect(DeadSensor.stretch(row, isPresent: all) == 40..<60)
        // A device that is gone for the last ten rows says nothing of its sensor there.
        let gone = (0..<60).map { $0 < 50 }
        #expect(DeadSensor.stretch(row, isPresent: gone) == 40..<50)
        let back = row.enumerated().map { $0 == 59 ? 1 : $1 }
        #expect(DeadSensor.stretch(back, isPresent: all) == 40..<59)
        #expect(DeadSensor.stretch(row.map { _ in .nan }, isPresent: all) == nil)
    }
}
