import Values

/// Readings that scatter more than usual, from row to row or over longer stretches; or, where such a
/// stretch is all that came before, less from then on.
struct VarianceTest: FleetTest {
    /// Up to this share of the record may come before a stretch that is taken for its beginning.
    private static let opening = 0.15
    /// Scatter after the stretch that is as good as the stretch's own.
    private static let calm = 0.5

    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let visible = (suspect.noise * suspect.noise + 0.01 * suspect.unit * suspect.unit)
            .squareRoot()
        let size: Double
        switch suspect.view {
        case .level: return nil
        case .scatter:
            let magnitude = suspect.magnitude()
            guard magnitude >= 1.5 * suspect.noise else { return nil }
            size = 0.9 * magnitude / visible
        case .roughness:
            let magnitude = suspect.magnitude(about: suspect.mean)
            let more = max(0, magnitude * magnitude - suspect.noise * suspect.noise).squareRoot()
            size = more / visible
        }
        let slots = Self.quiet(after: suspect) ?? suspect.stretch
        return Suspect.Verdict(kind: .variance, slots: slots, size: size)
    }

    /// The rest of the record, where all before it scattered as the stretch does.
    private static func quiet(after suspect: Suspect) -> Range<Int>? {
        let (stretch, count) = (suspect.stretch, suspect.count)
        let before = 0..<stretch.lowerBound
        let after = stretch.upperBound..<count
        guard Double(before.count) <= opening * Double(count),
            Double(after.count) >= opening * Double(count),
            let usual = suspect.scatter(stretch), let now = suspect.scatter(after),
            now < calm * usual
        else { return nil }
        // A calm beginning shows that the stretch is what is unusual.
        if let first = suspect.scatter(before), first < (calm + 1) / 2 * usual { return nil }
        return after
    }
}
