import Values

/// An excursion that recovered soon.
struct EventTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        guard suspect.view == .level, suspect.isShort else { return nil }
        return Suspect.Verdict(
            kind: .event, slots: suspect.stretch, size: 0.6 * abs(suspect.mean) / suspect.unit)
    }
}

/// A reading that creeps: a ramp explains more than a level that changed at once.
struct DriftTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        let shapes = suspect.shapes
        guard suspect.view == .level, shapes.best.shape != .box,
            shapes.best.shape == .ramp || shapes.ramp.gain > shapes.box.gain
        else { return nil }
        let begin = min(shapes.best.fit.begin, suspect.stretch.upperBound - 1)
        return Suspect.Verdict(
            kind: .drift, slots: begin..<suspect.stretch.upperBound,
            size: 1.5 * abs(suspect.mean) / suspect.unit)
    }
}

/// A level that changed at once and stayed.
struct StepTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        guard suspect.view == .level else { return nil }
        return Suspect.Verdict(
            kind: .step, slots: suspect.stretch, size: abs(suspect.mean) / suspect.unit)
    }
}
