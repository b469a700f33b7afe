import Values

/// Devices that lie away from their peers all along.
struct ApartDevices: Sendable {
    private var offsets: [Double]
    private let parts: [[Double]]
    /// What an eye takes for one unit.
    let unit: Double
    /// Signals of the group that are tested alike.
    let tests: Int
    let settings: FleetSettings

    private static let fewest = 8
    private static let most = 3
    /// With fewer units nobody would see it.
    private static let visible = 0.9
    /// The share of the distance that each part of the record must show.
    private static let held = 0.5

    /// - Parameter offsets: By device of the group.
    init(_ offsets: [DeviceOffset], unit: Double, tests: Int, settings: FleetSettings) {
        self.offsets = offsets.map(\.whole)
        parts = offsets.map(\.parts)
        self.unit = unit
        self.tests = tests
        self.settings = settings
    }

    /// The devices and how far off they are, in spreads of the others, the furthest first; at most
    /// three.
    ///
    /// The many-outlier test of Rosner ("Percentage points for a generalized ESD many-outlier
    /// procedure", Technometrics 25, 1983): the furthest are taken away one by one, each tested by
    /// Student's law against those left; as many are apart as the last one that passes says, so
    /// that two of them do not hide each other. Of those, one that was among the others in a part
    /// of the record is not apart all along: it changed.
    mutating func furthest() -> [(device: Int, score: Double)] {
        var taken: [(device: Int, score: Double)] = []
        var count = 0
        for _ in 0..<Self.most {
            guard let (device, score, isSure) = next() else { break }
            taken.append((device, score))
            offsets[device] = .nan
            if isSure { count = taken.count }
        }
        return taken.prefix(count).filter { isHeld($0.device, taken: taken.map(\.device)) }
    }

    private func next() -> (device: Int, score: Double, isSure: Bool)? {
        let known = offsets.indices.filter { !offsets[$0].isNaN }
        guard known.count >= Self.fewest else { return nil }
        let mean = known.reduce(0) { $0 + offsets[$1] } / Double(known.count)
        let distance = { (place: Int) in abs(offsets[place] - mean) }
        guard let device = known.max(by: { distance($0) < distance($1) }) else { return nil }
        let others = known.filter { $0 != device }.map { offsets[$0] }
        let count = Double(others.count)
        let centre = others.reduce(0, +) / count
        let spread = max(Statistics.standardDeviation(others), 1e-12)
        let off = abs(offsets[device] - centre)
        let score = off / spread / (1 + 1 / count).squareRoot()
        let freedom = count - 1
        let tail =
            0.5 * SpecialFunctions.betaI(freedom / (freedom + score * score), freedom / 2, 0.5)
        let allowed = settings.falseAlarms / Double(2 * offsets.count * max(1, tests))
        return (device, score, tail < allowed && off >= Self.visible * unit)
    }

    /// Whether a device is away to the same side in every known part of the record.
    private func isHeld(_ device: Int, taken: [Int]) -> Bool {
        let others = parts.indices.filter { !taken.contains($0) }
        let distances = parts[device].indices.map { part in
            parts[device][part] - OrderStatistics.median(of: others.map { parts[$0][part] })
        }.filter { !$0.isNaN }
        let middle = OrderStatistics.median(of: distances)
        return distances.allSatisfy { $0 * middle >= Self.held * middle * middle }
    }
}
