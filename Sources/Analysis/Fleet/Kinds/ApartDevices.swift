import Values

/// Devices that lie away from their peers all along.
struct ApartDevices: Sendable {
    /// By device how far it lies from the median of the peers; NaN where unknown.
    var offsets: [Double]
    /// What an eye takes for one unit.
    let unit: Double
    /// Signals that are asked of the group.
    let tests: Int
    let settings: FleetSettings

    private static let fewest = 8
    private static let most = 3
    /// Units below which nobody would see it.
    private static let visible = 0.9

    /// The devices with how far off they are, in scales of the others, the furthest first.
    ///
    /// Each is tested by Student's law against the others without it and without other outliers.
    mutating func furthest() -> [(device: Int, score: Double)] {
        var found: [(device: Int, score: Double)] = []
        for _ in 0..<Self.most {
            guard let (device, score) = next() else { break }
            found.append((device, score))
            offsets[device] = .nan
        }
        return found
    }

    private func next() -> (device: Int, score: Double)? {
        let known = offsets.indices.filter { !offsets[$0].isNaN }
        guard known.count >= Self.fewest else { return nil }
        let centre = OrderStatistics.median(of: offsets)
        let distance = { (place: Int) in abs(offsets[place] - centre) }
        guard let device = known.max(by: { distance($0) < distance($1) }) else { return nil }
        let others = known.filter { $0 != device }.map { offsets[$0] }
        let scale = RobustScale(others)
        let usual = others.filter { abs($0 - scale.centre) <= max(3.5 * scale.scale, 1e-12) }
        guard usual.count >= Self.fewest - 2 else { return nil }
        let count = Double(usual.count)
        let spread = max(1.03 * Statistics.standardDeviation(usual), 1e-12)
        let mean = usual.reduce(0, +) / count
        let score = abs(offsets[device] - mean) / spread / (1 + 1 / count).squareRoot()
        let freedom = count - 1
        let tail =
            0.5 * SpecialFunctions.betaI(freedom / (freedom + score * score), freedom / 2, 0.5)
        let allowed = settings.falseAlarms / Double(2 * offsets.count * max(1, tests))
        let isVisible = abs(offsets[device] - mean) >= Self.visible * unit
        return tail < allowed && isVisible ? (device, score) : nil
    }
}
