/// The three ways in which a standardized series is scanned for stretches unlike the rest.
enum ScanView: Int, Sendable, CaseIterable {
    /// The values: another level.
    case level
    /// Their sizes less the usual size: swings, other courses, wander.
    case scatter
    /// The distances from the mean of both neighbours, less the usual: noise.
    case roughness
}

/// What each view is made of, learnt from the sample.
struct ViewScales: Sendable {
    /// Larger sizes, in scales, count as this, so that single rows do not make a stretch.
    static let most = 4.0
    /// The usual mean of the sizes, in scales.
    let usualSize: Double
    /// The usual distance from the neighbours.
    let roughness: Double
    /// The usual mean of those distances, in units of `roughness`.
    let usualRoughness: Double

    /// - Complexity: O(values).
    init(_ sample: [[Double]], hasPeers: Bool) {
        usualSize = Self.usual(
            sample.map { row in row.map { min(abs($0), Self.most) } }, hasPeers: hasPeers)
        let distances = sample.map { Self.distances($0) }
        let scale = OrderStatistics.quantile(of: distances.joined(), 0.4) / 0.524
        let roughness = max(scale.isNaN ? 1 : scale, 1e-9)
        self.roughness = roughness
        usualRoughness = Self.usual(
            distances.map { row in row.map { min($0 / roughness, Self.most) } }, hasPeers: hasPeers)
    }

    /// The series as a view sees it; NaN where missing.
    func series(_ values: [Double], _ view: ScanView) -> [Double] {
        switch view {
        case .level: values
        case .scatter: values.map { $0.isNaN ? .nan : min(abs($0), Self.most) - usualSize }
        case .roughness:
            Self.distances(values).map {
                $0.isNaN ? .nan : min($0 / roughness, Self.most) - usualRoughness
            }
        }
    }

    private static func distances(_ values: [Double]) -> [Double] {
        var result = [Double](repeating: .nan, count: values.count)
        for slot in 1..<max(1, values.count - 1) {
            result[slot] = abs(values[slot] - 0.5 * (values[slot - 1] + values[slot + 1]))
        }
        return result
    }

    /// The usual mean: of the median device, or of the quieter parts where there are few devices.
    private static func usual(_ rows: [[Double]], hasPeers: Bool) -> Double {
        let means =
            hasPeers
            ? rows.map { RunningSums($0).mean($0.indices) }
            : rows.flatMap { $0.blockMeans(max(1, $0.count / 30)) }
        let usual = OrderStatistics.quantile(of: means, hasPeers ? 0.5 : 0.35)
        return usual.isNaN ? 0 : usual
    }
}
