import Values

/// Single wild rows among rows that are as usual.
struct SpikesTest: FleetTest {
    func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        guard suspect.view == .roughness else { return nil }
        let sizes = suspect.scaledSizes
        let wild = sizes.filter { $0 > suspect.settings.wild }
        let share = Double(wild.count) / Double(max(1, suspect.stretch.count))
        let usual = OrderStatistics.median(of: sizes) / 0.6745
        guard wild.count >= 4, share < 0.3, usual < 1.5, share > 5 * suspect.wildShare else {
            return nil
        }
        let size = OrderStatistics.median(of: wild) * suspect.noise / suspect.unit / 1.8
        return Suspect.Verdict(kind: .spikes, slots: suspect.stretch, size: size)
    }
}
