/// Stretches over which a signal lies at another level than over other stretches as long: hours for
/// which a machine runs far too cold, where no single row is beyond what its heavy tails reach
/// elsewhere.
///
/// A level is compared with the means of successive windows of the same length, so that slow wander
/// and autocorrelation, which widen them, are allowed for. Windows double in length, up to a
/// fortieth of the recording. What the recording begins with is no excursion: it left nothing.
enum LevelExcursions {
    /// With fewer windows their means do not show how far they go by chance.
    private static let fewestWindows = 40
    /// Windows that begin per length of one.
    private static let steps = 4

    /// One mark for each excursion and length of windows, the shortest windows first.
    ///
    /// - Parameters:
    ///   - values: The signal, without missing values.
    ///   - shortest: Rows of the shortest windows.
    /// - Complexity: O(n log n).
    static func marks(_ values: [Double], shortest: Int) -> [MarkedRows] {
        let sums = RunningSums(values)
        var widths: [Int] = []
        var width = max(1, shortest)
        while width * fewestWindows <= values.count {
            widths.append(width)
            width *= 2
        }
        let times = RecordingJudge.falseStretches / Double(max(1, widths.count))
        let found = widths.flatMap { marks(values, sums, width: $0, times: times) }
        let beginnings = found.map(\.rows).filter { $0.lowerBound == 0 }
        return found.filter { mark in !beginnings.contains { $0.overlaps(mark.rows) } }
    }

    private static func marks(
        _ values: [Double], _ sums: RunningSums, width: Int, times: Double
    ) -> [MarkedRows] {
        let step = max(1, width / steps)
        let begins = Array(stride(from: 0, through: values.count - width, by: step))
        let means = begins.map { sums.mean($0..<$0 + width) }
        let successive = stride(from: 0, to: means.count, by: width / step).map { means[$0] }
        let level = Statistics.median(successive)
        let limit = TailLimit(successive.map { abs($0 - level) }, block: 1).passed(times: times)
        return MarkedRows.found(in: means.map { abs($0 - level) }, limit: limit, floor: 1).map {
            MarkedRows(
                rows: begins[$0.rows.lowerBound]..<begins[$0.rows.upperBound - 1] + width,
                excess: $0.excess)
        }
    }
}
