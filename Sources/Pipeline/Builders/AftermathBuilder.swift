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
        let finder = SequelFinder(scope: scope, within: within)
        guard !episode.isFailure, finder.canTell else { return nil }
        let examples = fleet.devices.flatMap { state in
            state.troubles.filter { isLike($0, episode) }.compactMap { earlier in
                // Nil for an episode that is open, or just over, and that nothing has followed yet.
                finder.sequel(from: earlier.from, to: earlier.to, state.events).map {
                    Aftermath.Example(device: state.device, from: earlier.from, sequel: $0)
                }
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
}
