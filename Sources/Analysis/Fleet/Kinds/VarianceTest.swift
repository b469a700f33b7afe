import Values

/// Readings that scatter more than usual, from row to row or over longer stretches.
struct VarianceTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let visible = (suspect.noise * suspect.noise + 0.01 * suspect.unit * suspect.unit)
            .squareRoot()
        switch suspect.view {
        case .level: return nil
        case .scatter:
            let magnitude = suspect.magnitude()
            guard magnitude >= 1.5 * suspect.noise else { return nil }
            return Suspect.Verdict(
                kind: .variance, slots: suspect.stretch, size: 0.9 * magnitude / visible)
        case .roughness:
            let magnitude = suspect.magnitude(about: suspect.mean)
            let more = max(0, magnitude * magnitude - suspect.noise * suspect.noise).squareRoot()
            return Suspect.Verdict(kind: .variance, slots: suspect.stretch, size: more / visible)
        }
    }
}
