import Values

/// Swings: most of the power lies within a narrow band that is not the day's.
struct OscillationTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let share = suspect.evidence.swing.share
        let isSwing =
            switch suspect.view {
            case .roughness: share > 0.5
            case .scatter: share > (suspect.evidence.persistence > 0.3 ? 0.45 : 0.6)
            case .level:
                suspect.shapes.share < 0.35 && share > 0.55 && share > 1.5 * suspect.shapes.share
            }
        guard isSwing else { return nil }
        let size = suspect.magnitude(about: suspect.mean) / suspect.unit
        // What is seen is how far it swings, not the root of the mean square.
        let amplitude = size * 2.0.squareRoot()
        return Suspect.Verdict(
            kind: .oscillation, slots: suspect.stretch,
            size: suspect.view == .roughness ? 1.4 * size : size, weight: amplitude)
    }
}
