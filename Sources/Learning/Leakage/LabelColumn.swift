import Analysis
import Reports

/// A column of few values, one of which stands only before failures and begins always the same time
/// before them: a label that somebody wrote who knew when the failure came.
///
/// An alarm of the machine itself begins sooner or later, stays away at times, and comes for nothing.
struct LabelColumn {
    /// Different values at most.
    private static let valueLimit = 20
    /// The share of lives that must end with the value, and of its stretches that may stand elsewhere.
    private static let (leastShare, strayShare) = (0.95, 0.01)

    private struct Run {
        let value: Double
        let start: Double
        /// The end of the life that it goes on to; nil for one that ends otherwise.
        let end: Double?
        /// Whether it goes on from the beginning of what is known of the life.
        let isWhole: Bool
    }

    /// The distinct values; nil where there are too many for a label.
    private static func values(_ tracks: [DeviceTrack], _ metric: Int) -> Set<Double>? {
        var values: Set<Double> = []
        for track in tracks {
            for value in track.columns[metric] where value.isFinite { values.insert(value) }
            if values.count > valueLimit { return nil }
        }
        return values.count > 1 ? values : nil
    }

    /// What gives the column away; nil for one that could have been measured.
    ///
    /// - Parameters:
    ///   - step: the time between two rows.
    ///   - least: lives that are needed.
    /// - Complexity: O(rows).
    static func evidence(
        _ tracks: [DeviceTrack], metric: Int, step: Double, least: Int
    ) -> BackTest.Evidence? {
        guard let values = values(tracks, metric) else { return nil }
        let runs = tracks.flatMap { Self.runs($0, metric) }
        let lives = runs.count { $0.end != nil }
        for value in values.sorted() {
            let own = runs.filter { $0.value == value }
            let leads = own.filter { !$0.isWhole }.compactMap { run in
                run.end.map { $0 - run.start }
            }
            let attached = own.count { $0.end != nil }
            guard leads.count >= least, Double(attached) >= leastShare * Double(lives),
                Double(own.count - attached) <= strayShare * Double(attached)
            else { continue }
            let spread = Statistics.quantiles(leads, [0.02, 0.5, 0.98])
            if spread[2] - spread[0] <= 1.01 * step {
                return .label(value: value, lead: spread[1])
            }
        }
        return nil
    }

    /// The stretches of equal values of a device, but for those in which it stood still after a failure,
    /// and those at the end of the data: nobody knows yet what comes of them.
    private static func runs(_ track: DeviceTrack, _ metric: Int) -> [Run] {
        let lives = track.lives.map {
            (rows: before($0.end, $0.rows, track), end: Optional($0.end))
        }
        let rest = (track.lives.last?.rows.upperBound ?? 0)..<track.times.count
        return (lives + [(rows: rest, end: nil)]).flatMap { life in
            runs(track.columns[metric], life.rows).compactMap { run -> Run? in
                let isFirst = run.lowerBound == life.rows.lowerBound
                let isLast = run.upperBound == life.rows.upperBound
                let isOpen = isLast && life.end == nil
                let isAfterFailure = isFirst && !isLast && run.lowerBound > 0
                let value = track.columns[metric][run.lowerBound]
                guard value.isFinite, !isOpen, !isAfterFailure else { return nil }
                return Run(
                    value: value, start: track.times[run.lowerBound],
                    end: isLast ? life.end : nil, isWhole: isFirst)
            }
        }
    }

    /// Without a row at the failure itself, which may have been written after it.
    private static func before(
        _ end: Double, _ rows: Range<Int>, _ track: DeviceTrack
    ) -> Range<Int> {
        guard rows.count > 1, track.times[rows.upperBound - 1] == end else { return rows }
        return rows.dropLast()
    }

    /// The ranges of rows with one value.
    private static func runs(_ column: [Double], _ rows: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for row in rows {
            if let last = runs.last, column[last.lowerBound] == column[row] {
                runs[runs.count - 1] = last.lowerBound..<row + 1
            } else {
                runs.append(row..<row + 1)
            }
        }
        return runs
    }
}
