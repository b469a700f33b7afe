import Analysis
import Telemetry
import Values

/// When one device sent rows, compared with its own rhythm.
struct Attendance: Sendable {
    /// A stretch without rows.
    struct Gap: Sendable, Hashable {
        /// The first slot that should have had a row.
        var from: Int
        /// The slot of the next row, or the end of the set.
        var to: Int
        /// Rows that should have come.
        var missed: Int
    }

    let device: Int
    /// Its first and last slot within the set.
    let life: ClosedRange<Int>
    /// Mean number of slots from one row to the next, outside gaps.
    let step: Double
    /// Gaps between its first and last row, ascending.
    let gaps: [Gap]
    /// The gap from its last row to the end of the set; `nil` where no row is missing there.
    let tail: Gap?
    /// Rows outside the set's slots.
    let strays: Int
    /// Rows beyond the usual number per slot.
    let doubled: Int

    /// Rows needed to see a rhythm.
    private static let fewestRows = 20
    /// More steps than this without a row are a gap.
    private static let tolerance = 1.8

    /// `nil` where rows come irregularly, so that none is ever missing.
    init?(_ readings: DeviceReadings, slots range: Range<Int>) {
        let own = readings.slots.indices.filter { range.contains(Int(readings.slots[$0])) }
        guard own.count >= Self.fewestRows, let first = own.first, let last = own.last else {
            return nil
        }
        let slots = own.map { Int(readings.slots[$0]) }
        let steps = zip(slots.dropFirst(), slots).map { $0 - $1 }
        guard let step = Self.step(steps) else { return nil }
        device = readings.device
        self.step = step
        life = slots[0]...slots[slots.count - 1]
        // Slots that cut a regular cadence unevenly leave one out now and then.
        let isEven = Reporting.isEven(steps.map(Double.init)[...], within: 1)
        gaps =
            isEven
            ? []
            : steps.indices.compactMap { place in
                Self.gap(from: slots[place], to: slots[place + 1], step: step)
            }
        tail = Self.gap(from: life.upperBound, to: range.upperBound, step: step)
        let rows = readings.rows[first...last]
        strays =
            readings.rows.reduce(0) { $0 + Int($1) } - rows.reduce(0) { $0 + Int($1) }
        let usual = Statistics.median(rows.prefix(2_000).map(Double.init))
        doubled = rows.reduce(0) { $0 + max(0, Int($1) - Int(clamping: usual)) }
    }

    private static func gap(from row: Int, to next: Int, step: Double) -> Gap? {
        let length = Double(next - row)
        guard length > tolerance * step else { return nil }
        let missed = Int(clamping: (length / step).rounded()) - 1
        return missed > 0
            ? Gap(from: row + max(1, Int(clamping: step.rounded())), to: next, missed: missed) : nil
    }

    /// Mean of the steps near the median; `nil` where fewer than 60 % are near it.
    private static func step(_ steps: [Int]) -> Double? {
        let median = Statistics.median(steps.map(Double.init))
        let near = steps.filter { Double($0) <= 2 * median && 2 * Double($0) >= median - 1 }
        guard median > 0, 10 * near.count >= 6 * steps.count else { return nil }
        return max(1, Double(near.reduce(0, +)) / Double(near.count))
    }
}
