import Values

/// A reading that no longer goes along with what the peers, the cycle and the other readings of its
/// device lead to expect.
struct DecoupledTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let evidence = suspect.evidence
        let isLost =
            switch suspect.view {
            case .roughness: false
            case .scatter:
                evidence.agreement < 0.75 && evidence.slope < 0.55
                    && evidence.expectedSpread > 0.35 && evidence.persistence > 0.2
                    || evidence.persistence > 0.6 && evidence.expectedSpread > 0.5
                        && abs(evidence.slope - 1) > 0.25
            case .level:
                suspect.shapes.share < 0.35 && evidence.agreement < 0.6 && evidence.slope < 0.5
                    && evidence.expectedSpread > 0.5
            }
        guard isLost else { return nil }
        // What went along and no longer does at all is as plain as a level six units away.
        return Suspect.Verdict(
            kind: .decoupled, slots: suspect.stretch, size: suspect.magnitude() / suspect.unit,
            weight: 6 * (1 - evidence.agreement))
    }
}
