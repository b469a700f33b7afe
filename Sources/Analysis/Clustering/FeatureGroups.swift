public import Values

/// Groups of units that stand apart in single features while the others are alike, and units that
/// stand alone in one.
///
/// Each feature is a space of its own, in which the tree of `HDBSCAN` says where units fall into
/// two parts. The smaller part is a group where the gap is so wide, measured by the distances
/// within both parts and by the spread of all other units, that clouds without groups hardly ever
/// have one like it (`FeatureSplit.isEvident`). The measures know neither scale nor skew: even,
/// normal, exponential, lognormal and heavy-tailed clouds were tried. What was rounded is no gap:
/// no distance counts as smaller than the feature's resolution.
public struct FeatureGroups: Sendable, Hashable {
    /// The least units of a group.
    public static let minimumSize = 3
    /// The most units that one feature's groups are looked for in; of more, a sample is drawn, and
    /// fewer where there are many features.
    public static let sampleLimit = 1_000
    /// Pairs of units that are compared at most, over all features.
    static let pairLimit = 50_000_000.0

    /// How many times a part of the units is drawn to see whether a group comes back.
    public let resamplings: Int
    /// Seed of the draws.
    public let seed: UInt64

    /// Draws nine tenths of the units as often as `resamplings` says.
    public init(resamplings: Int = 50, seed: UInt64 = 0) {
        self.resamplings = resamplings
        self.seed = seed
    }

    /// Looks for groups in each column; NaN is a missing value, whose unit is in none of its groups.
    ///
    /// - Returns: No groups for fewer than 9 units, and none in columns with fewer values.
    /// - Throws: `AnalysisError.ragged` for columns of different lengths.
    /// - Complexity: O(columns × sample² + rows × columns), the sample being at most 1,000 units.
    public func fit(_ columns: [[Double]]) throws(AnalysisError) -> FeatureGroupsModel {
        let count = columns.first?.count ?? 0
        for (index, column) in columns.enumerated() where column.count != count {
            throw .ragged(index: index, expected: count, found: column.count)
        }
        let sample = sample(of: count, columns: columns.count)
        let found = Concurrent.map(columns.count) { index in
            FeatureColumn(columns[index], rows: sample).splits(least: Self.minimumSize)
                .filter(\.isEvident)
                .map { Found(column: index, rows: $0.members(of: columns[index]), split: $0) }
        }.flatMap(\.self)
        let merged = merged(found.sorted { $0.split.score > $1.split.score })
        let groups = merged.map { group in
            group.model(recoveries: recoveries(of: group, columns, sample))
        }
        return FeatureGroupsModel(
            groups: groups, loners: FeatureLoners(columns: columns, groups: groups).found,
            resamplings: groups.isEmpty ? 0 : resamplings)
    }

    private func sample(of count: Int, columns: Int) -> [Int] {
        let bound = Int(clamping: (Self.pairLimit / Double(max(1, columns))).squareRoot())
        let limit = min(Self.sampleLimit, max(bound, 50))
        guard count > limit else { return Array(0..<count) }
        var generator = SeededGenerator(seed: seed)
        return generator.sample(limit, of: count).sorted()
    }

    /// A group that was found in a column, and the further columns that show it.
    private struct Found: Sendable {
        let column: Int
        var rows: [Int]
        let split: FeatureSplit
        var columns: [Int] = []
        var others = 0

        func overlap(_ other: Found) -> Double {
            let (own, theirs) = (Set(rows), Set(other.rows))
            return Double(own.intersection(theirs).count) / Double(own.union(theirs).count)
        }

        func model(recoveries: Int) -> FeatureGroupsModel.Group {
            FeatureGroupsModel.Group(
                rows: rows, columns: [column] + columns, shared: others, recoveries: recoveries)
        }
    }

    /// The clearest first; one that shows in several columns is one, and a unit is in the clearest
    /// of its groups.
    private func merged(_ found: [Found]) -> [Found] {
        var groups: [Found] = []
        var whole: [Found] = []
        for candidate in found where candidate.rows.count >= Self.minimumSize {
            if let same = whole.firstIndex(where: { $0.overlap(candidate) >= Self.sameLimit }) {
                if candidate.column != groups[same].column,
                    !groups[same].columns.contains(candidate.column)
                {
                    groups[same].columns.append(candidate.column)
                }
                continue
            }
            var own = candidate
            let taken = Set(groups.flatMap(\.rows))
            own.rows = candidate.rows.filter { !taken.contains($0) }
            own.others = candidate.rows.count - own.rows.count
            guard own.rows.count >= Self.minimumSize, own.others * 2 < candidate.rows.count
            else { continue }
            groups.append(own)
            whole.append(candidate)
        }
        return groups
    }

    /// The overlap (Jaccard) from which on two groups are the same.
    static let sameLimit = ClusterStability.recoveryLimit

    /// In how many draws of nine tenths of the units the group's column shows it.
    private func recoveries(of group: Found, _ columns: [[Double]], _ sample: [Int]) -> Int {
        let column = columns[group.column]
        let members = Set(group.split.rows)
        return Concurrent.map(resamplings) { round -> Bool in
            var generator = SeededGenerator(seed: seed, stream: round)
            let drawn = generator.sample(sample.count * 9 / 10, of: sample.count).sorted()
                .map { sample[$0] }
            let expected = members.intersection(drawn)
            return FeatureColumn(column, rows: drawn).splits(least: 2).contains { split in
                let again = Set(split.rows)
                let shared = Double(again.intersection(expected).count)
                return split.isApart
                    && shared >= Self.sameLimit * Double(again.union(expected).count)
            }
        }.count { $0 }
    }
}

/// Groups and single units that stand apart in a feature; made by `FeatureGroups`.
public struct FeatureGroupsModel: Sendable, Hashable {
    /// Units that stand apart together.
    public struct Group: Sendable, Hashable {
        /// Its rows, ascending; no row is in two groups.
        public let rows: [Int]
        /// The columns that show it, the clearest first.
        public let columns: [Int]
        /// Further rows that belong to it by its first column and to a clearer group too.
        public let shared: Int
        /// In how many resamplings it came back.
        public let recoveries: Int
    }

    /// A unit that stands alone.
    public struct Loner: Sendable, Hashable {
        /// Its row.
        public let row: Int
        /// The column in which it stands furthest from the others.
        public let column: Int
        /// How far, in robust standard deviations of the others from their median.
        public let deviations: Double
    }

    /// The groups, the clearest first.
    public let groups: [Group]
    /// Single units, the furthest first.
    public let loners: [Loner]
    /// The number of resamplings; 0 without groups.
    public let resamplings: Int

    /// The group of each of so many rows, nil for those in none.
    public func labels(count: Int) -> [Int?] {
        var labels = [Int?](repeating: nil, count: count)
        for (index, group) in groups.enumerated() {
            for row in group.rows where row < count { labels[row] = index }
        }
        return labels
    }
}
