import Analysis
import Reports
import Telemetry
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Devices whose rows are interrupted far more often for a while than before and after, and than
/// those of other devices.
struct FlakyEpisodes {
    let readings: SetReadings
    let outages: Outages

    /// Parts of a device's life in which interruptions are counted.
    private static let bins = 256
    private static let fewestInterruptions = 6
    private static let missingShare = 0.1
    /// The strength of losing all rows: a loss of three in four is plain.
    private static let strengthOfLoss = 4.0
    /// The chance of a false episode in the whole set.
    private static let chance = 0.001

    func episodes(_ devices: [Attendance]) -> [Episode] {
        let rates = devices.map { Double($0.gaps.count) / Double(max(1, $0.life.count)) }
        let usual = rates.isEmpty ? 0 : Statistics.median(rates)
        let needed = log(Double(max(1, devices.count * Self.bins)) / Self.chance)
        return devices.compactMap { episode($0, usual: usual, needed: needed) }
    }

    private func episode(_ device: Attendance, usual: Double, needed: Double) -> Episode? {
        let gaps = device.gaps.filter {
            $0.missed < SilenceEpisodes.fewestMissed && !outages.explains($0)
        }
        guard gaps.count >= Self.fewestInterruptions else { return nil }
        let width = max(1, Double(device.life.count) / Double(Self.bins))
        var counts = [Double](
            repeating: 0, count: Int(clamping: Double(device.life.count) / width) + 1)
        for gap in gaps {
            let place = (Double(gap.from - device.life.lowerBound) / width).place(in: counts.count)
            if let place { counts[place] += 1 }
        }
        let prior = 1 / max(usual, 1 / Double(device.life.count))
        let found = ScanStatistic.strongest(
            counts, exposure: [Double](repeating: width, count: counts.count),
            prior: (events: 1, exposure: prior))
        guard let found, found.logRatio > needed else { return nil }
        return episode(device, gaps, stretch(found.bins, width, device), found)
    }

    private func stretch(_ bins: Range<Int>, _ width: Double, _ device: Attendance) -> Range<Int> {
        let edge = { (bin: Int) in
            device.life.lowerBound + Int(clamping: (Double(bin) * width).rounded())
        }
        return edge(bins.lowerBound)..<edge(bins.upperBound)
    }

    private func episode(
        _ device: Attendance, _ gaps: [Attendance.Gap], _ stretch: Range<Int>,
        _ found: ScanStatistic.Stretch
    ) -> Episode? {
        let within = gaps.filter { stretch.contains($0.from) }
        guard let first = within.first, let last = within.last else { return nil }
        let due = Double(last.to - first.from) / device.step
        let missed = Double(within.reduce(0) { $0 + $1.missed })
        guard within.count >= Self.fewestInterruptions, missed >= Self.missingShare * due else {
            return nil
        }
        // If it went on, the next interruption would be due by now.
        let pause = 4 * (last.to - first.from) / within.count
        let isOpen =
            last.to + max(pause, 2) >= min(readings.slots.upperBound, device.life.upperBound)
        return Episode(
            .intermittent, devices: [readings.catalog.deviceRef(device.device)],
            from: readings.time(first.from), to: isOpen ? nil : readings.time(last.to),
            severity: EpisodeSeverity.of(
                strength: Self.strengthOfLoss * missed / due, isOpen: isOpen, devices: 1),
            actual: missed / due, expected: 0)
    }
}
