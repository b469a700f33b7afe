/// Windows of several signals together that are like no others: a combination, or a course, that
/// the recording does not show a second time.
struct JointRarity: Sendable {
    /// One number per row.
    let score: [Double]
    /// What stands out, in order.
    let marks: [MarkedRows]
    /// Per signal and row, its own rarity by the same windows.
    let deviations: [[Double]]

    /// Scale beyond which a value only counts as far out, lest one wild signal hides the others.
    private static let farthest = 8.0
    /// Numbers of a window of all signals together, about.
    private static let pieces = 128

    /// O(n · references) for all signals together and for each.
    init(_ columns: [[Double]]) {
        let filled = columns.map(StandardSignal.filled)
        let period = DominantPeriod.rows(of: filled.first ?? [])
        let pieces = max(4, min(16, Self.pieces / max(1, columns.count)))
        let tables = filled.map { column in
            let signal = StandardSignal(column, period: period)
            let values = signal.values.map { min(max($0, -Self.farthest), Self.farthest) }
            return WindowTable(values, width: signal.width, pieces: pieces)
        }
        let joint = WindowTable(joining: tables)
        score = PooledScore.scaled(
            joint.spread(ReferenceWindows(joint).distances(joint, rank: 1)))
        deviations = tables.map { table in
            PooledScore.scaled(table.spread(ReferenceWindows(table).distances(table, rank: 1)))
        }
        let limit = TailLimit(score, block: joint.width).once
        marks = MarkedRows.joined(
            MarkedRows.found(in: score, limit: limit, floor: 0.7), gap: joint.width / 2)
    }
}
