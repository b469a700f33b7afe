import Values

/// A level that all devices of a group changed to at once, for good: no trouble of any of them, as
/// the cause is outside or was intended, but worth knowing.
///
/// The step has to stand out from all other changes of the course that the devices share, so that
/// weather, weekends and recipes are none.
struct SharedStep {
    /// The first slot at the new level.
    let slot: Int
    /// Means of the devices' course before and after it, about as long as a window.
    let before: Double
    let after: Double

    /// How much larger it is than any other change between neighbouring windows.
    private static let leastRatio = 4.0
    /// How many standard deviations of a device about the course it is.
    private static let leastSize = 2.0
    /// The share of it that the means of the whole record before and after differ by.
    private static let lasting = 0.6
    /// The share of the devices that have to show at least half of it.
    private static let following = 0.8

    /// The step of a signal of at least two devices, their readings by slot; `nil` where there is
    /// none.
    ///
    /// - Complexity: O(values).
    init?(_ rows: [[Double]], group: FleetGroup) {
        let window =
            group.day.map { day in max(1, group.slotCount / (20 * day)) * day }
            ?? max(8, group.slotCount / 20)
        let known = rows.filter { row in 2 * row.count { !$0.isNaN } > row.count }
        guard known.count >= 2, group.slotCount >= 6 * window else { return nil }
        let levels = known.map { row in OrderStatistics.median(of: row.lazy.filter { !$0.isNaN }) }
        let aligned = zip(known, levels).map { row, level in row.map { $0 - level } }
        let course = PeerReference.across(aligned) { OrderStatistics.quantile(&$0, 0.5) }
        let sums = RunningSums(course)
        guard let place = Self.largest(sums, window: window) else { return nil }
        let near = place - window..<place + window
        let even = Self.withoutDays(course, day: group.day).filled()
        let range = window / 2..<2 * window - window / 2
        guard let exact = SharpStep.place(in: Array(even[near]), within: range) else { return nil }
        let slot = near.lowerBound + exact
        let change = { (sums: RunningSums) in
            sums.mean(slot..<min(slot + window, sums.length))
                - sums.mean(max(0, slot - window)..<slot)
        }
        let size = change(sums)
        let whole = sums.mean(slot..<sums.length) - sums.mean(0..<slot)
        let noise = OrderStatistics.median(
            of: aligned.map { row in
                Statistics.mad(zip(row, course).map { $0 - $1 }.filter { !$0.isNaN })
            })
        let followers = aligned.count { change(RunningSums($0)) / size >= 0.5 }
        guard whole / size >= Self.lasting, abs(size) >= Self.leastSize * noise,
            Double(followers) >= Self.following * Double(aligned.count)
        else { return nil }
        let level = OrderStatistics.median(of: levels)
        self.slot = slot
        before = level + sums.mean(max(0, slot - window)..<slot)
        after = before + size
    }

    /// Where the means of neighbouring windows differ most, if by far more than anywhere else.
    private static func largest(_ sums: RunningSums, window: Int) -> Int? {
        let changes = (0...sums.length).map { place -> Double in
            guard place >= window, place + window <= sums.length,
                2 * sums.count(place - window..<place) > window,
                2 * sums.count(place..<place + window) > window
            else { return 0 }
            return abs(sums.mean(place..<place + window) - sums.mean(place - window..<place))
        }
        guard let best = changes.indices.max(by: { changes[$0] < changes[$1] }), changes[best] > 0
        else { return nil }
        let others = changes.indices.lazy.filter { abs($0 - best) > window }.map { changes[$0] }
        return changes[best] >= leastRatio * (others.max() ?? 0) ? best : nil
    }

    private static func withoutDays(_ course: [Double], day: Int?) -> [Double] {
        guard let day else { return course }
        let phases = (0..<day).map { phase in
            OrderStatistics.median(
                of: stride(from: phase, to: course.count, by: day).lazy.map { course[$0] }
                    .filter { !$0.isNaN })
        }
        return course.indices.map { course[$0] - phases[$0 % day] }
    }
}
