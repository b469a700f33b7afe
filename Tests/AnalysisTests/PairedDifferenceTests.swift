import Analysis
import Foundation
import Testing

@Suite("Differences of pairs")
struct PairedDifferenceTests {
    @Test("Independent pairs give Student's t with the spread of their increments")
    func student() throws {
        let second = [0.31, -0.2, 0.9, 1.4, 0.2, 0.75, -0.1, 0.6, 1.1, 0.45, 0.05, 0.8]
        let found = try #require(
            PairedDifference([Double](repeating: 0, count: 12), second))
        // By NumPy and scipy.stats.t, from the formulas of the documentation.
        #expect(abs(found.mean - 0.521_666_667) < 1e-9)
        #expect(abs(found.pValue - 0.036_361_11) < 1e-6)
        #expect(abs(found.interval.lower - 0.041_476_17) < 1e-6)
        #expect(found.pairs == 12)
    }

    @Test("A step on the way is mostly no noise, whether early or late")
    func step() throws {
        var noise = SeededGenerator(seed: 7)
        for start in [6, 14, 22] {
            let found = (0..<100).count { _ in
                let values = (0..<28).map { place in
                    Double.random(in: -1...1, using: &noise) + (place < start ? 0 : 6)
                }
                let difference = PairedDifference([Double](repeating: 0, count: 28), values)
                return (difference?.pValue ?? 1) < 0.01
            }
            #expect(found >= 60, "from \(start) on")
        }
    }

    @Test("Noise alone seldom differs, also where neighbours are alike")
    func noise() throws {
        for (correlation, most) in [(0.0, 0.04), (0.3, 0.07), (0.6, 0.14)] {
            var told = 0
            var generator = SeededGenerator(seed: 11)
            for _ in 0..<400 {
                var value = 0.0
                let values = (0..<60).map { _ in
                    value = correlation * value + Double.random(in: -1...1, using: &generator)
                    return value
                }.suffix(28)
                let found = PairedDifference([Double](repeating: 0, count: 28), Array(values))
                if let found, found.pValue < 0.05 { told += 1 }
            }
            #expect(Double(told) / 400 <= most, "correlation \(correlation)")
        }
    }

    @Test("Pairs that resemble their neighbours count for fewer")
    func neighbours() throws {
        let slow = (0..<40).map { sin(Double($0) / 6) + 0.3 }
        let mixed = slow.indices.map { slow[$0 * 17 % 40] }
        let none = [Double](repeating: 0, count: 40)
        let alike = try #require(PairedDifference(none, slow))
        let apart = try #require(PairedDifference(none, mixed))
        #expect(abs(alike.mean - apart.mean) < 1e-12)
        #expect(alike.pValue > 2 * apart.pValue)
    }

    @Test("What cannot be told is nil, and what never varies is certain")
    func edges() throws {
        let rising = (0..<8).map(Double.init)
        #expect(PairedDifference(Array(rising.dropLast()), rising) == nil)
        #expect(PairedDifference(rising.map { $0 == 3 ? .nan : $0 }, rising) == nil)
        #expect(PairedDifference(rising, rising)?.pValue == 1)
        #expect(PairedDifference(rising, rising.map { $0 + 1 })?.pValue == 0)
    }
}
