import Values

/// The day's cycle at another time: the cycle turned explains most of the residuals.
struct PhaseTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let evidence = suspect.evidence
        let isTurned =
            switch suspect.view {
            case .roughness: false
            case .scatter: evidence.turned > 0.45 && evidence.turned > 0.9 * evidence.explained
            case .level: suspect.shapes.share < 0.35 && evidence.turned > 0.5
            }
        guard isTurned else { return nil }
        return Suspect.Verdict(
            kind: .phase, slots: suspect.stretch, size: suspect.magnitude() / suspect.unit)
    }
}
