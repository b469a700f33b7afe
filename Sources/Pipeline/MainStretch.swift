import Telemetry

/// The part of a data set that it is about, where a few rows lie years away: a device whose clock
/// was reset to 1970, or a typing error of 2099.
struct MainStretch {
    /// What is shown.
    var range: ClosedRange<Double>
    /// Rows outside of it.
    var strays: Int
    /// When the furthest of them is.
    var strayTime: Double

    private static let slices = 200
    /// Shorter sets are shown whole.
    private static let shortest = 400 * Scope.day

    /// `nil` where the whole range is shown: nothing lies apart, or too much for a slip.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(cells), once for sets of more than 400 days.
    init?(_ source: any TelemetrySource, in whole: ClosedRange<Double>) throws {
        guard whole.upperBound - whole.lowerBound > Self.shortest else { return nil }
        var range = whole
        var all = 0
        // Each pass cuts the part that was left into slices of its own.
        for pass in 0..<4 {
            let part = try Self.occupied(source, range, isWhole: pass == 0)
            if pass == 0 { all = part.rows.reduce(0, +) }
            guard let main = Self.main(part) else { break }
            range = max(range.lowerBound, main.lowerBound)...min(range.upperBound, main.upperBound)
        }
        let left = try Self.occupied(source, range).rows.reduce(0, +)
        let strays = all - left
        guard strays > 0, strays <= max(3, all / 1_000), range != whole else { return nil }
        self.range = range
        self.strays = strays
        strayTime =
            whole.upperBound - range.upperBound > range.lowerBound - whole.lowerBound
            ? whole.upperBound : whole.lowerBound
    }

    private static func occupied(
        _ source: any TelemetrySource, _ range: ClosedRange<Double>, isWhole: Bool = false
    ) throws -> Timeline {
        let width = (range.upperBound - range.lowerBound) / Double(slices)
        let filter =
            isWhole ? Filter() : Filter(from: range.lowerBound, to: range.upperBound.nextUp)
        // Slices narrower than buckets would show gaps that are none.
        let finest = max(1, 2 * source.catalog.axis.bucketWidth)
        return try source.timeline(filter, step: .width(max(finest, width)))
    }

    /// From the first to the last slice of the fullest run that no gap as long as itself divides.
    private static func main(_ timeline: Timeline) -> ClosedRange<Double>? {
        guard let peak = timeline.rows.indices.max(by: { timeline.rows[$0] < timeline.rows[$1] }),
            timeline.rows[peak] > 0
        else { return nil }
        var (first, last) = (peak, peak)
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            let reach = max(3, last - first + 1)
            let after = timeline.rows.indices.last {
                $0 > last && $0 <= last + reach && timeline.rows[$0] > 0
            }
            let before = timeline.rows.indices.first {
                $0 < first && $0 >= first - reach && timeline.rows[$0] > 0
            }
            if let after { (last, isGrowing) = (after, true) }
            if let before { (first, isGrowing) = (before, true) }
        }
        return timeline.slices[first].from...timeline.slices[last].to
    }
}
