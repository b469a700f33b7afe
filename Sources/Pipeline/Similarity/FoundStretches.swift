import Analysis
import Reports

/// What a search has found so far over several devices.
struct FoundStretches: Sendable {
    /// A match and the device that it is of.
    struct Found: Sendable {
        var device: Int
        var match: SubsequenceSearch.Match
    }

    /// The nearest, the nearest first.
    private(set) var matches: [Found] = []
    /// The distances of all stretches.
    private(set) var all = DistanceDistribution()
    /// The least distances of stretches that do not overlap.
    private(set) var least = DistanceDistribution()

    /// Adds what one device holds.
    mutating func add(_ result: SubsequenceSearch.Result, of device: Int, limit: Int) {
        all.add(result.all)
        least.add(result.least)
        keep(result.matches.map { Found(device: device, match: $0) }, limit: limit)
    }

    /// Adds what was found elsewhere.
    mutating func add(_ other: FoundStretches, limit: Int) {
        all.add(other.all)
        least.add(other.least)
        keep(other.matches, limit: limit)
    }

    /// Of equals the first device counts, and its first stretch.
    private mutating func keep(_ more: [Found], limit: Int) {
        let sorted = (matches + more).sorted {
            ($0.match.distance, $0.device, $0.match.start)
                < ($1.match.distance, $1.device, $1.match.start)
        }
        matches = Array(sorted.prefix(limit))
    }

    /// Whether the matches are alike, and more than chance.
    var outcome: SimilarStretches.Outcome {
        guard let nearest = matches.first?.match.distance else { return .noOther }
        if let share = least.ordinaryShare(nearest: nearest) { return .ordinary(share: share) }
        let alike = matches.count { $0.match.distance <= least.limit }
        return alike > 0 ? .alike(alike) : .nothing
    }
}
