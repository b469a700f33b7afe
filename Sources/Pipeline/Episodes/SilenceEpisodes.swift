import Analysis
import Reports
import Telemetry
import Values

/// Devices that sent nothing for a while, or have stopped for good.
struct SilenceEpisodes {
    let readings: SetReadings
    let outages: Outages

    /// Missing rows that make a silence.
    static let fewestMissed = 12
    /// A silence is more than this many times as long as any other gap of its device.
    static let times = 3
    /// A device that has been silent for this share of its record, and this long, is gone.
    static let goneShare = 0.5
    static let goneTime = 30 * Scope.day
    /// The strength of the longest silence: between clear and plain.
    private static let mostStrength = 2.5
    /// The severity of a device that is gone: worth knowing, but nobody waits for it.
    private static let gone = 20.0

    /// Outages of the collection, as remarks, and silences of single devices.
    func episodes(_ devices: [Attendance]) -> [Episode] {
        let tails = devices.filter { $0.tail.map { $0.missed >= Self.fewestMissed } ?? false }
        // Where most devices end before the set does, their records were made one after the other.
        let areRecords = 2 * tails.count > devices.count
        return outages.stretches.map(outage)
            + devices.flatMap { device in
                silences(device) + (areRecords ? [] : [end(of: device)].compactMap(\.self))
            }
    }

    private func outage(_ stretch: Range<Int>) -> Episode {
        Episode(
            .silent, devices: [], from: readings.time(stretch.lowerBound),
            to: readings.time(stretch.upperBound), severity: 15)
    }

    private func silences(_ device: Attendance) -> [Episode] {
        let own = device.gaps.filter { !outages.explains($0) }
        let lengths = own.map(\.missed).sorted(by: >)
        guard let longest = lengths.first, longest >= Self.fewestMissed else { return [] }
        let ordinary = lengths.dropFirst().first ?? 0
        guard longest > Self.times * ordinary, let gap = own.first(where: { $0.missed == longest })
        else { return [] }
        return [episode(device, gap, to: readings.time(gap.to), severity: 35)]
    }

    private func end(of device: Attendance) -> Episode? {
        guard let tail = device.tail, tail.missed >= Self.fewestMissed, !outages.explains(tail)
        else { return nil }
        let longest = device.gaps.filter { !outages.explains($0) }.map(\.missed).max() ?? 0
        guard tail.missed > Self.times * longest else { return nil }
        let length = Double(tail.to - tail.from) * readings.step
        let isGone =
            length > Self.goneTime
            && Double(tail.to - tail.from) > Self.goneShare * Double(readings.slots.count)
        // One step more each time the silence doubles; but the device itself may be well.
        let strength = min(
            Self.mostStrength,
            EpisodeSeverity.strength(
                count: Double(2 * tail.missed), expected: 0, prior: Double(Self.fewestMissed)))
        return episode(
            device, tail, to: nil,
            severity: isGone
                ? Self.gone : EpisodeSeverity.of(strength: strength, isOpen: true, devices: 1))
    }

    private func episode(
        _ device: Attendance, _ gap: Attendance.Gap, to end: Double?, severity: Double
    ) -> Episode {
        Episode(
            .silent, devices: [readings.catalog.deviceRef(device.device)],
            from: readings.time(gap.from), to: end, severity: severity)
    }
}
