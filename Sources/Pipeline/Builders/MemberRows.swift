import Analysis
import Reports

/// The units as points of the map and rows of the table, the gravest status first.
struct MemberRows {
    let prepared: PreparedFeatures
    let grouping: Grouping
    let table: FeatureTable
    let components: PrincipalComponentsModel
    let limit: Int

    func members() -> [ClusterReport.Member] {
        let hasGroups = !grouping.labels.isEmpty
        let labels = hasGroups ? grouping.labels : table.units.map { _ in Optional(0) }
        let distances =
            (try? PopulationOutliers().fit(prepared.matrix, labels: labels)) ?? []
        let centres = centres(labels)
        let order = table.units.indices.sorted { a, b in
            let (left, right) = (table.units[a].status, table.units[b].status)
            return left == right ? a < b : (left ?? .ok) > (right ?? .ok)
        }
        return order.prefix(limit).map { row in
            let scores = Array(components.scores.row(row))
            let distance = row < distances.count ? distances[row] : nil
            var member = ClusterReport.Member(
                name: table.units[row].name, window: table.units[row].window,
                device: table.units[row].device,
                status: table.units[row].status, group: hasGroups ? grouping.labels[row] : nil,
                x: scores[0], y: scores.count > 1 ? scores[1] : 0,
                silhouette: grouping.silhouettes.isEmpty ? nil : grouping.silhouettes[row],
                distance: distance?.robustDistance ?? 0,
                contributions: distance.map { contributions($0, row, centres) } ?? [],
                values: prepared.raw[row])
            if row < grouping.memberships.count { member.membership = grouping.memberships[row] }
            return member
        }
    }

    /// Medians of the features before scaling, one row per group.
    private func centres(_ labels: [Int?]) -> [[Double]] {
        let count = (labels.compactMap { $0 }.max() ?? -1) + 1
        return (0..<count).map { group in
            let rows = labels.indices.filter { labels[$0] == group }
            return prepared.features.indices.map { column in
                Statistics.median(rows.map { prepared.raw[$0][column] }.filter(\.isFinite))
            }
        }
    }

    /// The three features with the largest parts in a distance, of at least 5 % each.
    private func contributions(
        _ distance: PopulationDistance, _ row: Int, _ centres: [[Double]]
    ) -> [ClusterReport.Member.Contribution] {
        guard centres.indices.contains(distance.cluster) else { return [] }
        let parts = distance.contributions
        var strongest: [Int] = []
        for feature in parts.indices where parts[feature] >= 5 {
            let place = strongest.firstIndex { parts[$0] < parts[feature] } ?? strongest.count
            guard place < 3 else { continue }
            strongest.insert(feature, at: place)
            if strongest.count > 3 { strongest.removeLast() }
        }
        return strongest.map { feature in
            ClusterReport.Member.Contribution(
                feature: feature, share: parts[feature] / 100, value: prepared.raw[row][feature],
                group: centres[distance.cluster][feature])
        }
    }
}
