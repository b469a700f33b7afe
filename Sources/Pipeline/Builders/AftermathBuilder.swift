import Reports
import Telemetry
import Values

/// Finds what followed earlier episodes of the fleet that were like a given one.
struct AftermathBuilder {
    let scope: Scope
    let fleet: FleetState
    /// How long after an episode's end an event still counts as its sequel, in the axis' unit.
    let within: Double

    /// Fewer examples tell nothing.
    private static let fewest = 3

    /// What followed; nil for a failure itself, where events name neither failures nor repairs, and
    /// below three examples.
    ///
    /// - Complexity: O(episodes × log events).
    func aftermath(of episode: Episode) -> Aftermath? {
        let failures = Set(scope.codes(.failure).map(\.index))
        let repairs = Set(scope.codes(.repair).map(\.index))
        guard !episode.isFailure, !(failures.isEmpty && repairs.isEmpty) else { return nil }
        let examples = fleet.devices.flatMap { state in
            state.troubles.filter { isLike($0, episode) }.compactMap { earlier in
                example(of: earlier, on: state, failures, repairs)
            }
        }
        guard examples.count >= Self.fewest else { return nil }
        return Aftermath(
            of: episode,
            examples: examples.sorted {
                ($1.from, $0.device.index) < ($0.from, $1.device.index)
            }, within: within)
    }

    /// Whether both are of the same kind and about the same reading or code; an earlier one may
    /// also have become part of the failure that it led to.
    private func isLike(_ earlier: Episode, _ episode: Episode) -> Bool {
        let isTakenUp =
            earlier.kind == .failureWarned && FailureEpisodes.leading.contains(episode.kind)
        return (earlier.isOfSameSort(as: episode) || isTakenUp)
            && earlier.subjects.first == episode.subjects.first && earlier.from < episode.from
    }

    /// Nil for an episode that is open, or just over, and that nothing has followed yet.
    private func example(
        of episode: Episode, on state: DeviceState, _ failures: Set<Int>, _ repairs: Set<Int>
    ) -> Aftermath.Example? {
        let end = (episode.to ?? .infinity) + within
        let following = state.events.filter { $0.time > episode.from && $0.time <= end }
        let failure = following.first { failures.contains($0.code) }
        let repair = following.first { repairs.contains($0.code) }
        let sequel: Aftermath.Sequel
        if let failure, failure.time <= repair?.time ?? .infinity {
            sequel = .failure(scope.codes[failure.code], after: failure.time - episode.from)
        } else if let repair {
            sequel = .repair(scope.codes[repair.code], after: repair.time - episode.from)
        } else if let to = episode.to, to + within <= scope.catalog.axis.dataRange.upperBound {
            sequel = .nothing
        } else {
            return nil
        }
        return Aftermath.Example(device: state.device, from: episode.from, sequel: sequel)
    }
}
