import Reports
import Values

/// Episodes of a device, those merged that are one trouble seen on several readings.
struct JoinedEpisodes {
    /// In order of their beginning.
    private(set) var episodes: [Episode] = []
    /// Where open episodes end: the end of the data.
    private let end: Double

    /// Beginnings no farther apart than this share of the shorter episode count as one.
    private static let nearness = 0.5

    /// - Parameter end: The end of the data.
    /// - Complexity: O(n²) in the worst case, O(n log n) for episodes that rarely overlap.
    init(_ all: [Episode], end: Double) {
        self.end = end
        for episode in all.sorted(by: { ($0.from, $1.severity) < ($1.from, $0.severity) }) {
            add(episode)
        }
    }

    private mutating func add(_ episode: Episode) {
        guard !episode.isFailure, !episode.metrics.isEmpty,
            let place = episodes.lastIndex(where: { isSame($0, episode) })
        else {
            episodes.append(episode)
            return
        }
        let one = episodes[place]
        var joined = one.severity >= episode.severity ? one : episode
        joined.from = one.from
        joined.to = one.to.flatMap { to in episode.to.map { max(to, $0) } }
        joined.subjects = one.subjects + episode.subjects.filter { !one.subjects.contains($0) }
        episodes[place] = joined
    }

    private func isSame(_ one: Episode, _ other: Episode) -> Bool {
        guard !one.isFailure, !one.metrics.isEmpty else { return false }
        let shorter = min((one.to ?? end) - one.from, (other.to ?? end) - other.from)
        return other.from - one.from <= Self.nearness * shorter
    }
}
