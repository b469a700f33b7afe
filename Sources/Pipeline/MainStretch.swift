import Telemetry
import Values

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
        var (range, filter) = (whole, Filter())
        var all: Int?
        // Each pass cuts the part that was left into slices of its own, until nothing lies apart.
        for _ in 0..<4 {
            let part = try source.timeline(filter, step: Self.step(range, source.catalog.axis))
            let rows = part.rows.reduce(0, +)
            let kept = Self.main(part)
            let main = kept.flatMap {
                ClosedRange(
                    from: part.slices[$0.lowerBound].from, to: part.slices[$0.upperBound].to)
            }
            guard let kept, let main, part.rows[kept].reduce(0, +) < rows || all != nil else {
                return nil
            }
            if all == nil { all = rows }
            range = range.clamped(to: main)
            filter = Filter(from: main.lowerBound, to: main.upperBound)
        }
        let left = try source.timeline(filter, step: Self.step(range, source.catalog.axis))
        strays = (all ?? 0) - left.rows.reduce(0, +)
        guard strays > 0, Self.isSlip(strays, of: all ?? 0, main: range, whole: whole) else {
            return nil
        }
        // Slices end somewhere after the last row.
        let lives = try source.deviceFeatures(filter)
        let first = lives.map(\.firstTime).filter(\.isFinite).min() ?? range.lowerBound
        let last = lives.map(\.lastTime).filter(\.isFinite).max() ?? range.upperBound
        self.range = ClosedRange(between: first, and: last) ?? range
        strayTime =
            whole.upperBound - last > first - whole.lowerBound
            ? whole.upperBound : whole.lowerBound
    }

    /// Few rows are; so are more of them where they lie many times as far away as the rest is long.
    private static func isSlip(
        _ strays: Int, of all: Int, main: ClosedRange<Double>, whole: ClosedRange<Double>
    ) -> Bool {
        let isFar =
            whole.upperBound - whole.lowerBound
            > 20 * (main.upperBound - main.lowerBound)
        return strays <= max(3, all / (isFar ? 20 : 1_000))
    }

    /// Slices narrower than buckets would show gaps that are none.
    private static func step(_ range: ClosedRange<Double>, _ axis: TimeAxis) -> TimeStep {
        .width(max(1, 2 * axis.bucketWidth, (range.upperBound - range.lowerBound) / Double(slices)))
    }

    /// The slices of the fullest run that no gap as long as itself divides.
    private static func main(_ timeline: Timeline) -> ClosedRange<Int>? {
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
        return first...last
    }
}
