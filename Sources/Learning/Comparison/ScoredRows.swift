import Analysis
import Reports
import Values

/// The scores and alarms of one detector, row by row of a device.
struct ScoredRows: Sendable {
    /// Time of each row, ascending.
    let times: [Double]
    /// One score per row, higher is worse; NaN where there is none.
    let scores: [Double]
    /// Rows with a higher score have an alarm.
    let threshold: Double
    /// Whether each row has an alarm: by the threshold, or by rules of the detector.
    let flags: [Bool]

    init(times: [Double], scores: [Double], threshold: Double, flags: [Bool]? = nil) {
        self.times = times
        self.scores = scores
        self.threshold = threshold
        self.flags = flags ?? scores.map { $0 > threshold }
    }

    /// Scores rescaled so that their median is 0 and the threshold 1. Where the threshold is close
    /// to the median or below it, as nearly all rows are alarms, the interquartile range is the
    /// unit.
    var ratios: [Double] {
        let known = scores.filter(\.isFinite)
        guard !known.isEmpty, threshold.isFinite else { return scores.map { _ in .nan } }
        let distance = threshold - Statistics.median(known)
        let range = Statistics.interquartileRange(known)
        let unit = max(
            distance > 0.1 * range ? distance : range, 1e-12 * max(1, abs(threshold)))
        return scores.map { $0.isFinite ? 1 + ($0 - threshold) / unit : .nan }
    }

    /// The rows from a time on.
    func from(_ time: Double) -> ScoredRows {
        let first = times.count(upTo: time.nextDown)
        return ScoredRows(
            times: Array(times[first...]), scores: Array(scores[first...]), threshold: threshold,
            flags: Array(flags[first...]))
    }

    /// The lane of these rows, over intervals that begin at `starts`.
    func lane(
        _ detector: DetectorComparison.Detector, _ limit: DetectorComparison.Limit,
        starts: [Double], end: Double
    ) -> DetectorComparison.Lane {
        let ratios = ratios
        var highest = [Double](repeating: .nan, count: starts.count)
        var alarms: [DetectorComparison.Alarm] = []
        var wasAlarm = false
        for (row, time) in times.enumerated() where time <= end {
            let place = starts.count(upTo: time) - 1
            guard place >= 0, ratios[row].isFinite else { continue }
            highest[place] = max(highest[place].isNaN ? -.infinity : highest[place], ratios[row])
            if flags[row], wasAlarm, let last = alarms.indices.last {
                alarms[last].to = time
                alarms[last].peak = max(alarms[last].peak, ratios[row])
            } else if flags[row] {
                alarms.append(.init(from: time, to: time, peak: ratios[row]))
            }
            wasAlarm = flags[row]
        }
        let last = ratios.lastIndex(where: \.isFinite)
        return DetectorComparison.Lane(
            detector: detector, limit: limit, scores: highest, alarms: alarms,
            last: last.map { ratios[$0] } ?? .nan, isAlarmNow: last.map { flags[$0] } ?? false,
            alarmShare: Double(flags.count { $0 }) / Double(max(flags.count, 1)))
    }
}
