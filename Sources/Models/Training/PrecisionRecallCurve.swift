/// Precision and recall of scores at every threshold: how well they separate positive rows from
/// negative ones.
public struct PrecisionRecallCurve: Sendable, Hashable {
    /// What alarms from one score on would give.
    public struct Point: Sendable, Hashable {
        /// The least score that raises an alarm.
        public let threshold: Double
        /// The share of the alarms that are true.
        public let precision: Double
        /// The share of the positives that have an alarm; 0 without positives.
        public let recall: Double
        /// The number of alarms.
        public let alarms: Int

        /// The harmonic mean of precision and recall; 0 where both are.
        public var f1: Double {
            precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        }
    }

    /// One point for each different score, from the highest on.
    public let points: [Point]

    /// Ranks rows by score; scores must be finite, and `targets` be as many.
    ///
    /// - Complexity: O(rows × log rows).
    public init(scores: [Double], targets: [Bool]) {
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        let positives = targets.count { $0 }
        var points: [Point] = []
        var truePositives = 0
        for (place, row) in order.enumerated() {
            truePositives += targets[row] ? 1 : 0
            let isLast = place + 1 == order.count || scores[order[place + 1]] != scores[row]
            guard isLast else { continue }
            points.append(
                Point(
                    threshold: scores[row], precision: Double(truePositives) / Double(place + 1),
                    recall: positives > 0 ? Double(truePositives) / Double(positives) : 0,
                    alarms: place + 1))
        }
        self.points = points
    }

    /// The area under precision over recall, by steps; 0 without positives.
    public var averagePrecision: Double {
        var sum = 0.0
        var before = 0.0
        for point in points {
            sum += (point.recall - before) * point.precision
            before = point.recall
        }
        return sum
    }

    /// The middle between the score with the highest F1 and the next lower one, or 0 below the
    /// lowest; nil without positives.
    public var bestThreshold: Double? {
        guard let place = points.indices.max(by: { (points[$0].f1, $1) < (points[$1].f1, $0) }),
            points[place].f1 > 0
        else { return nil }
        let next = place + 1 < points.count ? points[place + 1].threshold : 0
        return (points[place].threshold + next) / 2
    }

    /// What alarms from `threshold` on give: the last point not below it; nil above all scores.
    public func point(at threshold: Double) -> Point? {
        points.last { $0.threshold >= threshold }
    }
}
