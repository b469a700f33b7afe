/// Windows of several signals together that are like no others: a combination, or a course, that
/// the recording does not show a second time.
struct JointRarity: Sendable {
    /// How rare the windows over each row are, on the scale of ``PooledScore``.
    let score: [Double]
    /// Stretches of rare windows, in order.
    let marks: [MarkedRows]
    /// Per signal and row, how rare the signal alone is in the same windows.
    let deviations: [[Double]]

    /// Values count up to this many robust deviations, lest one wild signal hides the others.
    private static let farthest = 8.0
    /// About how many numbers a window has, all signals together.
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

    /// The rarity of short windows, to find where within a mark the trouble is.
    private struct DetailRarity {
        private static let width = 16
        private let table: WindowTable
        private let references: ReferenceWindows

        init(_ columns: [[Double]]) {
            table = WindowTable(
                joining: columns.map { WindowTable($0, width: Self.width, pieces: 4) })
            references = ReferenceWindows(table)
        }

        /// One number per row of the range.
        func scores(_ rows: Range<Int>) -> [Double] {
            let windows = table.windows(within: rows)
            let distances = references.distances(table, rank: 1, windows: windows)
            return table.spread(distances, of: windows, over: rows)
        }
    }
}
