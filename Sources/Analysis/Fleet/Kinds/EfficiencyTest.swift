import Values

/// A reading out of proportion: it is off by a share of what is expected, and came to be so
/// gradually.
struct EfficiencyTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let (shape, fit) = suspect.shapes.best
        guard suspect.view == .level, shape != .box else { return nil }
        let slots = min(fit.begin, suspect.stretch.upperBound - 1)..<suspect.stretch.upperBound
        let proportion = Proportion(suspect, slots)
        guard let proportion else { return nil }
        let isHeld =
            proportion.left(.plateau) < min(proportion.left(.ramp), proportion.left(.box))
        let gain = proportion.left(shape) / max(proportion.leftOfLevel(shape), 1e-12)
        let isProportional = gain < 0.93 && proportion.variation > 0.03
        let isPlateau = shape == .plateau || isProportional && isHeld && !proportion.comesToRest
        let isEfficiency =
            isPlateau
            ? isProportional || proportion.comesToRest
            : isProportional && !proportion.comesToRest && gain < 0.85
        guard isEfficiency else { return nil }
        return Suspect.Verdict(
            kind: .efficiency, slots: slots, size: abs(suspect.mean) / suspect.unit,
            weight: suspect.share)
    }
}

/// The squares left of a stretch when a level, or a share of what is expected, is taken away.
private struct Proportion {
    /// Standard deviation of what is expected, over its mean.
    let variation: Double
    /// Whether what is expected is near 0 for at least a fifth of the time.
    let comesToRest: Bool
    private let residuals: [Double]
    private let expected: [Double]
    /// How far along the stretch each of them is, 0 to 1.
    private let places: [Double]

    init?(_ suspect: Suspect, _ slots: Range<Int>) {
        let residual = suspect.series.residual
        let known = slots.filter { !residual[$0].isNaN && !suspect.reading[$0].isNaN }
        guard known.count > 20 else { return nil }
        residuals = known.map { residual[$0] }
        expected = known.map { suspect.reading[$0] - residual[$0] }
        places = known.map { Double($0 - slots.lowerBound) / Double(slots.count) }
        let mean = expected.reduce(0, +) / Double(expected.count)
        variation = expected.spread / max(abs(mean), 1e-9)
        let all = zip(suspect.reading, residual).lazy.map { abs($0 - $1) }.filter { !$0.isNaN }
        comesToRest =
            OrderStatistics.quantile(of: all, 0.2) < 0.06 * OrderStatistics.quantile(of: all, 0.9)
    }

    func left(_ shape: LevelShapes.Shape) -> Double {
        left(zip(places, expected).map { Self.height(shape, $0) * $1 })
    }

    func leftOfLevel(_ shape: LevelShapes.Shape) -> Double {
        left(places.map { Self.height(shape, $0) })
    }

    private func left(_ form: [Double]) -> Double {
        var square = 0.0
        var product = 0.0
        var total = 0.0
        for (value, height) in zip(residuals, form) {
            square += height * height
            product += value * height
            total += value * value
        }
        return total - product * product / max(square, 1e-12)
    }

    private static func height(_ shape: LevelShapes.Shape, _ place: Double) -> Double {
        switch shape {
        case .box: 1
        case .ramp: place
        case .plateau: min(1, 2 * place)
        }
    }
}
