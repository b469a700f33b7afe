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
        let standard = filled.map { StandardSignal($0, period: period) }
        let clipped = standard.map { signal in
            signal.values.map { min(max($0, -Self.farthest), Self.farthest) }
        }
        let width = standard.first?.width ?? 1
        let tables = clipped.map { WindowTable($0, width: width, pieces: pieces) }
        let joint = WindowTable(joining: tables)
        score = PooledScore.scaled(
            joint.spread(ReferenceWindows(joint).distances(joint, rank: 1)))
        deviations = tables.map { table in
            PooledScore.scaled(table.spread(ReferenceWindows(table).distances(table, rank: 1)))
        }
        let marks = MarkedRows.joined(
            MarkedRows.found(in: score, block: width, floor: 0.7), gap: width / 2)
        let detail = DetailRarity(clipped)
        self.marks = marks.map { mark in
            (12...2 * width).contains(mark.rows.count)
                ? mark.narrowed(within: detail.scores(mark.rows)) : mark
        }
    }

    /// The rarity of short windows, to tell where within a mark the trouble is.
    private struct DetailRarity {
        private static let width = 16
        private let table: WindowTable
        private let references: ReferenceWindows

        init(_ columns: [[Double]]) {
            table = WindowTable(
                joining: columns.map { WindowTable($0, width: Self.width, pieces: 4) })
            references = ReferenceWindows(table)
        }

        /// One number for each of the rows.
        func scores(_ rows: Range<Int>) -> [Double] {
            let windows = table.windows(within: rows)
            let distances = references.distances(table, rank: 1, windows: windows)
            return table.spread(distances, of: windows, over: rows)
        }
    }
}
