import Analysis
import Reports
import Telemetry
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Codes that come in bursts, more often than before, or for the first time: a scan statistic over
/// all stretches of time and all sets of devices with something in common.
struct CodeEpisodes {
    let readings: SetReadings
    let events: SetEvents
    let coverage: Coverage
    let sets: DeviceSets
    /// The time that the set is about.
    let period: ClosedRange<Double>

    /// Parts of a log in which events are counted.
    static let bins = 512
    private static let fewestEvents = 5
    /// Episodes of one code at most.
    private static let mostPerCode = 6
    /// The chance of a false episode per code.
    private static let chance = 0.001
    /// A stretch that is over and shorter than this share of the log is a burst.
    private static let burstShare = 0.06

    /// Episodes of all codes of errors and other events; repairs and failures are reported singly.
    func episodes() -> [Episode] {
        let codes = readings.catalog.codes.indices.filter {
            [.error, .other].contains(readings.catalog.codes[$0].kind)
                && events.byCode[$0].count >= Self.fewestEvents
        }
        let refs = readings.catalog.codeRefs
        return Concurrent.map(codes.count) { place in episodes(refs[codes[place]]) }
            .flatMap(\.self)
    }

    /// The strongest stretch, then the strongest of what remains without it.
    private func episodes(_ code: CodeRef) -> [Episode] {
        guard let known = coverage.known(code.kind, in: period),
            known.upperBound > known.lowerBound
        else { return [] }
        var rest = events.byCode[code.index].filter { known.contains($0.time) }
        var found: [Episode] = []
        for _ in 0..<Self.mostPerCode {
            let counts = CodeCounts(rest, known: known, readings: readings)
            guard let candidate = strongest(counts) else { break }
            let (episode, devices) = told(candidate, counts, code, rest)
            found.append(episode)
            let stretch = counts.times(candidate.stretch.bins)
            rest.removeAll { devices.contains($0.device) && stretch.contains($0.time) }
            guard rest.count >= Self.fewestEvents else { break }
        }
        return found
    }

    /// A set of devices with the stretch in which it has more events than expected.
    private struct Candidate {
        var members: DeviceSets.Members
        var stretch: ScanStatistic.Stretch
        /// How far the evidence exceeds what is needed, in units of log likelihood.
        var surplus: Double
    }

    private func strongest(_ counts: CodeCounts) -> Candidate? {
        let singles = counts.devices.filter { counts.total($0) >= Self.fewestEvents }
            .map { DeviceSets.Members(group: nil, devices: [$0]) }
        let all = DeviceSets.Members(
            group: nil, devices: Array(readings.catalog.devices.indices))
        let candidates = (singles + sets.groups + (singles.count == 1 ? [] : [all]))
        let needed =
            log(Double(candidates.count * Self.bins) / Self.chance)
        return candidates.compactMap { members -> Candidate? in
            guard let stretch = counts.strongest(members.devices), stretch.count >= 5 else {
                return nil
            }
            let surplus = stretch.logRatio / counts.dispersion - needed
            return surplus > 0
                ? Candidate(members: members, stretch: stretch, surplus: surplus) : nil
        }.max { $0.surplus < $1.surplus }
    }

    /// The episode of a candidate, and the devices that it concerns.
    private func told(
        _ candidate: Candidate, _ counts: CodeCounts, _ code: CodeRef, _ rest: [SetEvents.Event]
    ) -> (Episode, Set<Int>) {
        let bins = candidate.stretch.bins
        let taking = counts.taking(candidate.members.devices, bins)
        let fleet = readings.catalog.devices.count
        var devices = Set(candidate.members.devices)
        var group = candidate.members.group
        // Where no device stands out by itself, it is all of them together.
        let isPart =
            20 * taking.count < 11 * devices.count || (group == nil && taking.count < fleet)
        if !taking.isEmpty, isPart {
            if let shared = sets.group(of: taking) {
                (devices, group) = (Set(shared.devices), shared.group)
            } else if 20 * taking.count < 11 * devices.count {
                (devices, group) = (taking, nil)
            }
        }
        let times = counts.times(bins)
        let own = rest.filter { devices.contains($0.device) && times.contains($0.time) }
        let before = events.byCode[code.index].contains { $0.time < times.lowerBound }
        let episode = episode(candidate, counts, code, devices, group, own, isNew: !before)
        return (episode, devices)
    }

    private func episode(
        _ candidate: Candidate, _ counts: CodeCounts, _ code: CodeRef, _ devices: Set<Int>,
        _ group: (attribute: Int, value: String)?, _ own: [SetEvents.Event], isNew: Bool
    ) -> Episode {
        let bins = candidate.stretch.bins
        let from = own.first?.time ?? counts.times(bins).lowerBound
        let last = own.last?.time ?? counts.times(bins).upperBound
        let share = Double(bins.count) / Double(Self.bins)
        // An episode is open where the log ends within it, together with the data, and a pause as
        // long as the last one would not be unusual: pauses at a constant rate are exponential.
        let pause = -log(Self.chance) * (last - from) / Double(max(1, own.count))
        let isOpen =
            counts.known.upperBound >= period.upperBound - readings.step
            && last + pause >= counts.known.upperBound
        let kind: EpisodeKind =
            isNew && bins.lowerBound > Self.bins / 50
            ? .codeNew : share < Self.burstShare && !isOpen ? .codeBurst : .codeRate
        let strength = EpisodeSeverity.strength(
            count: candidate.stretch.count, expected: candidate.stretch.expected,
            prior: Double(Self.fewestEvents))
        let isFleet = devices.count == readings.catalog.devices.count
        return Episode(
            kind,
            devices: isFleet ? [] : devices.sorted().map(readings.catalog.deviceRef),
            group: group.map {
                Episode.Group(
                    attribute: readings.catalog.attributes[$0.attribute], value: $0.value)
            }, subjects: [.code(code)], from: from, to: isOpen ? nil : last,
            severity: EpisodeSeverity.of(
                strength: strength, isOpen: isOpen, devices: devices.count),
            actual: candidate.stretch.count / counts.days(bins),
            expected: candidate.stretch.expected / counts.days(bins))
    }
}
