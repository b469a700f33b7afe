import Values

extension BackTest {
    /// What alarms are worth to a crew that can look after only so many of them a week: the gravest ones
    /// of the held-out rows are taken, as many as the time allows.
    public struct Budget: Sendable, Hashable, Codable {
        /// Alarms a week that can be looked after.
        public var perWeek: Int
        /// Failures of the held-out time, of any code.
        public var failures: Int
        /// Of these, those with an alarm of their device within the horizon before.
        public var announced: Int
        /// The median time from the first such alarm to its failure, in the axis' unit; nil for none.
        public var leadTime: Double?
        /// The time that eight of ten of these alarms leave: from the 10th percentile to the 90th; nil in
        /// files of earlier versions.
        public var leadRange: [Double]?
        /// The announced failures by the quarter of the horizon that their first alarm left, the least
        /// time first; nil in files of earlier versions.
        public var leadCounts: [Int]?
        /// Alarms that were raised in all; nil in files of earlier versions.
        public var alarms: Int?
        /// Of these, those that a failure followed within the horizon.
        public var truePositives: Int?

        /// The share of the failures that were announced.
        public var share: Double { failures > 0 ? Double(announced) / Double(failures) : .nan }

        /// The share of the alarms that a failure followed; nil where that is not known.
        public var precision: Double? {
            guard let alarms, let truePositives, alarms > 0 else { return nil }
            return Double(truePositives) / Double(alarms)
        }

        /// The ends of `leadRange`; nil where it is not known.
        public var leadEnds: ClosedRange<Double>? {
            guard let leadRange, leadRange.count == 2 else { return nil }
            return ClosedRange(from: leadRange[0], to: leadRange[1])
        }

        /// What so many alarms a week would have announced.
        package init(
            perWeek: Int, failures: Int, announced: Int, leadTime: Double?,
            leadRange: [Double]? = nil, leadCounts: [Int]? = nil, alarms: Int? = nil,
            truePositives: Int? = nil
        ) {
            self.perWeek = perWeek
            self.failures = failures
            self.announced = announced
            self.leadTime = leadTime
            self.leadRange = leadRange
            self.leadCounts = leadCounts
            self.alarms = alarms
            self.truePositives = truePositives
        }

        /// Whether a run of the program could have counted so.
        var isPossible: Bool {
            let counts = [perWeek, failures, announced, alarms ?? 0, truePositives ?? 0]
            return (counts + (leadCounts ?? [])).allSatisfy(\.isPossibleCount)
                && (leadCounts?.count ?? 0) <= 100
        }
    }
}
