/// Precision and recall of scores at every threshold: how well they separate positive rows from
/// negative ones.
public struct PrecisionRecallCurve: Sendable, Hashable {
    /// What raising alarms from one score on would give.
    public struct Point: Sendable, Hashable {
        /// The score.
        public let threshold: Double
        /// Of the alarms, the share that is true.
        public let precision: Double
        /// Of the positives, the share with an alarm.
        public let recall: Double
        /// The number of alarms.
        public let alarms: Int

        /// The harmonic mean of precision and recall.
        public var f1: Double {
            precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        }
    }

    /// One point for each different score, from the highest on.
    public let points: [Point]

    /// Ranks rows; scores must be finite.
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

    /// The middle between the score with the highest F1 and the next lower one; nil without
    /// positives.
    public var bestThreshold: Double? {
        guard let place = points.indices.max(by: { (points[$0].f1, $1) < (points[$1].f1, $0) }),
            points[place].f1 > 0
        else { return nil }
        let next = place + 1 < points.count ? points[place + 1].threshold : 0
        return (points[place].threshold + next) / 2
    }

    /// What alarms from a score on give: the last point that is not below it.
    public func point(at threshold: Double) -> Point? {
        points.last { $0.threshold >= threshold }
    }
}
