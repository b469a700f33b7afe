import Values

/// Single units, at most two a side, that lie in one feature further from the nearest other unit
/// than that lies from the middle.
struct FeatureLoners {
    let columns: [[Double]]
    let groups: [FeatureGroupsModel.Group]

    /// The least gap, in robust standard deviations of the others.
    private static let leastGap = 3.0
    /// Most units that stand alone on one side of a feature.
    private static let most = 2

    /// The units, the furthest first, each with the column in which it is furthest.
    var found: [FeatureGroupsModel.Loner] {
        let members = Set(groups.flatMap(\.rows))
        var best: [Int: FeatureGroupsModel.Loner] = [:]
        for (index, column) in columns.enumerated() {
            let rows = column.indices.filter { column[$0].isFinite && !members.contains($0) }
            for loner in loners(column, rows, index)
            where loner.deviations > best[loner.row]?.deviations ?? 0 {
                best[loner.row] = loner
            }
        }
        return best.values.sorted { ($1.deviations, $0.row) < ($0.deviations, $1.row) }
    }

    private func loners(
        _ column: [Double], _ rows: [Int], _ index: Int
    ) -> [FeatureGroupsModel.Loner] {
        guard rows.count >= FeatureColumn.leastValues else { return [] }
        let known = FeatureColumn(column, rows: rows)
        let center = Statistics.median(known.values)
        let spread = max(Statistics.mad(known.values), known.resolution)
        guard spread > 0 else { return [] }
        let order = rows.sorted { (column[$0], $0) < (column[$1], $1) }
        return [order, order.reversed()].flatMap { side in
            let count = (1...Self.most).last { count in
                let (outer, inner) = (column[side[count - 1]], column[side[count]])
                let gap = abs(outer - inner)
                return gap > Self.leastGap * spread && gap > abs(inner - center)
                    && gap > known.resolution
            }
            return side.prefix(count ?? 0).map { row in
                FeatureGroupsModel.Loner(
                    row: row, column: index, deviations: abs(column[row] - center) / spread)
            }
        }
    }
}
