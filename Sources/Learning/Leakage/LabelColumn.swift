import Analysis
import Reports

/// Recognises a label: a column of few values, one of which begins always the same time before a
/// failure, before nearly every one, and at no other time. Whoever wrote it knew when the failure
/// came.
///
/// An alarm of the machine begins sooner or later, is absent at times, and also comes for nothing.
struct LabelColumn {
    /// Distinct values at most.
    private static let valueLimit = 20
    /// The share of lives that must have the value, and the share of its stretches that must begin
    /// on time.
    private static let (leastLives, leastStretches) = (0.95, 0.99)

    /// Consecutive rows with one value.
    private struct Stretch {
        let value: Double
        let rows: Int
        /// From its beginning to the end of its life; nil where that end is not known.
        let lead: Double?
        /// From the beginning of its life to its own.
        let age: Double
        /// Whether it is the first of its life, so that nothing changed to it.
        let isFirst: Bool
        /// Whether it lasts to the last known row of its life.
        let isLast: Bool
    }

    /// What gives the column away; nil for one that could have been measured.
    ///
    /// - Parameters:
    ///   - step: The time between two rows.
    ///   - least: Lives that are needed.
    /// - Complexity: O(rows).
    static func evidence(
        _ tracks: [DeviceTrack], metric: Int, step: Double, least: Int
    ) -> BackTest.Evidence? {
        guard isDiscrete(tracks, metric) else { return nil }
        let stretches = tracks.flatMap { Self.stretches($0, metric) }
        let lives = stretches.count { $0.isLast && $0.lead != nil }
        let values = Dictionary(grouping: stretches, by: \.value).sorted {
            ($0.value.reduce(0) { $0 + $1.rows }, $0.key)
                < ($1.value.reduce(0) { $0 + $1.rows }, $1.key)
        }
        for (value, own) in values {
            // What stands at the beginning of a life may be left over from the failure before it;
            // of what stands at the end of the data, the sequel is not known yet.
            let begun = own.filter { !$0.isFirst && !($0.isLast && $0.lead == nil) }
            let (lead, timely) = alike(begun.compactMap(\.lead), within: 1.01 * step)
            // In lives of equal length, a stage of work always begins as long after the beginning,
            // too.
            let isStage = alike(begun.map(\.age), within: 1.01 * step).count == begun.count
            let covered = timely + own.count { $0.isFirst && $0.isLast && $0.lead != nil }
            if timely >= least, !isStage,
                Double(timely) >= leastStretches * Double(begun.count),
                Double(covered) >= leastLives * Double(lives)
            {
                return .label(value: value, lead: lead)
            }
            if begun.count >= least, !isStage, beginAtShare(begun, step),
                Double(begun.count) >= leastLives * Double(lives)
            {
                return .shareOfLife
            }
        }
        return nil
    }

    /// Whether stretches begin at the same share of their lives, to within a row, whatever the
    /// lives' length.
    private static func beginAtShare(_ begun: [Stretch], _ step: Double) -> Bool {
        let lives = begun.map { ($0.lead ?? .nan) + $0.age }
        let share = Statistics.median(zip(begun, lives).map { $0.age / $1 })
        let timely = zip(begun, lives).count { abs($0.age - share * $1) <= 1.01 * step }
        return Double(timely) >= leastStretches * Double(begun.count)
    }

    /// The largest group of lengths within `width`, by its size and median.
    private static func alike(
        _ lengths: [Double], within width: Double
    ) -> (middle: Double, count: Int) {
        let sorted = lengths.sorted()
        var best = 0..<0
        var first = 0
        for place in sorted.indices {
            while sorted[place] - sorted[first] > width { first += 1 }
            if place + 1 - first > best.count { best = first..<place + 1 }
        }
        return (Statistics.median(Array(sorted[best])), best.count)
    }

    /// Whether the column has several distinct values, but few.
    private static func isDiscrete(_ tracks: [DeviceTrack], _ metric: Int) -> Bool {
        var values: Set<Double> = []
        for track in tracks {
            for value in track.columns[metric] where value.isFinite { values.insert(value) }
            if values.count > valueLimit { return false }
        }
        return values.count > 1
    }

    private static func stretches(_ track: DeviceTrack, _ metric: Int) -> [Stretch] {
        let lives = track.lives.map { (rows: $0.rows, end: Optional($0.end)) }
        let rest = track.rest
        return (lives + [(rows: rest, end: nil)]).flatMap { life -> [Stretch] in
            var rows = life.rows.filter { track.columns[metric][$0].isFinite }
            // A row at the time of the failure may have been written after it.
            if rows.count > 1, let last = rows.last, track.times[last] == life.end {
                rows.removeLast()
            }
            return stretches(rows, track, metric, end: life.end)
        }
    }

    private static func stretches(
        _ rows: [Int], _ track: DeviceTrack, _ metric: Int, end: Double?
    ) -> [Stretch] {
        let column = track.columns[metric]
        let starts = rows.indices.filter {
            $0 == 0 || column[rows[$0]] != column[rows[$0 - 1]]
        }
        return starts.enumerated().map { place, start in
            let next = place + 1 < starts.count ? starts[place + 1] : rows.count
            return Stretch(
                value: column[rows[start]], rows: next - start,
                lead: end.map { $0 - track.times[rows[start]] },
                age: track.times[rows[start]] - track.times[rows[0]], isFirst: place == 0,
                isLast: next == rows.count)
        }
    }
}
