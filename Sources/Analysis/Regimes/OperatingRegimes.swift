/// The operating conditions that machines are switched between, found from the readings alone:
/// combinations of the levels of their set points.
///
/// Where conditions change, each reading jumps with them and wear, drift and faults show only
/// against other rows of the same condition.
public struct OperatingRegimes: Sendable, Hashable {
    /// Indices of the columns that tell the regime, in the order in which they were chosen: the one
    /// that explains most of the readings first.
    public let setPoints: [Int]
    /// Indices of all columns that are commanded, also those that add nothing to the set points.
    public let commanded: [Int]
    /// Per regime the median of each set point, in the order of `setPoints`.
    public let centres: [[Double]]
    /// Per set point, how far a value may lie from the middle of its level.
    public let reaches: [Double]
    /// The regime of each row, an index of `centres`; nil where it is in none.
    public let regimes: [Int?]

    /// What a set point must add to the share of variance explained, on average over the readings.
    private static let worth = 0.01
    /// The least share of the rows that regimes must hold.
    private static let coverage = 0.95

    /// The regimes of some columns of readings; nil where no column is commanded or none is
    /// measured, or where regimes explain no more than half of any reading's variance.
    ///
    /// - Parameters:
    ///   - columns: one array per reading, all of the same length, NaN where missing.
    ///   - devices: the rows of each device, in order of time.
    /// - Complexity: O(columns × rows × log rows) for the levels, and for each set point
    ///   O(commanded columns × measured columns × rows).
    public init?(columns: [[Double]], devices: [Range<Int>]) {
        let levels = columns.map { SetPointLevels($0, devices: devices) }
        let candidates = levels.indices.filter { levels[$0] != nil }
        let measured = levels.indices.filter { levels[$0] == nil }
        guard let rows = columns.first?.count, !candidates.isEmpty, !measured.isEmpty else {
            return nil
        }
        let places = candidates.map { column in
            columns[column].map { levels[column]?.level(of: $0) }
        }
        var chosen: [Int] = []
        var best = (explained: 0.0, regimes: [Int?](repeating: 0, count: rows))
        while true {
            let next = candidates.indices.filter { !chosen.contains($0) }
                .compactMap { place -> (place: Int, explained: Double, regimes: [Int?])? in
                    guard let regimes = Self.crossed(best.regimes, places[place]) else {
                        return nil
                    }
                    let shares = measured.map { Self.explained(columns[$0], regimes) }
                    return (place, Statistics.mean(shares), regimes)
                }
                .max { $0.explained < $1.explained }
            guard let next, next.explained > best.explained + Self.worth else { break }
            chosen.append(next.place)
            best = (next.explained, next.regimes)
        }
        guard !chosen.isEmpty,
            measured.contains(where: { Self.explained(columns[$0], best.regimes) > 0.5 })
        else { return nil }
        setPoints = chosen.map { candidates[$0] }
        commanded = candidates
        regimes = best.regimes
        reaches = setPoints.map { levels[$0]?.reach ?? 0 }
        let count = (best.regimes.compactMap(\.self).max() ?? -1) + 1
        centres = (0..<count).map { [setPoints] regime in
            setPoints.map { column in
                Statistics.median(
                    best.regimes.indices.filter { best.regimes[$0] == regime }
                        .map { columns[column][$0] })
            }
        }
    }

    /// Each regime divided by the levels of one more set point; combinations too rare to be judged
    /// belong to none. Nil where regimes would hold less than `coverage` of the rows.
    private static func crossed(_ regimes: [Int?], _ levels: [Int?]) -> [Int?]? {
        let pairs = zip(regimes, levels).map { regime, level -> Int? in
            guard let regime, let level else { return nil }
            return regime * (SetPointLevels.most + 1) + level
        }
        var counts: [Int: Int] = [:]
        for case let pair? in pairs { counts[pair, default: 0] += 1 }
        let least = SetPointLevels.smallestShare * Double(pairs.count)
        let kept = counts.filter { Double($0.value) >= least }
        let covered = kept.values.reduce(0, +)
        guard Double(covered) >= coverage * Double(pairs.count) else { return nil }
        let numbers = Dictionary(
            kept.keys.sorted().enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first })
        return pairs.map { $0.flatMap { numbers[$0] } }
    }

    /// The share of a column's variance that lies between regimes (eta squared); 0 for a constant.
    static func explained(_ column: [Double], _ regimes: [Int?]) -> Double {
        let rows = column.indices.filter { column[$0].isFinite && regimes[$0] != nil }
        let total = Statistics.variance(rows.map { column[$0] }, degreesOfFreedom: 0)
        guard total > 0 else { return 0 }
        let within = Dictionary(grouping: rows) { regimes[$0] ?? -1 }.values.reduce(0) {
            sum, rows in
            let own = Statistics.variance(rows.map { column[$0] }, degreesOfFreedom: 0)
            return sum + own * Double(rows.count)
        }
        return max(0, 1 - within / total / Double(rows.count))
    }
}
