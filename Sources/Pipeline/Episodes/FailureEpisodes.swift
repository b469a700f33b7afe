import Reports
import Telemetry
import Values

/// Failures, each lasting until the device is back, and the troubles that led to them.
struct FailureEpisodes {
    let readings: SetReadings
    let events: SetEvents
    /// Devices that send rows at a rate: only they can be missing after a failure.
    let regular: Set<Int>
    let period: ClosedRange<Double>

    /// Kinds of trouble that a failure takes up when they end in it; see `merged`.
    static let leading: Set<EpisodeKind> = [.drift, .step, .wearReset, .event, .variance]

    /// How long before a failure a trouble may end, as a share of the record.
    private static let nearness = 0.02

    func episodes() -> [Episode] {
        let refs = readings.catalog.codeRefs
        var last: [Int: Double] = [:]
        return events.events(.failure, readings.catalog).compactMap { code, event in
            guard period.contains(event.time) else { return nil }
            // Parts of a device that fail together are one failure.
            if let before = last[event.device], event.time <= before { return nil }
            let end = restored(event.device, after: event.time)
            last[event.device] = end ?? event.time
            return Episode(
                .failure, devices: [readings.catalog.deviceRef(event.device)],
                subjects: [.code(refs[code])], from: event.time, to: end,
                severity: end == nil ? 85 : 60)
        }
    }

    /// The time of the device's next row; the failure's own time for devices without a rhythm,
    /// `nil` for one that never came back.
    private func restored(_ device: Int, after time: Double) -> Double? {
        let own = readings.devices[device]
        guard regular.contains(device) else { return time }
        let place = own.slots.indices.partitionPoint {
            readings.time(Int(own.slots[$0])) <= time
        }
        guard place < own.slots.count else {
            return time >= period.upperBound - 2 * readings.step ? time : nil
        }
        return readings.time(Int(own.slots[place]))
    }

    /// Merges each trouble of a device with the failure that it ended in, and drops silences that a
    /// failure explains.
    func merged(_ failures: [Episode], with others: [Episode]) -> [Episode] {
        let near = max(
            2 * readings.step,
            Self.nearness * (period.upperBound - period.lowerBound))
        let byDevice = Dictionary(grouping: failures.indices) { failures[$0].devices.first }
        var failures = failures
        var rest: [Episode] = []
        for episode in others {
            guard episode.devices.count == 1, let device = episode.devices.first,
                let place = byDevice[device]?.first(where: {
                    isNear(failures[$0], episode, within: near)
                })
            else {
                rest.append(episode)
                continue
            }
            absorb(episode, into: &failures[place])
        }
        return failures + rest
    }

    private func isNear(_ failure: Episode, _ other: Episode, within near: Double) -> Bool {
        if other.kind == .silent {
            return other.from >= failure.from - near && other.from <= (failure.to ?? .infinity)
        }
        guard Self.leading.contains(other.kind), other.from <= failure.from
        else { return false }
        let end = other.to ?? period.upperBound
        return end >= failure.from - near && end <= (failure.to ?? failure.from) + near
    }

    private func absorb(_ episode: Episode, into failure: inout Episode) {
        guard episode.kind != .silent else { return }
        failure.kind = .failureWarned
        failure.subjects = episode.subjects + failure.subjects
        failure.from = min(failure.from, episode.from)
        (failure.actual, failure.expected) = (episode.actual, episode.expected)
        failure.severity = max(failure.severity, 65)
    }
}
