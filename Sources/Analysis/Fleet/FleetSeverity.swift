/// How grave a trouble is: how large it is, whether it goes on, and whether it is one device's.
enum FleetSeverity {
    /// Of what is worth knowing and no trouble.
    static let remark = 8.0

    /// 30 to 92: ten for each two units of what an eye sees, up to three times, twenty where it goes
    /// on, ten where several devices are concerned.
    static func of(size: Double, isOpen: Bool, devices: Int) -> Double {
        let strength = min(3.2, size / 2 + 0.3)
        return 30 + 10 * (strength + (isOpen ? 2 : 0) + (devices > 1 ? 1 : 0))
    }

    /// Whether it reaches the end of the readings.
    static func isOpen(_ finding: Finding, _ readings: FleetReadings) -> Bool {
        readings.slotCount - finding.slots.upperBound <= max(2, readings.slotCount / 100)
    }
}
