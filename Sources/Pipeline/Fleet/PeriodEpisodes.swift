import Reports
import Values

/// Selects the episodes that a choice of period and devices shows.
struct PeriodEpisodes {
    let scope: Scope

    /// Episodes that overlap the period and concern a device shown; open ones first, by severity,
    /// the latest first. An episode that ends after the period is open in it.
    func shown(_ episodes: [Episode]) -> [Episode] {
        let devices = scope.filter.devices.map(Set.init)
        let passing = episodes.compactMap { episode -> Episode? in
            guard episode.from <= scope.period.upperBound,
                episode.to ?? .infinity >= scope.period.lowerBound,
                concerns(episode, devices)
            else { return nil }
            var shown = episode
            if let to = episode.to, to > scope.period.upperBound { shown.to = nil }
            return shown
        }
        return passing.sorted { a, b in
            if a.isOpen != b.isOpen { return a.isOpen }
            if a.severity != b.severity { return a.severity > b.severity }
            return a.from > b.from
        }
    }

    private func concerns(_ episode: Episode, _ devices: Set<Int>?) -> Bool {
        guard let devices, !episode.devices.isEmpty else { return true }
        return episode.devices.contains { devices.contains($0.index) }
    }

    /// One list per device of the catalog, without remarks, in the order of `episodes`; those of
    /// the whole fleet are in each.
    static func byDevice(_ episodes: [Episode], count: Int) -> [[Episode]] {
        var troubles = [[Episode]](repeating: [], count: count)
        for episode in episodes where episode.grade != .remark {
            let members =
                episode.devices.isEmpty ? Array(0..<count) : episode.devices.map(\.index)
            for device in members where troubles.indices.contains(device) {
                troubles[device].append(episode)
            }
        }
        return troubles
    }
}
