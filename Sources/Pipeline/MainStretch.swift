import Telemetry
import Values

/// The part of a data set that it is about, where a few rows lie far away, because a clock was
/// reset to 1970, a year mistyped or a file of another time put beside the others.
struct MainStretch {
    /// The part that is shown, in the axis' unit.
    var range: ClosedRange<Double>
    /// Number of rows outside it.
    var strays: Int
    /// Whichever end of the whole range lies farther from `range`, in the axis' unit.
    var strayTime: Double

    private static let slices = 200
    /// In shorter sets a pause is nothing unusual: only very few rows are left out.
    private static let long = 400 * Scope.day
    /// Shorter sets are shown whole.
    private static let shortest = 2 * Scope.day

    /// `nil` where the whole range is shown: nothing lies apart, or too much for a slip.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(cells), for sets of more than two days only.
    init?(_ source: any TelemetrySource, in whole: ClosedRange<Double>) throws {
        guard whole.upperBound - whole.lowerBound > Self.shortest else { return nil }
        var (range, filter) = (whole, Filter())
        var all: Int?
        // Each pass cuts what is left into slices of its own, until nothing lies apart.
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
        // Slices end some time after the last row.
        let lives = try source.deviceFeatures(filter)
        let first = lives.map(\.firstTime).filter(\.isFinite).min() ?? range.lowerBound
        let last = lives.map(\.lastTime).filter(\.isFinite).max() ?? range.upperBound
        self.range = ClosedRange(between: first, and: last) ?? range
        strayTime =
            whole.upperBound - last > first - whole.lowerBound
            ? whole.upperBound : whole.lowerBound
    }

    /// Whether so few rows are a slip: in long sets up to 0.1 %, or up to 5 % where they lie many
    /// times farther away than the rest is long, three always; in others up to three of many.
    private static func isSlip(
        _ strays: Int, of all: Int, main: ClosedRange<Double>, whole: ClosedRange<Double>
    ) -> Bool {
        guard whole.upperBound - whole.lowerBound > long else {
            return strays <= 3 && 300 * strays <= all
        }
        let isFar =
            whole.upperBound - whole.lowerBound
            > 20 * (main.upperBound - main.lowerBound)
        return strays <= max(3, all / (isFar ? 20 : 1_000))
    }

    /// Slices narrower than two buckets would show false gaps.
    private static func step(_ range: ClosedRange<Double>, _ axis: TimeAxis) -> TimeStep {
        .width(max(1, 2 * axis.bucketWidth, (range.upperBound - range.lowerBound) / Double(slices)))
    }

    /// The slices from the first to the last of the fullest run; a gap as long as the run itself
    /// ends it.
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
