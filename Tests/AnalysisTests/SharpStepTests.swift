import Testing

@testable import Analysis

@Suite("Sharp steps")
struct SharpStepTests {
    /// Noise of about ±1 that is the same in each run.
    private func noise(_ count: Int, seed: Int = 1) -> [Double] {
        (0..<count).map { index -> Double in
            let hash = index * index * 7_919 + index * seed * 104_729
            return Double(hash % 1_009) / 504.5 - 1
        }
    }

    @Test("are found at their place", arguments: [105, 150, 199])
    func place(at: Int) {
        var values = noise(300)
        for index in at..<300 { values[index] += 12 }
        #expect(SharpStep.place(in: values, within: 100..<200) == at)
    }

    @Test("downwards too, on a daily wave")
    func wave() {
        var values = noise(432).enumerated().map { index, noise in
            50 + noise + 3 * ElementaryFunctions.sine(Double(index) / 144 * 2 * .pi)
        }
        for index in 217..<432 { values[index] -= 25 }
        #expect(SharpStep.place(in: values, within: 144..<288) == 217)
    }

    /// Half a day on each side has a daily wave look like two levels.
    @Test("are found though the levels themselves rise and fall")
    func halfDays() {
        var values = noise(480).enumerated().map { index, noise in
            60 + noise / 2 + 4 * ElementaryFunctions.sine(Double(index) / 320 * 2 * .pi)
        }
        for index in 260..<480 { values[index] += 15 }
        #expect(SharpStep.place(in: values, within: 160..<320) == 260)
    }

    @Test("are none in what is switched on and off")
    func switched() {
        let values = noise(480).enumerated().map { $1 / 10 + ($0 / 37 % 2 == 0 ? 10 : 0) }
        #expect(SharpStep.place(in: values, within: 160..<320) == nil)
    }

    @Test("are none where a level changes slowly, or hardly")
    func none() {
        var slow = noise(300)
        for index in 100..<300 { slow[index] += min(12, Double(index - 100) / 8) }
        #expect(SharpStep.place(in: slow, within: 100..<200) == nil)
        var small = noise(300)
        for index in 150..<300 { small[index] += 1.5 }
        #expect(SharpStep.place(in: small, within: 100..<200) == nil)
    }

    @Test("need values on both sides")
    func few() {
        #expect(SharpStep.place(in: [], within: 0..<0) == nil)
        #expect(SharpStep.place(in: [1, 1, 9, 9], within: 1..<3) == nil)
        #expect(SharpStep.place(in: noise(40), within: 38..<60) == nil)
    }
}
